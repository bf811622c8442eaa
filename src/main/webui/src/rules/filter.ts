import type { ItemView, RuleListEntry, RuleListLayer } from "@/api/schema";

/** An entry with the book it stands in. */
export interface ListedEntry {
  layer: RuleListLayer;
  entry: RuleListEntry;
}

/** The words that somebody looks for; all of them must be found. */
export function wordsOf(sought: string): string[] {
  return sought.trim().toLowerCase().split(/\s+/).filter(Boolean);
}

function holds(words: readonly string[], texts: readonly (string | undefined)[]): boolean {
  const told = texts.join(" ").toLowerCase();
  return words.every((word) => told.includes(word));
}

export function entriesOf(
  layers: readonly RuleListLayer[],
  list: "positive" | "negative",
  words: readonly string[],
): ListedEntry[] {
  return layers.flatMap((layer) =>
    layer[list]
      .filter((entry) =>
        holds(words, [
          entry.text,
          entry.note,
          entry.basis,
          ...entry.conditions.flatMap((condition) => [condition.column, condition.test]),
        ]),
      )
      .map((entry) => ({ layer, entry })),
  );
}

/** What kind of undertaking an entry is about: what its first condition looks at (the classes of a list). */
export function kindOf(listed: ListedEntry): string {
  return listed.entry.conditions[0]?.column ?? "";
}

/** The kinds of undertaking that the speaking book tells apart; none where it makes no difference. */
export function kindsOf(entries: readonly ListedEntry[]): string[] {
  const kinds = new Set(entries.filter((listed) => listed.layer.speaking && !listed.entry.catchAll).map(kindOf));
  return kinds.size > 1 ? [...kinds].filter(Boolean) : [];
}

/** What to keep as proof, by group of questions. */
export interface EvidenceGroup {
  name: string;
  items: { item: ItemView; evidence: string[] }[];
}

export function evidenceOf(questions: readonly ItemView[], words: readonly string[]): EvidenceGroup[] {
  const groups = new Map<string, EvidenceGroup>();
  for (const item of questions) {
    if (!item.evidence || !holds(words, [item.name, item.question, item.evidence, item.basis, item.group])) continue;
    const name = item.group ?? "";
    const group = groups.get(name) ?? { name, items: [] };
    group.items.push({
      item,
      evidence: item.evidence
        .split(/[、;;]/)
        .map((each) => each.trim())
        .filter(Boolean),
    });
    groups.set(name, group);
  }
  return [...groups.values()];
}
