import { child, children, parse, RC, text } from "./model";

/** One thing that differs between two models. */
export interface Difference {
  kind: "CELL" | "ROW" | "COLUMN" | "ITEM" | "TYPE" | "DECISION" | "EXPRESSION";
  change: "ADDED" | "REMOVED" | "CHANGED";
  /** The element that both sides know it by. */
  key: string;
  /** Name of the decision, item or type. */
  name: string;
  row?: number;
  column?: string;
  before: string;
  after: string;
}

function byId(elements: Element[]): Map<string, Element> {
  return new Map(elements.map((element, i) => [element.getAttribute("id") ?? String(i), element]));
}

function pairs(before: Element[], after: Element[]): [string, Element | undefined, Element | undefined][] {
  const old = byId(before);
  const now = byId(after);
  return [...new Set([...old.keys(), ...now.keys()])].map((id) => [id, old.get(id), now.get(id)]);
}

const named = (element: Element | undefined) => element?.getAttribute("name") ?? "";

/** What became of one model in the other, as people would tell it. */
export function compare(beforeXml: string, afterXml: string): Difference[] {
  const before = parse(beforeXml).documentElement;
  const after = parse(afterXml).documentElement;
  const found: Difference[] = [];
  const whole = (kind: Difference["kind"], key: string, old?: Element, now?: Element) =>
    found.push({
      kind,
      key,
      change: old ? "REMOVED" : "ADDED",
      name: named(now ?? old),
      before: old ? named(old) : "",
      after: now ? named(now) : "",
    });

  for (const [id, old, now] of pairs(children(before, "itemDefinition"), children(after, "itemDefinition"))) {
    const values = (of: Element) => text(child(of, "typeRef")) + " " + text(child(of, "allowedValues"));
    if (!old || !now) whole("TYPE", id, old, now);
    else if (values(old) !== values(now) || named(old) !== named(now))
      found.push({
        kind: "TYPE",
        key: id,
        change: "CHANGED",
        name: named(now),
        before: text(child(old, "allowedValues")),
        after: text(child(now, "allowedValues")),
      });
  }
  for (const [id, old, now] of pairs(children(before, "inputData"), children(after, "inputData"))) {
    if (!old || !now) whole("ITEM", id, old, now);
    else {
      const words = (of: Element) => [
        named(of),
        text(child(of, "description")),
        ...["group", "evidence", "basis", "scope", "source"].map((name) => of.getAttributeNS(RC, name) ?? ""),
        child(of, "variable")?.getAttribute("typeRef") ?? "",
      ];
      const [was, is] = [words(old), words(now)];
      is.forEach((said, i) => {
        if (said !== was[i])
          found.push({
            kind: "ITEM",
            key: `${id}.${i}`,
            change: "CHANGED",
            name: named(now),
            before: was[i] ?? "",
            after: said,
          });
      });
    }
  }
  for (const [id, old, now] of pairs(children(before, "decision"), children(after, "decision"))) {
    if (!old || !now) whole("DECISION", id, old, now);
    else decision(old, now, found);
  }
  return found;
}

function decision(before: Element, after: Element, found: Difference[]): void {
  const name = named(after);
  const [oldText, nowText] = [before, after].map((of) => text(child(of, "literalExpression")));
  if (oldText !== nowText)
    found.push({
      kind: "EXPRESSION",
      key: after.getAttribute("id") ?? "",
      change: "CHANGED",
      name,
      before: oldText ?? "",
      after: nowText ?? "",
    });
  const [old, now] = [child(before, "decisionTable"), child(after, "decisionTable")];
  if (!old || !now) return;
  for (const [id, was, is] of pairs(children(old, "input"), children(now, "input"))) {
    if (was && is) continue;
    const label = (was ?? is)?.getAttribute("label") ?? "";
    found.push({
      kind: "COLUMN",
      key: id,
      change: was ? "REMOVED" : "ADDED",
      name,
      column: label,
      before: was ? label : "",
      after: is ? label : "",
    });
  }
  const titles = [
    ...children(now, "input").map((input) => input.getAttribute("label") || text(child(input, "inputExpression"))),
    ...children(now, "output").map((output) => output.getAttribute("label") || output.getAttribute("name") || name),
    ...children(now, "annotation").map(named),
  ];
  const rows = (table: Element) => children(table, "rule");
  for (const [id, was, is] of pairs(rows(old), rows(now))) {
    const row = (is ? rows(now).indexOf(is) : rows(old).indexOf(was!)) + 1;
    const cells = (rule: Element) => children(rule).filter(({ localName }) => localName.endsWith("Entry"));
    if (!was || !is) {
      const told = (rule?: Element) => (rule ? cells(rule).map(text).join(" · ") : "");
      found.push({
        kind: "ROW",
        key: id,
        change: was ? "REMOVED" : "ADDED",
        name,
        row,
        before: told(was),
        after: told(is),
      });
      continue;
    }
    if (cells(was).length !== cells(is).length) continue;
    cells(is).forEach((cell, i) => {
      const [oldText, nowText] = [text(cells(was)[i]), text(cell)];
      const same = oldText === nowText || (blank(oldText) && blank(nowText));
      if (!same)
        found.push({
          kind: "CELL",
          key: `${id}.${i}`,
          change: "CHANGED",
          name,
          row,
          column: titles[i] ?? "",
          before: oldText,
          after: nowText,
        });
    });
  }
}

const blank = (cell: string) => cell === "" || cell === "-";
