import type { ItemView } from "@/api/schema";

/** The answers of a checklist by item; what is not answered is not in it. */
export type Facts = Record<string, unknown>;

/** What a form needs to know of an item; `ItemView` is one. */
export type FactItem = Pick<
  ItemView,
  "item" | "name" | "question" | "type" | "allowedValues" | "range" | "group" | "evidence" | "basis"
>;

/** What is still open, in asking order (`openItems` of an evaluation). */
export interface OpenFact {
  item: string;
  material: boolean;
}

export interface FactSection {
  kind: "ALL" | "OPEN" | "ANSWERED" | "IMMATERIAL";
  groups: { name: string; items: FactItem[] }[];
  count: number;
}

/** A question that is being answered, where it stood when the person came to it. */
export interface HeldFact {
  item: string;
  kind: FactSection["kind"];
  /** Its place among the open ones. */
  at: number;
}

function grouped(items: readonly FactItem[]): FactSection["groups"] {
  const groups = new Map<string, FactItem[]>();
  for (const item of items) {
    const name = item.group ?? "";
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return [...groups].map(([name, members]) => ({ name, items: members }));
}

export function answered(facts: Facts, item: string): boolean {
  const value = facts[item];
  return value !== undefined && value !== null && value !== "";
}

/**
 * How a form is divided: by group; or, where it is known what is open, into what still matters (in asking order), what is
 * answered and what no longer matters. What is being answered stays where it is until the person leaves it.
 */
export function sectionsOf(
  items: readonly FactItem[],
  facts: Facts,
  open?: readonly OpenFact[],
  held?: HeldFact | null,
): FactSection[] {
  if (!open) return [{ kind: "ALL", groups: grouped(items), count: items.length }];
  const byId = new Map(items.map((item) => [item.item, item]));
  const asked = open
    .filter((each) => each.material && byId.has(each.item) && !answered(facts, each.item))
    .map((each) => each.item)
    .filter((item) => item !== held?.item);
  if (held?.kind === "OPEN") asked.splice(held.at, 0, held.item);
  const material = new Set(asked);
  const kindOf = ({ item }: FactItem): FactSection["kind"] => {
    if (item === held?.item) return held.kind;
    if (answered(facts, item)) return "ANSWERED";
    return material.has(item) ? "OPEN" : "IMMATERIAL";
  };
  const done = items.filter((item) => kindOf(item) === "ANSWERED");
  const rest = items.filter((item) => kindOf(item) === "IMMATERIAL");
  const sections: FactSection[] = [
    {
      kind: "OPEN",
      // Asking order cuts across the groups.
      groups: [{ name: "", items: asked.flatMap((item) => byId.get(item) ?? []) }],
      count: asked.length,
    },
    { kind: "ANSWERED", groups: grouped(done), count: done.length },
    { kind: "IMMATERIAL", groups: grouped(rest), count: rest.length },
  ];
  return sections.filter((section) => section.kind === "OPEN" || section.count > 0);
}
