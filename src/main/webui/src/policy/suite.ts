import { answer, api, valueOf } from "@/api/client";
import type { TestCase as TestForm } from "@/api/schema";
import type { Facts } from "@/parts/facts";
import { stringsOf } from "@/parts/feel";
import type { BookDecision } from "@/tables/model";
import type { VersionDesk, VersionPath } from "./version";

const TESTS = "/api/v1/policies/{jurisdiction}/{name}/versions/{number}/tests";

/** One test: facts, and what some decisions must make of them. */
export interface TestCase {
  id: string;
  description: string;
  facts: Facts;
  expected: Record<string, unknown>;
}

function whole(test: TestForm): TestCase {
  return {
    id: test.id ?? "",
    description: test.description ?? "",
    facts: test.facts ?? {},
    expected: test.expected ?? {},
  };
}

export async function readSuite(path: VersionPath): Promise<TestCase[]> {
  const suite = await valueOf(api.GET(TESTS, { params: { path }, headers: { Accept: "application/json" } }));
  return ((suite as { cases?: TestForm[] }).cases ?? []).map(whole);
}

/** Saves all the tests of a version; what is wrong with the n-th stands at /cases/n. */
export async function saveSuite(desk: VersionDesk, cases: readonly TestCase[]): Promise<void> {
  const saved = await answer(
    api.PUT(TESTS, {
      params: { path: desk.path, header: { "If-Match": desk.etag.value } },
      body: { cases: [...cases] },
    }),
  );
  desk.took(saved.value, saved.etag);
}

/** The tests as a file of the DMN TCK, for other tools. */
export async function exportSuite(path: VersionPath): Promise<string> {
  const text = await valueOf(
    api.GET(TESTS, { params: { path }, headers: { Accept: "application/xml" }, parseAs: "text" }),
  );
  return text as unknown as string;
}

export async function importSuite(desk: VersionDesk, xml: string): Promise<void> {
  const saved = await answer(
    api.PUT(TESTS, {
      params: { path: desk.path, header: { "If-Match": desk.etag.value } },
      body: xml as never,
      bodySerializer: (body) => body as unknown as string,
      headers: { "Content-Type": "application/xml" },
    }),
  );
  desk.took(saved.value, saved.etag);
}

/** The next free number of a test, "094". */
export function nextId(cases: readonly TestCase[]): string {
  const highest = cases.reduce((top, test) => Math.max(top, /^\d+$/.test(test.id) ? Number(test.id) : 0), 0);
  return String(highest + 1).padStart(3, "0");
}

/** What one column of a result can be. */
export interface ExpectedColumn {
  name: string;
  label: string;
  type: "TEXT" | "BOOLEAN" | "NUMBER";
  /** The results that the table gives somewhere. */
  values: string[];
}

/** What can be expected of a decision: one value, a list of them, or one of each column. */
export interface ExpectedKind {
  form: "ONE" | "LIST" | "COLUMNS";
  columns: ExpectedColumn[];
}

const LISTS = ["COLLECT", "RULE ORDER", "OUTPUT ORDER"];

/** Told by the table's results; of an expression by the sample at hand. */
export function expectedKind(decision: BookDecision, sample?: unknown): ExpectedKind {
  if (decision.kind === "EXPRESSION") {
    const type = typeof sample === "boolean" ? "BOOLEAN" : typeof sample === "number" ? "NUMBER" : "TEXT";
    return {
      form: Array.isArray(sample) ? "LIST" : "ONE",
      columns: [{ name: "", label: decision.name, type, values: [] }],
    };
  }
  const columns = decision.outputs.map((output, index): ExpectedColumn => {
    const cells = decision.rows.map((row) => row.outputs[index] ?? "");
    const values = [...new Set(cells.flatMap((cell) => stringsOf(cell) ?? []))];
    const boolean = cells.every((cell) => cell === "true" || cell === "false");
    const number = cells.every((cell) => /^-?[\d.]+$/.test(cell));
    return { name: output.name, label: output.label, type: boolean ? "BOOLEAN" : number ? "NUMBER" : "TEXT", values };
  });
  const form = LISTS.includes(decision.hitPolicy) ? "LIST" : columns.length > 1 ? "COLUMNS" : "ONE";
  return { form, columns };
}

/** What a field begins with. */
export function firstOf(column: ExpectedColumn): unknown {
  return { BOOLEAN: true, NUMBER: 0, TEXT: column.values[0] ?? "" }[column.type];
}
