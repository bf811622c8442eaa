import type { ModelDiff, RowChange } from "@/api/schema";

/** A row whose conditions or results changed while what it says of itself did not: its basis and note may be out of date. */
export function staleText(row: RowChange): boolean {
  return row.kind === "CHANGED" && row.conditions.length + row.outputs.length > 0 && !row.fields.some(isText);
}

function isText({ field }: RowChange["fields"][number]): boolean {
  return field === "BASIS" || field === "NOTE";
}

/** All such rows, by the name of their table and their number. */
export function staleRows(rules: ModelDiff): { decision: string; number: number }[] {
  return rules.decisions.flatMap((decision) =>
    decision.rows
      .filter(staleText)
      .map((row) => ({ decision: decision.name, number: (row.after ?? row.before)?.number ?? 0 })),
  );
}
