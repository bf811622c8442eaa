import { translate } from "@/i18n";

const COMPARISON = /^(<=|>=|<|>)\s*(.+)$/;
const RANGE = /^([[\](])\s*(.+?)\s*\.\.\s*(.+?)\s*([[\])])$/;

/** A condition of a row as people read it; comparisons and ranges, which the server leaves as they stand, in words. */
export function conditionText(test: string | undefined): string {
  const text = (test ?? "").trim();
  const comparison = COMPARISON.exec(text);
  if (comparison) return translate(`common.compare.${comparison[1]}`, { value: comparison[2] });
  const range = RANGE.exec(text);
  if (range) return translate("common.compare.range", { from: range[2], to: range[3] });
  return text;
}
