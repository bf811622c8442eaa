/** What the product adds to DMN (policy contract, "What a model holds"), so that the editor keeps it. */
export const rc = {
  name: "Rongcuo",
  uri: "https://rongcuo.org/dmn",
  prefix: "rc",
  xml: { tagAlias: "lowerCase" },
  types: [
    {
      name: "ItemWords",
      extends: ["dmn:InputData"],
      properties: ["group", "evidence", "basis", "scope", "source"].map((name) => ({
        name,
        isAttr: true,
        type: "String",
      })),
    },
    {
      name: "RowMark",
      extends: ["dmn:DecisionRule"],
      properties: [{ name: "catchAll", isAttr: true, type: "Boolean" }],
    },
  ],
};
