import { parse, write } from "./model";

// Three models: the base that somebody started from, mine, and theirs. Mine is laid upon theirs element by element,
// known by their ids; what both changed takes my form.

/** How an element is known among its siblings. */
function key(element: Element, among: Element[]): string {
  const id = element.getAttribute("id");
  if (id) return `${element.localName}#${id}`;
  const same = among.filter((sibling) => sibling.localName === element.localName && !sibling.getAttribute("id"));
  return `${element.localName}[${same.indexOf(element)}]`;
}

function keyed(of: Element): Map<string, Element> {
  const all = Array.from(of.children);
  return new Map(all.map((element) => [key(element, all), element]));
}

function ownText(of: Element): string {
  return of.children.length ? "" : (of.textContent ?? "").trim();
}

function lay(base: Element, mine: Element, theirs: Element): void {
  const names = new Set([...base.attributes, ...mine.attributes].map(({ name }) => name));
  for (const name of names) {
    const now = mine.getAttribute(name);
    if (now === base.getAttribute(name)) continue;
    const namespace = (mine.getAttributeNode(name) ?? base.getAttributeNode(name))?.namespaceURI ?? null;
    if (now === null) theirs.removeAttribute(name);
    else theirs.setAttributeNS(namespace, name, now);
  }
  if (!mine.children.length && ownText(mine) !== ownText(base)) theirs.textContent = mine.textContent;

  const inBase = keyed(base);
  const inMine = keyed(mine);
  const inTheirs = keyed(theirs);
  for (const id of inBase.keys()) {
    if (!inMine.has(id)) inTheirs.get(id)?.remove();
  }
  let previous: Element | null = null;
  for (const [id, element] of inMine) {
    const other = inTheirs.get(id);
    const before = inBase.get(id);
    if (other?.isConnected) {
      if (before) lay(before, element, other);
      previous = other;
    } else if (!before || told(before) !== told(element)) {
      // New here, or changed here and removed there: what I wrote stays.
      const added = theirs.ownerDocument.importNode(element, true);
      if (previous) previous.after(added);
      else theirs.prepend(added);
      previous = added;
    }
  }
}

/** What an element and all below it say. */
function told(element: Element): string {
  return (
    (element.textContent ?? "").replace(/\s+/g, " ").trim() + Array.from(element.attributes, (a) => a.value).join()
  );
}

/** @returns theirs with everything that mine changed in base */
export function merge(base: string, mine: string, theirs: string): string {
  const result = parse(theirs);
  lay(parse(base).documentElement, parse(mine).documentElement, result.documentElement);
  return write(result);
}
