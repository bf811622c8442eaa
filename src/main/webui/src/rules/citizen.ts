import type { EvaluationReason, EvaluationView } from "@/api/schema";
import { translate } from "@/i18n";

/** Reasons that the server words for the office's handlers, in words for whoever checks a matter of their own. */
function plain(reason: EvaluationReason): EvaluationReason {
  if (reason.code === "facts-missing")
    return {
      ...reason,
      items: [],
      text: translate("rules.check.factsMissing", { n: reason.items?.length ?? 0 }),
    };
  if (reason.code === "subject-status-unknown")
    return { ...reason, items: [], text: translate("rules.check.statusUnknown") };
  return reason;
}

export function forCitizen(evaluation: EvaluationView): EvaluationView {
  return {
    ...evaluation,
    recommendation: { ...evaluation.recommendation, reasons: evaluation.recommendation.reasons.map(plain) },
    chains: evaluation.chains.map((chain) => ({
      ...chain,
      recommendation: { ...chain.recommendation, reasons: chain.recommendation.reasons.map(plain) },
      layers: chain.layers.map((layer) => ({ ...layer, reasons: layer.reasons.map(plain) })),
    })),
  };
}
