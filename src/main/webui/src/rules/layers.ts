import type { BookKind } from "@/api/schema";
import { translate } from "@/i18n";

/** What a book is among those that apply: the one that speaks, one above it, or law above. */
export function layerRole(layer: { kind?: BookKind; speaking?: boolean }): string {
  if (layer.speaking) return translate("rules.layer.speaking");
  return translate(layer.kind === "STATUTE" ? "rules.layer.statute" : "rules.layer.above");
}
