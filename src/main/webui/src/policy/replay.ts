import type { ImpactReport, Recommendation, ReplayView } from "@/api/schema";
import { rowOf, type BookDecision } from "@/tables/model";

export const OUTCOMES: readonly Recommendation[] = ["EXEMPT", "MITIGATE", "NOT_TOLERABLE", "REFER"];

export function running(replay: ReplayView): boolean {
  return replay.status === "WAITING" || replay.status === "RUNNING";
}

export function filtered(replay: ReplayView): boolean {
  return Object.values(replay.filters).some((filter) => filter !== undefined && filter !== null);
}

/** How many subjects went from one outcome to another. */
export function flow(report: ImpactReport, from: Recommendation, to: Recommendation): number {
  if (from === to) {
    return report.unchanged.filter((each) => each.outcome === from).reduce((sum, each) => sum + each.count, 0);
  }
  return report.flips.filter((each) => each.from === from && each.to === to).reduce((sum, each) => sum + each.count, 0);
}

export function sum(counts: readonly { count: number }[]): number {
  return counts.reduce((total, each) => total + each.count, 0);
}

/** The outcomes that occur at all, before or after. */
export function occurring(report: ImpactReport): Recommendation[] {
  return OUTCOMES.filter((outcome) =>
    OUTCOMES.some((other) => flow(report, outcome, other) > 0 || flow(report, other, outcome) > 0),
  );
}

export interface NamedRow {
  decision: string;
  number: number;
  note: string;
  /** What the row gives, as FEEL. */
  outputs: string[];
}

/**
 * A row as a report names it (`330922/tolerance:minor_r2`), found in the model of the version it matched in.
 *
 * @returns null where that book's model is not at hand
 */
export function namedRow(reference: string, model: readonly BookDecision[]): NamedRow | null {
  const found = rowOf(model, reference.slice(reference.indexOf(":") + 1));
  if (!found) return null;
  const { decision, row } = found;
  const note = decision.annotations.indexOf("说明");
  return {
    decision: decision.name,
    number: row.number,
    note: row.annotations[note] ?? "",
    outputs: row.outputs,
  };
}
