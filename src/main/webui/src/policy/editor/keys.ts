/** What the keys ask for that the table itself cannot do. */
export interface KeyActs {
  /** The node of the cell that is selected; undefined when none is. */
  selected: () => HTMLElement | undefined;
  /** Selects the cell of that node where it takes no focus: a table that is only read. */
  select: (cell: HTMLElement) => void;
  /** To the panel beside the table. */
  toPanel: () => void;
}

const CELL = "tbody td.input-cell, tbody td.output-cell, tbody td.annotation";
const STEPS: Record<string, [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const written = (cell: Element) => cell.querySelector<HTMLElement>("[contenteditable]");

/** Goes to a cell as a spreadsheet does: its text is chosen as a whole, so that writing replaces it. */
export function enterCell(cell: HTMLElement, select: KeyActs["select"]): void {
  const text = written(cell);
  cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (!text) return select(cell);
  text.focus();
  getSelection()?.selectAllChildren(text);
}

/** Where the caret stands in the text of a cell; a text that is chosen as a whole is at both ends. */
function caret(text: HTMLElement): { start: boolean; end: boolean } {
  const chosen = getSelection();
  if (!chosen?.rangeCount) return { start: true, end: true };
  const range = chosen.getRangeAt(0);
  const side = (toEnd: boolean) => {
    const rest = document.createRange();
    rest.selectNodeContents(text);
    if (toEnd) rest.setStart(range.endContainer, range.endOffset);
    else rest.setEnd(range.startContainer, range.startOffset);
    return rest.toString() === "";
  };
  const [start, end] = [side(false), side(true)];
  return range.collapsed || (start && end) ? { start, end } : { start: false, end: false };
}

function leaves(key: string, cell: Element, text: HTMLElement): boolean {
  const { start, end } = caret(text);
  if (key === "ArrowLeft") return start;
  if (key === "ArrowRight") return end;
  // A condition is one line; in a note the arrows go from line to line first.
  if (!cell.classList.contains("annotation")) return true;
  return key === "ArrowUp" ? start : end;
}

function neighbour(cell: Element, [down, right]: [number, number]): HTMLElement | undefined {
  const row = cell.closest("tr")!;
  const rows = Array.from(row.parentElement!.children).filter((other) =>
    other.querySelector("td.input-cell, td.output-cell"),
  );
  const cells = (of: Element) => Array.from(of.children).filter((child) => child.matches(CELL)) as HTMLElement[];
  const to = rows[rows.indexOf(row) + down];
  return to && cells(to)[cells(row).indexOf(cell as HTMLElement) + right];
}

/**
 * The table by keyboard: Enter or an arrow goes into it, arrows from cell to cell, F2 to the panel beside it, Escape
 * back to the table as a whole. Tab goes through the cells by itself. @returns to be called when it is over
 */
export function listenToKeys(container: HTMLElement, acts: KeyActs): () => void {
  /** Tab has gone by itself; what it came to is chosen like that to which an arrow comes. */
  function chooseText() {
    const text = document.activeElement?.closest<HTMLElement>("[contenteditable]");
    if (text && container.contains(text) && text.closest(CELL)) getSelection()?.selectAllChildren(text);
  }
  function onKey(event: KeyboardEvent): unknown {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
    const target = event.target as HTMLElement;
    const cell = target.closest<HTMLElement>(CELL) ?? undefined;
    if (!cell && target.closest("input, select, textarea, button, [contenteditable]")) return undefined;
    const step = event.shiftKey ? undefined : STEPS[event.key];
    let act: (() => void) | undefined;
    if (event.key === "Tab") return setTimeout(chooseText);
    if (event.key === "F2") act = acts.toPanel;
    else if (cell) {
      const text = written(cell);
      if (event.key === "Escape") act = () => container.focus();
      else if (step && (!text || leaves(event.key, cell, text))) {
        const to = neighbour(cell, step);
        act = () => to && enterCell(to, acts.select);
      }
    } else if (step || event.key === "Enter") {
      // From the table as a whole: into the selected cell, or where nothing can be written from cell to cell.
      const from = acts.selected();
      const first = container.querySelector<HTMLElement>(CELL);
      const to = !from ? first : step && !written(from) ? neighbour(from, step) : from;
      if (to) act = () => enterCell(to, acts.select);
    }
    if (!act) return undefined;
    event.preventDefault();
    event.stopPropagation();
    return act();
  }
  container.addEventListener("keydown", onKey, true);
  return () => container.removeEventListener("keydown", onKey, true);
}
