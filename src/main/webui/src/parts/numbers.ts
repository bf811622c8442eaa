const COMPARED = /^(<=|>=|<|>)\s*(-?[\d.]+)$/;
const BETWEEN = /^([[\](])\s*(-?[\d.]+)\s*\.\.\s*(-?[\d.]+)\s*([[\])])$/;

/** A number as people type it, full-width digits and thousands separators too; undefined where it is none. */
export function readNumber(typed: string): number | undefined {
  const text = typed.normalize("NFKC").replaceAll(/[\s,]/g, "");
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(text)) return undefined;
  return Number(text);
}

/** Whether an item's range admits a number. A range that is written otherwise is left to the server. */
export function inRange(number: number, range: string | undefined): boolean {
  const text = (range ?? "").trim();
  const compared = COMPARED.exec(text);
  if (compared) {
    const bound = Number(compared[2]);
    switch (compared[1]) {
      case "<=":
        return number <= bound;
      case ">=":
        return number >= bound;
      case "<":
        return number < bound;
      default:
        return number > bound;
    }
  }
  const between = BETWEEN.exec(text);
  if (!between) return true;
  const from = Number(between[2]);
  const to = Number(between[3]);
  return (between[1] === "[" ? number >= from : number > from) && (between[4] === "]" ? number <= to : number < to);
}
