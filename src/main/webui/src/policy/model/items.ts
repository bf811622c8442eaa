import { stringsOf } from "@/parts/feel";
import { child, children, DMN, quote, RC, text, typeOf, type ValueType } from "./model";

/** The items of a book, as people edit them; every change is made in the document itself. */
export interface Item {
  id: string;
  name: string;
  question: string;
  type: ValueType;
  group: string;
  evidence: string;
  basis: string;
  scope: string;
  source: string;
}

export type ItemText = "group" | "evidence" | "basis" | "scope" | "source";
export type ItemBase = "string" | "number" | "boolean" | "date";

export const ID = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;
/** The most characters of a name, and of the other texts of an item. */
export const MOST = { name: 60, text: 500 };
/** A name that FEEL reads in one way only; the gate asks for the same. */
export const NAME = /^[\p{L}_][\p{L}\p{N}_]*(?: [\p{L}\p{N}_]+)*$/u;

const elements = (document: Document) => children(document.documentElement, "inputData");
const variable = (item: Element) => child(item, "variable");

export function items(document: Document): Item[] {
  return elements(document).map((item) => {
    const rc = (name: string) => item.getAttributeNS(RC, name) ?? "";
    return {
      id: item.getAttribute("id") ?? "",
      name: item.getAttribute("name") ?? "",
      question: text(child(item, "description")),
      type: typeOf(document, variable(item)?.getAttribute("typeRef")),
      group: rc("group"),
      evidence: rc("evidence"),
      basis: rc("basis"),
      scope: rc("scope") || "SUBJECT",
      source: rc("source") || "ANSWER",
    };
  });
}

function element(document: Document, id: string): Element {
  const found = elements(document).find((item) => item.getAttribute("id") === id);
  if (!found) throw new Error(`no item ${id}`);
  return found;
}

