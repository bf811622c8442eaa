// The forms of acts are made from the contract: every act has its operation there, every field is told in both languages.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import yaml from "js-yaml";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const { paths, components } = yaml.load(read("../../../../openapi/openapi.yaml"));
const table = read("../../../test/resources/org/rongcuo/cases/acts.txt").split("\n[acts]\n")[1];
const acts = table
  .split("\n")
  .map((line) => line.split("|").map((part) => part.trim()))
  .filter((parts) => parts.length > 5)
  .map(([act, , , , , request]) => {
    const [method, path] = request.split(/\s+/);
    return { act, method: method.toLowerCase(), path: path ?? "" };
  });
const named = (schema) => components.schemas[schema?.$ref?.split("/").pop()];

/** What a form of this schema could not tell. */
function untold(name, seen = new Set()) {
  if (seen.has(name)) return [];
  seen.add(name);
  const schema = components.schemas[name];
  const words = schema.enum && !/` .+ · /.test(schema.description ?? "") ? [`${name}: its codes`] : [];
  return [
    ...words,
    ...Object.entries(schema.properties ?? {}).flatMap(([property, each]) => [
      ...(/\p{Script=Han}.*·\s+\S/su.test(each.description ?? "") ? [] : [`${name}.${property}`]),
      ...[each, each.items ?? {}].filter(named).flatMap((of) => untold(of.$ref.split("/").pop(), seen)),
    ]),
  ];
}

test("every act has its operation in the contract, and its form has words in both languages", () => {
  assert.ok(acts.length > 50, `the acts are found: ${acts.length}`);
  const missing = acts.flatMap(({ act, method, path }) => {
    const operation = paths[`/api/v1/cases/{id}${path}`]?.[method];
    if (!operation) return [`${act}: no ${method} ${path}`];
    const [content] = Object.values(operation.requestBody?.content ?? {});
    return content ? untold(content.schema.$ref.split("/").pop()) : [];
  });
  assert.deepEqual([...new Set(missing)], []);
});
