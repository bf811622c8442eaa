import type { EvaluatedDecision } from "@/api/schema";
import type { TableDecision, TableRow } from "./model";

export type RowPaint = "matched" | "selected" | "untested" | "idle" | "plain";

/** What an evaluation or a run of tests tells about a table. */
export interface Paint {
  /** The table as an evaluation with `?expand=ROWS` explains it. */
  explanation?: EvaluatedDecision["explanation"];
  /** The rows that an evaluation matched (`Decision.rows`). */
  matched?: readonly { id: string; selected: boolean }[];
  /** Ids of rows that no test hits. */
  untested?: readonly string[];
}

export function paintOf(row: TableRow, paint: Paint): RowPaint {
  const matched = paint.matched?.find((hit) => hit.id === row.id);
  if (matched) return matched.selected ? "selected" : "matched";
  if (paint.untested?.includes(row.id)) return "untested";
  if (paint.explanation && !explained(row, paint)) return "idle";
  return "plain";
}

/** Whether the condition in a column (from 0) was not met. */
export function failed(row: TableRow, column: number, paint: Paint): boolean {
  return explained(row, paint)?.failed?.includes(column + 1) ?? false;
}

function explained(row: TableRow, paint: Paint) {
  return paint.explanation?.rows.find((told) => told.id === row.id);
}

/** What to explain below the table: only what is in it. */
export function legendOf(
  table: TableDecision,
  paint: Paint,
): ("selected" | "matched" | "failed" | "idle" | "untested")[] {
  const paints = new Set(table.rows.map((row) => paintOf(row, paint)));
  const shown: ReturnType<typeof legendOf> = [];
  for (const kind of ["selected", "matched"] as const) if (paints.has(kind)) shown.push(kind);
  if (table.rows.some((row) => row.inputs.some((_, column) => failed(row, column, paint)))) shown.push("failed");
  for (const kind of ["idle", "untested"] as const) if (paints.has(kind)) shown.push(kind);
  return shown;
}
