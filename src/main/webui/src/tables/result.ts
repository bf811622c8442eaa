import { value } from "@/parts/format";
import type { BookDecision } from "./model";

/** What a decision came to, as people read it; a result of several columns by their labels. */
export function resultText(result: unknown, decision?: BookDecision): string {
  if (typeof result !== "object" || result === null || Array.isArray(result)) return value(result);
  const columns = result as Record<string, unknown>;
  const outputs = decision?.kind === "TABLE" ? decision.outputs : [];
  return outputs
    .filter((output) => output.name in columns)
    .map((output) => `${output.label} ${value(columns[output.name])}`)
    .join("、");
}
