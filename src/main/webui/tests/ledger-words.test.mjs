// Every kind of entry that the product writes into a ledger has its words in the console.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const SOURCES = new URL("../../java/org/rongcuo/", import.meta.url).pathname;
const EVENTS = /sealed interface \w+ extends (DomainEvent|CaseMove)/;

/** The records of a sealed interface of events that implement it, in kebab case as the ledger names them. */
function typesIn(source) {
  return [...source.matchAll(/record (\w+)\([^{]*?\)\s*implements \w+/g)].map(([, name]) =>
    name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase(),
  );
}

test("every kind of ledger entry has words in both languages", () => {
  const files = readdirSync(SOURCES, { recursive: true })
    .filter((file) => file.endsWith(".java"))
    .map((file) => readFileSync(join(SOURCES, file), "utf8"));
  const types = new Set(files.filter((source) => EVENTS.test(source)).flatMap(typesIn));
  assert.ok(types.size > 30, `the events are found: ${types.size}`);
  const words = readFileSync(new URL("../src/i18n/ledger.ts", import.meta.url), "utf8");
  const missing = [...types].filter((type) => words.split(`"${type}":`).length !== 3);
  assert.deepEqual(missing, []);
});
