import type { EvaluatedChain, EvaluatedDecision, EvaluatedLayer } from "@/api/schema";
import { translate } from "@/i18n";

/** Which decisions of a book tell why it says what it says. */
const TELLING = ["tolerability", "bottomLine", "circumstances"];

/** The decisions of a layer that hit rows and tell why, the outcome first. */
export function tellingDecisions(layer: EvaluatedLayer): EvaluatedDecision[] {
  return TELLING.flatMap((id) => layer.decisions.filter((decision) => decision.id === id && decision.rows.length));
}

/** Whether two chains are of the same versions, so that one of them tells all. */
export function sameVersions(one: EvaluatedChain, other: EvaluatedChain): boolean {
  const versions = (chain: EvaluatedChain) => chain.layers.map((layer) => `${layer.policy}@${layer.version}`).join();
  return versions(one) === versions(other);
}

/**
 * Whether a layer from above says otherwise than the book that speaks, and it comes to nothing: the conclusion is the local
 * book's all the same.
 */
export function overruled(chain: EvaluatedChain, layer: EvaluatedLayer): boolean {
  const word = chain.layers.find((each) => each.speaking)?.word;
  if (layer.speaking || !word || !layer.word || chain.recommendation.code === "REFER") return false;
  if (layer.word === "不适用") return false;
  return layer.word !== word && layer.decisions.some((decision) => decision.rows.length > 0);
}

/** What a book is among those that apply. */
export function layerRole(layer: { kind: string; speaking: boolean }): string {
  if (layer.speaking) return translate("common.evaluation.speaking");
  return translate(layer.kind === "STATUTE" ? "common.evaluation.statute" : "common.evaluation.above");
}
