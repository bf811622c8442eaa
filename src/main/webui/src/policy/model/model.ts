/** A model as the console reads and changes it: the XML document itself, so that nothing of it can be lost. */
export const DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
export const RC = "https://rongcuo.org/dmn";

/** What is on offer for a value: from an item definition or a built-in type. */
export interface ValueType {
  name: string;
  base: "string" | "number" | "boolean" | "date" | "other";
  collection: boolean;
  /** Words to choose from; empty where any are allowed. */
  words: string[];
  /** The FEEL range of a number or date, such as "[0..100]"; empty where any is allowed. */
  range: string;
}

export interface Decision {
  id: string;
  name: string;
  kind: "TABLE" | "EXPRESSION" | "OTHER";
  typeRef: string;
  rows: number;
  /** Names of what it reads, as its columns or requirements name them. */
  requires: string[];
}

export function parse(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  if (document.getElementsByTagName("parsererror").length) throw new Error("not a model");
  return document;
}

export function write(document: Document): string {
  return new XMLSerializer().serializeToString(document);
}

export function children(of: Element, name?: string): Element[] {
  return Array.from(of.children).filter((child) => name === undefined || child.localName === name);
}

export function child(of: Element | undefined, name: string): Element | undefined {
  return of && children(of, name)[0];
}

export function text(of: Element | undefined): string {
  return of?.textContent?.trim() ?? "";
}

/** The words of "\"a\",\"b\""; empty when it is anything else. */
export function wordsOf(feel: string): string[] {
  const found = feel.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  const rest = feel.replace(/"(?:[^"\\]|\\.)*"/g, "").replace(/[\s,]/g, "");
  return rest === "" ? found.map(unquote) : [];
}

export function quote(word: string): string {
  return `"${word.replace(/\\/g, "\\\\").replace(/"/g, '\\"')}"`;
}

export function unquote(literal: string): string {
  return literal.slice(1, -1).replace(/\\(.)/g, "$1");
}

const BUILT_IN = ["string", "number", "boolean", "date"] as const;

/** The type of that name; built-in ones stand for themselves. */
export function typeOf(document: Document, name: string | null | undefined): ValueType {
  const builtIn = BUILT_IN.find((base) => base === name);
  if (builtIn) return { name: builtIn, base: builtIn, collection: false, words: [], range: "" };
  const definition = children(document.documentElement, "itemDefinition").find(
    (found) => found.getAttribute("name") === name,
  );
  const ref = text(child(definition, "typeRef"));
  const base = BUILT_IN.find((known) => known === ref) ?? "other";
  const allowed = text(child(child(definition, "allowedValues"), "text"));
  return {
    name: name ?? "",
    base,
    collection: definition?.getAttribute("isCollection") === "true",
    words: base === "string" ? wordsOf(allowed) : [],
    range: base === "string" ? "" : allowed,
  };
}

/** The decisions so that each stands after what it reads; otherwise in the order of the document. */
export function decisions(document: Document): Decision[] {
  const elements = children(document.documentElement, "decision");
  const ids = new Map(elements.map((element) => [element.getAttribute("id") ?? "", element]));
  const order: Element[] = [];
  const seen = new Set<Element>();
  function visit(element: Element) {
    if (seen.has(element)) return;
    seen.add(element);
    for (const required of requirements(element)) {
      const before = ids.get(required);
      if (before) visit(before);
    }
    order.push(element);
  }
  elements.forEach(visit);
  return order.map((element) => {
    const table = child(element, "decisionTable");
    return {
      id: element.getAttribute("id") ?? "",
      name: element.getAttribute("name") ?? "",
      kind: table ? "TABLE" : child(element, "literalExpression") ? "EXPRESSION" : "OTHER",
      typeRef: child(element, "variable")?.getAttribute("typeRef") ?? "",
      rows: table ? children(table, "rule").length : 0,
      requires: requirements(element),
    };
  });
}

function requirements(decision: Element): string[] {
  return children(decision, "informationRequirement").flatMap((requirement) =>
    children(requirement).map((reference) => (reference.getAttribute("href") ?? "").replace(/^#/, "")),
  );
}

/** What a condition can be about: items and the other decisions, with the type of each. */
export function sources(document: Document, except: string): { name: string; typeRef: string; item: boolean }[] {
  return children(document.documentElement)
    .filter(({ localName }) => localName === "inputData" || localName === "decision")
    .filter((element) => element.getAttribute("id") !== except)
    .map((element) => ({
      name: element.getAttribute("name") ?? "",
      typeRef: child(element, "variable")?.getAttribute("typeRef") ?? "",
      item: element.localName === "inputData",
    }));
}
