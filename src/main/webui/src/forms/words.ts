import { language } from "@/i18n";
import { spoken, type Schema } from "./contract";

/** How a field is named and explained; what its two answers are called, where it is a question of yes or no. */
export interface Words {
  label: string;
  help: string;
  yes?: string;
  no?: string;
}

/** A value that can be chosen. */
export interface Choice {
  value: string;
  label: string;
}

/** The values of an enum with their words: "`SIMPLE` 简易 · simple; `ORDINARY` 普通 · ordinary". */
export function choicesOf(schema: Schema): Choice[] {
  const words = new Map(
    [...(schema.codes ?? schema.description ?? "").matchAll(/`(\w+)` (.+?)(?=; `|$)/gs)].map(([, code, text]) => [
      code!,
      spoken(text),
    ]),
  );
  return (schema.enum ?? []).map((value) => ({ value, label: words.get(value) ?? value }));
}

/**
 * The words of a property. In Chinese what stands before the first mark of its description is the name and the rest
 * explains it; in English the property's own name, a term of the field, is the name. What is a matter of the interface
 * alone (标识, codes, names of other properties) is told in the words of the form.
 */
export function wordsOf(name: string, schema: Schema, siblings: Record<string, Schema> = {}): Words {
  const text = spoken(schema.description);
  const [, yes, no] = /\btrue (.+?)[,;]\s*false (.+)$/.exec(text) ?? [];
  const told = yes ? text.replace(/[::,]?\s*\btrue .*$/, "") : text;
  if (language.value !== "zh") return { label: title(name), help: same(told, name) ? "" : told, yes, no };
  const [, head, rest] = /^([^,;:(。]*)[,;:(。]?(.*)$/s.exec(plain(told)) ?? [];
  return { label: head || title(name), help: inWords(unbracketed(rest ?? ""), schema, siblings), yes, no };
}

function plain(text: string): string {
  return text
    .replace(/,?(见 GET \S+|不得为 \w+)/g, "")
    .replace(/\(本案(材料|文书|当事人)标识\)/g, "")
    .replace(/的?标识/g, "");
}

/** What stood in brackets behind the name: "如认定),本案仅有一项时可略" as "如认定,本案仅有一项时可略". */
function unbracketed(rest: string): string {
  return rest.includes("(") ? rest : rest.replace(/\)[,;]?(?=.)/, ",").replace(/\)$/, "");
}

/** "缺省 ORDINARY" as "缺省“普通”", "与 organ 二选一" as "与“单位”二选一". */
function inWords(text: string, schema: Schema, siblings: Record<string, Schema>): string {
  const known = new Map(choicesOf(schema).map(({ value, label }) => [value, label]));
  for (const [name, sibling] of Object.entries(siblings)) {
    known.set(name, plain(spoken(sibling.description)).split(/[,;:(。]/)[0]!);
    for (const { value, label } of choicesOf(sibling)) known.set(value, label);
  }
  return text.replace(/\s*\b([A-Za-z_]+)\b\s*/g, (all, word: string) =>
    known.get(word) ? `“${known.get(word)}”` : all,
  );
}

/** "termsOfReference" as "Terms of reference". */
export function title(name: string): string {
  const words = name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function same(told: string, name: string): boolean {
  return told.replace(/^(the|its) /, "").toLowerCase() === title(name).toLowerCase();
}