function make(document: Document, name: string, attributes: Record<string, string> = {}): Element {
  const made = document.createElementNS(DMN, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

export function setQuestion(document: Document, id: string, question: string): void {
  const item = element(document, id);
  let description = child(item, "description");
  if (!description) {
    description = make(document, "description");
    item.prepend(description);
  }
  description.textContent = question;
}

export function setText(document: Document, id: string, field: ItemText, value: string): void {
  const item = element(document, id);
  if (value) item.setAttributeNS(RC, `rc:${field}`, value);
  else item.removeAttributeNS(RC, field);
}

// ---- where FEEL speaks of a name ----

const STRINGS = /("(?:[^"\\]|\\.)*")/;
const nameToken = (name: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}_])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}_])`, "gu");

/** Replaces a name wherever FEEL speaks of it, words in quotes left alone. */
export function renameIn(feel: string, from: string, to: string): string {
  return feel
    .split(STRINGS)
    .map((part, i) => (i % 2 ? part : part.replace(nameToken(from), to)))
    .join("");
}

function feelTexts(decision: Element): Element[] {
  return Array.from(decision.getElementsByTagNameNS(DMN, "text")).filter(
    ({ parentElement }) => parentElement?.localName !== "annotationEntry",
  );
}

/** Names of the decisions that speak of an item. */
export function uses(document: Document, name: string): string[] {
  return children(document.documentElement, "decision")
    .filter((decision) => feelTexts(decision).some((said) => renameIn(text(said), name, "") !== text(said)))
    .map((decision) => decision.getAttribute("name") ?? "");
}

export function nameTaken(document: Document, name: string, except = ""): boolean {
  return children(document.documentElement).some(
    (other) =>
      ["inputData", "decision"].includes(other.localName) &&
      other.getAttribute("id") !== except &&
      other.getAttribute("name") === name,
  );
}

export function idTaken(document: Document, id: string): boolean {
  return Array.from(document.getElementsByTagName("*")).some((other) => other.getAttribute("id") === id);
}

/** A new name: for the item, and wherever tables and expressions speak of it. */
export function rename(document: Document, id: string, name: string): void {
  const item = element(document, id);
  const before = item.getAttribute("name") ?? "";
  item.setAttribute("name", name);
  variable(item)?.setAttribute("name", name);
  for (const decision of children(document.documentElement, "decision")) {
    for (const said of feelTexts(decision)) {
      const now = renameIn(said.textContent ?? "", before, name);
      if (now !== said.textContent) said.textContent = now;
    }
    for (const input of Array.from(decision.getElementsByTagNameNS(DMN, "input")))
      if (input.getAttribute("label") === before) input.setAttribute("label", name);
  }
}

// ---- values ----

function definition(document: Document, typeName: string): Element | undefined {
  return children(document.documentElement, "itemDefinition").find((found) => found.getAttribute("name") === typeName);
}

/** Names of the items and decisions whose values are of a type. */
export function typed(document: Document, typeName: string): string[] {
  return children(document.documentElement)
    .filter((holder) => variable(holder)?.getAttribute("typeRef") === typeName)
    .map((holder) => holder.getAttribute("name") ?? "");
}

/** The cells that may hold words of a type: columns of that type, and the results of decisions of that type. */
function cellsOf(document: Document, typeName: string): { cell: Element; decision: string; row: number }[] {
  const names = typed(document, typeName);
  return children(document.documentElement, "decision").flatMap((decision) => {
    const table = child(decision, "decisionTable");
    if (!table) return [];
    const inputs = children(table, "input").map((input) => {
      const expression = child(input, "inputExpression");
      return expression?.getAttribute("typeRef") === typeName || names.includes(text(expression));
    });
    const result = variable(decision)?.getAttribute("typeRef") === typeName;
    const name = decision.getAttribute("name") ?? "";
    return children(table, "rule").flatMap((rule, i) =>
      [
        ...children(rule, "inputEntry").filter((_, column) => inputs[column]),
        ...(result ? children(rule, "outputEntry") : []),
      ].map((cell) => ({ cell, decision: name, row: i + 1 })),
    );
  });
}

/** Where a word is used: in how many cells, and in which rows of which decisions; an expression has no rows. */
export function wordUses(
  document: Document,
  typeName: string,
  word: string,
): { cells: number; decisions: { decision: string; rows: number[] }[] } {
  const cells = cellsOf(document, typeName).filter(({ cell }) => text(cell).includes(quote(word)));
  const found = new Map<string, Set<number>>();
  for (const { decision, row } of cells) found.set(decision, (found.get(decision) ?? new Set()).add(row));
  const expressions = expressionsOf(document, typeName).filter(({ said }) => text(said).includes(quote(word)));
  for (const { decision } of expressions) found.set(decision, new Set());
  return {
    cells: cells.length + expressions.length,
    decisions: [...found].map(([decision, rows]) => ({ decision, rows: [...rows] })),
  };
}

/** The expressions that speak of values of a type. */
function expressionsOf(document: Document, typeName: string): { said: Element; decision: string }[] {
  const names = typed(document, typeName);
  return children(document.documentElement, "decision").flatMap((decision) => {
    const said = child(child(decision, "literalExpression"), "text");
    const speaks = said && names.some((name) => renameIn(text(said), name, "") !== text(said));
    return speaks ? [{ said, decision: decision.getAttribute("name") ?? "" }] : [];
  });
}

export function setWords(document: Document, typeName: string, words: string[]): void {
  setAllowed(document, definition(document, typeName), words.map(quote).join(","));
}

/** Another wording of a value, in the item's answers and in every cell and expression that names it. */
export function renameWord(document: Document, typeName: string, from: string, to: string): void {
  const allowed = child(child(definition(document, typeName), "allowedValues"), "text");
  const words = (stringsOf(text(allowed)) ?? []).map((word) => (word === from ? to : word));
  setWords(document, typeName, words);
  const swap = (said: string) =>
    said
      .split(STRINGS)
      .map((part, i) => (i % 2 && part === quote(from) ? quote(to) : part))
      .join("");
  for (const { cell } of cellsOf(document, typeName)) {
    const said = child(cell, "text");
    if (said) said.textContent = swap(said.textContent ?? "");
  }
  for (const { said } of expressionsOf(document, typeName)) said.textContent = swap(text(said));
}

function setAllowed(document: Document, type: Element | undefined, feel: string): void {
  if (!type) return;
  child(type, "allowedValues")?.remove();
  if (!feel) return;
  const allowed = make(document, "allowedValues");
  const said = make(document, "text");
  said.textContent = feel;
  allowed.append(said);
  const after = child(type, "typeRef");
  if (after) after.after(allowed);
  else type.append(allowed);
}

function free(wanted: string, taken: (candidate: string) => boolean): string {
  let candidate = wanted;
  for (let n = 2; taken(candidate); n++) candidate = `${wanted}${n}`;
  return candidate;
}

function newType(document: Document, item: Element, base: string): string {
  const name = free(`${item.getAttribute("name")}取值`, (wanted) => definition(document, wanted) !== undefined);
  const id = free(`t_${item.getAttribute("id")}`, (wanted) => idTaken(document, wanted));
  const type = make(document, "itemDefinition", { id, name });
  const ref = make(document, "typeRef");
  ref.textContent = base;
  type.append(ref);
  const last = children(document.documentElement, "itemDefinition").pop();
  if (last) last.after(type);
  else document.documentElement.prepend(type);
  return name;
}

/** Gives an item values of another kind; its columns follow. The words are those of a choice to start with. */
export function setBase(document: Document, id: string, base: ItemBase, words: string[]): void {
  const item = element(document, id);
  const before = variable(item)?.getAttribute("typeRef") ?? "";
  let typeName: string = base;
  if (base === "string") {
    typeName = newType(document, item, base);
    setWords(document, typeName, words);
  }
  setType(document, item, typeName);
  dropUnused(document, before);
}

/** The range of a number or a date, such as "[0..100]"; blank for any. */
export function setRange(document: Document, id: string, range: string): void {
  const item = element(document, id);
  const before = variable(item)?.getAttribute("typeRef") ?? "";
  const { base } = typeOf(document, before);
  if (!range) {
    setType(document, item, base);
    dropUnused(document, before);
    return;
  }
  const own = definition(document, before) && typed(document, before).length === 1;
  const typeName = own ? before : newType(document, item, base);
  setAllowed(document, definition(document, typeName), range);
  if (!own) setType(document, item, typeName);
}

function setType(document: Document, item: Element, typeName: string): void {
  variable(item)?.setAttribute("typeRef", typeName);
  const name = item.getAttribute("name");
  for (const expression of Array.from(document.getElementsByTagNameNS(DMN, "inputExpression")))
    if (text(expression) === name) expression.setAttribute("typeRef", typeName);
}

function dropUnused(document: Document, typeName: string): void {
  const used = Array.from(document.getElementsByTagName("*")).some(
    (other) => other.getAttribute("typeRef") === typeName,
  );
  if (!used) definition(document, typeName)?.remove();
}

// ---- the list ----

/** An id for a new item that nothing else has. */
export function suggestId(document: Document): string {
  const count = elements(document).length + 1;
  return free(`item${count}`, (wanted) => idTaken(document, wanted));
}

export function addItem(document: Document, id: string, name: string, base: ItemBase, words: string[], group: string) {
  const item = make(document, "inputData", { id, name });
  const holder = make(document, "variable", {
    id: free(`${id}V`, (wanted) => idTaken(document, wanted)),
    name,
    typeRef: base,
  });
  item.append(make(document, "description"), holder);
  const inGroup = elements(document).filter((other) => other.getAttributeNS(RC, "group") === group);
  const last = inGroup.pop() ?? elements(document).pop() ?? children(document.documentElement, "itemDefinition").pop();
  if (last) last.after(item);
  else document.documentElement.prepend(item);
  setQuestion(document, id, name);
  setText(document, id, "group", group);
  setText(document, id, "scope", "CASE");
  setText(document, id, "source", "ANSWER");
  if (base === "string") setBase(document, id, base, words);
}

/** Takes an item out of the book, and what still points to it. */
export function removeItem(document: Document, id: string): void {
  const item = element(document, id);
  const typeName = variable(item)?.getAttribute("typeRef") ?? "";
  for (const reference of Array.from(document.getElementsByTagNameNS(DMN, "requiredInput")))
    if (reference.getAttribute("href") === `#${id}`) reference.parentElement?.remove();
  item.remove();
  dropUnused(document, typeName);
}

/** One place up (-1) or down (1) in the checklist. */
export function moveItem(document: Document, id: string, by: -1 | 1): void {
  const all = elements(document);
  const at = all.findIndex((item) => item.getAttribute("id") === id);
  const other = all[at + by];
  if (!other) return;
  if (by < 0) other.before(all[at]!);
  else other.after(all[at]!);
}
