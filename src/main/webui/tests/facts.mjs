// The answers, by item, of a matter that may be exempted: those of the demo's example.
import { readFileSync } from "node:fs";

export const EXEMPT_FACTS = JSON.parse(
  readFileSync(new URL("../../../demo/resources/demo/exempt-facts.json", import.meta.url), "utf8"),
);
