import { quote, unquote, type ValueType } from "./model";

/** How a cell can be put together without writing FEEL; what is not of these forms is written freely. */
export type CellForm =
  | { mode: "any" }
  | { mode: "one" | "not"; values: string[] }
  | { mode: "compare"; op: Comparison; value: string }
  | { mode: "between"; from: string; to: string; withFrom: boolean; withTo: boolean }
  | { mode: "free" };

export type Comparison = "eq" | "lt" | "le" | "gt" | "ge";
const SIGNS: Record<Comparison, string> = { eq: "", lt: "<", le: "<=", gt: ">", ge: ">=" };

const LIST = /^\s*("(?:[^"\\]|\\.)*"\s*(?:,\s*"(?:[^"\\]|\\.)*"\s*)*)$/;
const NOT = /^\s*not\s*\(([\s\S]*)\)\s*$/;
const NUMBER = "-?\\d+(?:\\.\\d+)?";
const DATE = 'date\\(\\s*"\\d{4}-\\d{2}-\\d{2}"\\s*\\)';

function words(list: string): string[] | undefined {
  return LIST.test(list) ? (list.match(/"(?:[^"\\]|\\.)*"/g) ?? []).map(unquote) : undefined;
}

/** Reads what an input cell says. */
export function readCell(cell: string, type: ValueType): CellForm {
  const said = cell.trim();
  if (said === "" || said === "-") return { mode: "any" };
  if (type.base === "boolean") {
    return said === "true" || said === "false" ? { mode: "one", values: [said] } : { mode: "free" };
  }
  if (type.base === "string") {
    const one = words(said);
    if (one) return { mode: "one", values: one };
    const not = words(NOT.exec(said)?.[1] ?? "");
    return not ? { mode: "not", values: not } : { mode: "free" };
  }
  const literal = type.base === "date" ? DATE : type.base === "number" ? NUMBER : "";
  if (!literal) return { mode: "free" };
  const compared = new RegExp(`^(<=|>=|<|>|=)?\\s*(${literal})$`).exec(said);
  if (compared) {
    const sign = compared[1] === "=" ? "" : (compared[1] ?? "");
    const op = (Object.keys(SIGNS) as Comparison[]).find((known) => SIGNS[known] === sign)!;
    return { mode: "compare", op, value: bare(compared[2]!) };
  }
  const range = new RegExp(`^([[(\\]])\\s*(${literal})\\s*\\.\\.\\s*(${literal})\\s*([\\])[])$`).exec(said);
  if (!range) return { mode: "free" };
  const [, open, from, to, close] = range;
  return { mode: "between", from: bare(from!), to: bare(to!), withFrom: open === "[", withTo: close === "]" };
}

const bare = (literal: string) => /"(.*)"/.exec(literal)?.[1] ?? literal;

/** @returns what the cell says; undefined while the form is not complete */
export function writeCell(form: CellForm, type: ValueType): string | undefined {
  const literal = (value: string) => (type.base === "date" ? `date("${value}")` : value);
  switch (form.mode) {
    case "any":
      return "-";
    case "one":
    case "not": {
      if (!form.values.length) return undefined;
      const list = type.base === "string" ? form.values.map(quote).join(",") : form.values.join(",");
      return form.mode === "not" ? `not(${list})` : list;
    }
    case "compare":
      return form.value === "" ? undefined : [SIGNS[form.op], literal(form.value)].filter(Boolean).join(" ");
    case "between":
      if (form.from === "" || form.to === "") return undefined;
      return `${form.withFrom ? "[" : "("}${literal(form.from)}..${literal(form.to)}${form.withTo ? "]" : ")"}`;
    case "free":
      return undefined;
  }
}

/** The one value that an output cell gives, without its quotes; undefined where it is an expression. */
export function readResult(cell: string, type: ValueType): string | undefined {
  const said = cell.trim();
  if (type.base === "string") return words(said)?.length === 1 ? words(said)![0] : said === "" ? "" : undefined;
  if (type.base === "date") return new RegExp(`^${DATE}$`).test(said) ? bare(said) : said === "" ? "" : undefined;
  return said;
}

export function writeResult(value: string, type: ValueType): string {
  if (type.base === "string") return quote(value);
  return type.base === "date" ? `date("${value}")` : value;
}
