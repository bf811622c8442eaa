import { translate } from "@/i18n";
import type { BookDecision } from "@/tables/model";
import { resultText } from "@/tables/result";

/** A result of a decision as people read it; one that did not come out says so. */
export function expectation(result: unknown, decision?: BookDecision): string {
  if (result === null || result === undefined) return translate("policy.tests.noResult");
  if (Array.isArray(result) && result.length === 0) return translate("policy.tests.emptyList");
  return resultText(result, decision);
}
