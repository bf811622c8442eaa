import type { AppliedVersion, EvaluationView } from "@/api/schema";

/** The versions that the checklist names now and that an evaluation did not go by. */
export function newerThan(evaluation: EvaluationView, now: readonly AppliedVersion[]): AppliedVersion[] {
  const used = new Set(
    evaluation.chains.flatMap((chain) => chain.layers.map((layer) => `${layer.policy}@${layer.version}`)),
  );
  return now.filter((version) => !used.has(`${version.policy}@${version.version}`));
}
