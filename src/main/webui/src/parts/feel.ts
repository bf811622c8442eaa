import { translate } from "@/i18n";

const STRING = '"(?:[^"\\\\]|\\\\.)*"';
const STRINGS = new RegExp(`^${STRING}(?:\\s*,\\s*${STRING})*$`);
const NOT_STRINGS = new RegExp(`^not\\(\\s*(${STRING}(?:\\s*,\\s*${STRING})*)\\s*\\)$`);

/** The values of a plain list of strings such as `"甲","乙"`; null where the text is anything else. */
export function stringsOf(feel: string): string[] | null {
  const text = feel.trim();
  if (!STRINGS.test(text)) return null;
  return (text.match(new RegExp(STRING, "g")) ?? []).map((quoted) => JSON.parse(quoted) as string);
}

/**
 * A cell's FEEL as people read it: quotes of plain lists dropped, yes and no, comparisons with their signs. What is more
 * than that stays as it is written, since a paraphrase could say something else.
 */
export function readFeel(feel: string): string {
  const text = feel.trim();
  if (text === "" || text === "-") return translate("tables.any");
  if (text === "true") return translate("common.yes");
  if (text === "false") return translate("common.no");
  const strings = stringsOf(text);
  if (strings) return strings.join("、");
  const not = NOT_STRINGS.exec(text);
  if (not) return translate("tables.not", { values: stringsOf(not[1] ?? "")?.join("、") ?? "" });
  const compared = /^(<=|>=)\s*(-?[\d.]+)$/.exec(text);
  if (compared) return `${compared[1] === "<=" ? "≤" : "≥"} ${compared[2]}`;
  return text;
}
