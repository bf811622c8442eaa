import { answer, api, newKey, valueOf, type Answer } from "@/api/client";
import type { ApprovalCondition, VersionView, WrittenReason } from "@/api/schema";
import { useLoad, type Load } from "@/parts/load";
import { watch } from "vue";
import type { ApprovalView } from "@/api/schema";
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

export function keyOf(condition: Pick<ApprovalCondition, "gate" | "subject">): string {
  return `${condition.gate} ${condition.subject ?? ""}`;
}

/** One condition, or several failing tests in one. */
export interface Blocker {
  gate: string;
  conditions: ApprovalCondition[];
}

/** What is of one kind and needs no reason of its own stands together. */
export function gathered(conditions: readonly ApprovalCondition[]): Blocker[] {
  const blockers: Blocker[] = [];
  for (const condition of conditions) {
    const same = condition.gate === "test-failed" ? blockers.find((each) => each.gate === condition.gate) : undefined;
    if (same) same.conditions.push(condition);
    else blockers.push({ gate: condition.gate, conditions: [condition] });
  }
  return blockers;
}

/** The reasons that were written at the conditions they are for. */
export function writtenReasons(
  conditions: readonly ApprovalCondition[],
  written: Readonly<Record<string, string>>,
): WrittenReason[] {
  return conditions.flatMap((condition) => {
    const reason = written[keyOf(condition)]?.trim();
    return reason && condition.excusable ? [{ gate: condition.gate, subject: condition.subject ?? "", reason }] : [];
  });
}

export function useApproval(desk: VersionDesk): Load<ApprovalView> {
  const loaded = useLoad(() => valueOf(api.GET(`${VERSION}/approval`, { params: { path: desk.path } })));
  watch([desk.saves, desk.etag], loaded.load);
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

export function withdraw(desk: VersionDesk, reasons: string): Promise<void> {
  return take(desk, answer(api.POST(`${VERSION}/withdrawal`, { params: params(desk), body: { reasons } })));
}
