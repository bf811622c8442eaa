import { watch } from "vue";
import { answer, api, newKey, valueOf, type Answer } from "@/api/client";
import type { ApprovalCondition, ApprovalView, VersionView, WrittenReason } from "@/api/schema";
import { language } from "@/i18n";
import { useLoad, type Load } from "@/parts/load";
import type { VersionDesk } from "./version";

const VERSION = "/api/v1/policies/{jurisdiction}/{name}/versions/{number}";

/** Where what a gate complains of is mended: a part of the version's page, or the book. */
const PLACES: Record<string, "tables" | "items" | "tests" | "impact" | "book"> = {
  "base-superseded": "book",
  model: "tables",
  analysis: "tables",
  "not-proven": "tables",
  "test-failed": "tests",
  "row-untested": "tests",
  vocabulary: "items",
  "parent-bottom-line-loosened": "tables",
  "entitlement-cut": "tables",
  "conformance-not-proven": "tables",
  "impact-missing": "impact",
};

export function placeOf(gate: string) {
  return PLACES[gate];
}

/** Gates whose reason the approver gives, not who submits. */
export function approversOwn(gate: string): boolean {
  return gate === "children" || gate === "child-not-conforming";
}

/** One condition; or several that are mended, or lifted by one reason, together. */
export interface Blocker {
  gate: string;
  lifted: boolean;
  excusable: boolean;
  /** What a reason in writing is for: what is concerned, or what holds all of them. */
  subject: string;
  conditions: ApprovalCondition[];
}

export function keyOf(blocker: Blocker): string {
  return `${blocker.gate} ${blocker.subject}`;
}

/** Rows of one table, tests that fail and the like stand together. */
export function gathered(conditions: readonly ApprovalCondition[]): Blocker[] {
  const blockers: Blocker[] = [];
  for (const condition of conditions) {
    const { gate, lifted, excusable, within } = condition;
    const same = blockers.find(
      (each) =>
        each.gate === gate &&
        each.lifted === lifted &&
        (gate === "test-failed" || (within !== undefined && each.conditions[0]?.within === within)),
    );
    if (same) {
      same.conditions.push(condition);
      same.subject = within ?? same.subject;
    } else {
      blockers.push({ gate, lifted, excusable, subject: condition.subject ?? "", conditions: [condition] });
    }
  }
  return blockers;
}

/** What stands in the way of approval now: what must be mended, and what still wants its reason. By gate, each once. */
export function unmet(
  blockers: readonly Blocker[],
  written: readonly WrittenReason[],
): { mend: string[]; explain: string[] } {
  const standing = blockers.filter((blocker) => !blocker.lifted);
  const given = new Set(written.map((reason) => `${reason.gate} ${reason.subject}`));
  const gates = (some: readonly Blocker[]) => [...new Set(some.map((blocker) => blocker.gate))];
  return {
    mend: gates(standing.filter((blocker) => !blocker.excusable)),
    explain: gates(standing.filter((blocker) => blocker.excusable && !given.has(keyOf(blocker)))),
  };
}

/** The reasons that were written at what they are for. */
export function writtenReasons(
  blockers: readonly Blocker[],
  written: Readonly<Record<string, string>>,
): WrittenReason[] {
  return blockers.flatMap((blocker) => {
    const reason = written[keyOf(blocker)]?.trim();
    return reason && blocker.excusable && !blocker.lifted
      ? [{ gate: blocker.gate, subject: blocker.subject, reason }]
      : [];
  });
}

export function useApproval(desk: VersionDesk): Load<ApprovalView> {
  const loaded = useLoad(() => valueOf(api.GET(`${VERSION}/approval`, { params: { path: desk.path } })));
  watch([desk.saves, desk.etag, language], loaded.load);
  void loaded.load();
  return loaded;
}

function params(desk: VersionDesk) {
  return { path: desk.path, header: { "Idempotency-Key": newKey(), "If-Match": desk.etag.value } };
}

async function take(desk: VersionDesk, act: Promise<Answer<VersionView>>): Promise<void> {
  const acted = await act;
  desk.took(acted.value, acted.etag);
}

export function submit(desk: VersionDesk, note: string, reasons: WrittenReason[]): Promise<void> {
  const body = { note: note.trim() || undefined, reasons };
  return take(desk, answer(api.POST(`${VERSION}/submission`, { params: params(desk), body })));
}

export function approve(
  desk: VersionDesk,
  effectiveFrom: string,
  note: string,
  reasons: WrittenReason[],
): Promise<void> {
  const body = { effectiveFrom, note: note.trim() || undefined, reasons };
  return take(desk, answer(api.POST(`${VERSION}/approval`, { params: params(desk), body })));
}

export function sendBack(desk: VersionDesk, remarks: string): Promise<void> {
  return take(desk, answer(api.POST(`${VERSION}/return`, { params: params(desk), body: { remarks } })));
}

/** Today as the server has it: its clock decides what is a day to come. */
export async function serversToday(desk: VersionDesk): Promise<string> {
  const query = { jurisdiction: desk.path.jurisdiction };
  return (await valueOf(api.GET("/api/v1/policies/resolve", { params: { query } }))).on;
}

export function withdraw(desk: VersionDesk, reasons: string): Promise<void> {
  return take(desk, answer(api.POST(`${VERSION}/withdrawal`, { params: params(desk), body: { reasons } })));
}
