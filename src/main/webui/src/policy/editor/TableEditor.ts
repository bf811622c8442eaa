import "dmn-js/dist/assets/dmn-js-shared.css";
import "dmn-js/dist/assets/dmn-js-decision-table.css";
import "dmn-js/dist/assets/dmn-js-decision-table-controls.css";
import "dmn-js/dist/assets/dmn-js-literal-expression.css";
import "dmn-js/dist/assets/dmn-font/css/dmn-embedded.css";
import { enterCell, listenToKeys } from "./keys";
import { createManager, type ManagerOptions } from "./manager";
import type { ModelElement, Services, SheetElement, Viewer } from "./parts";

/** A place in a table as people count: rows and columns from 1, inputs first; no column stands for the whole row. */
export interface Place {
  row?: number;
  column?: number;
}

/** The cell or column that the person is at. */
export type Selected =
  | { kind: "cell"; place: Required<Place>; input: boolean; text: string; title: string; typeRef: string | undefined }
  | { kind: "column"; place: Place; input: boolean; title: string; typeRef: string | undefined }
  | null;

/** What stands for a mark: a style rule, which outlives dmn-js's own rendering. */
export interface Mark {
  places: Place[];
  kind: "error" | "warning" | "here";
}

interface Options extends ManagerOptions {
  /** The model was changed in the editor; the key says what was changed. */
  changed: (xml: string, key: string) => void;
  selected: (selection: Selected) => void;
  /** The keyboard asks for the panel beside the table. */
  toPanel: () => void;
}

/** The table editor: dmn-js with the product's own columns. Load it only when a table is opened. */
export class TableEditor {
  private readonly manager;
  private readonly style = document.createElement("style");
  private readonly selectedStyle = document.createElement("style");
  private readonly stopKeys;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private key = "";
  private opened = "";
  private selection: SheetElement | undefined;
  /** The model as last read or written here. */
  xml = "";

  constructor(private readonly options: Options) {
    this.manager = createManager(options);
    options.container.append(this.selectedStyle, this.style);
    this.stopKeys = listenToKeys(options.container, {
      selected: () => this.selectedNode(),
      select: (cell) => this.service("selection").select(cell.dataset.elementId!),
      toPanel: options.toPanel,
    });
    this.manager.on("viewer.created", (({ viewer }: { viewer: Viewer }) => this.listen(viewer)) as never);
  }

  private listen(viewer: Viewer): void {
    viewer.on("commandStack.changed", (() => this.later()) as never);
    viewer.on("elements.changed", (({ elements }: { elements: { id?: string }[] }) => {
      this.key = elements.map((element) => element.id ?? "").join();
    }) as never);
    viewer.on("selection.changed", (({ selection }: { selection: SheetElement | undefined }) => {
      this.selection = selection;
      this.showSelected();
      this.options.selected(this.selected());
    }) as never);
  }

  /** Reads a model and shows a decision of it. */
  async load(xml: string, decision: string): Promise<void> {
    this.drop();
    await this.manager.importXML(xml, { open: false });
    this.xml = xml;
    this.opened = "";
    await this.open(decision);
  }

  async open(decision: string): Promise<void> {
    if (decision === this.opened) return;
    await this.flush();
    this.selection = undefined;
    this.showSelected();
    this.options.selected(null);
    const view = this.manager.getViews().find(({ id }) => id === decision);
    if (!view) return;
    await this.manager.open(view);
    this.opened = decision;
  }

  private later(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.flush(), 200);
    this.options.selected(this.selected());
  }

  private drop(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
  }

  /** Writes down what was changed a moment ago. */
  async flush(): Promise<void> {
    if (this.waiting === undefined) return;
    this.drop();
    await this.write();
  }

  private async write(): Promise<void> {
    const { xml } = await this.manager.saveXML({ format: true });
    this.xml = xml;
    this.options.changed(xml, this.key);
  }

  private service<K extends keyof Services>(name: K): Services[K] {
    const viewer = this.manager.getActiveViewer();
    if (!viewer) throw new Error("no table is open");
    return viewer.get(name);
  }

  get isTable(): boolean {
    return this.manager.getActiveView()?.type === "decisionTable";
  }

  private root(): SheetElement {
    return this.service("sheet").getRoot();
  }

  selected(): Selected {
    const element = this.selection;
    if (!element || !this.isTable) return null;
    const root = this.root();
    const column = root.cols.indexOf(element.col ?? element);
    const clause = root.cols[column]?.businessObject;
    if (!clause) return null;
    const decision = root.businessObject.$parent;
    const input = clause.$type === "dmn:InputClause";
    const title = clause.label || clause.inputExpression?.text || clause.name || (input ? "" : decision?.name) || "";
    const typeRef = input ? clause.inputExpression?.typeRef : (clause.typeRef ?? decision?.variable?.typeRef);
    const row = element.row ? root.rows.indexOf(element.row) : -1;
    if (row < 0) return { kind: "column", place: { column: column + 1 }, input, title, typeRef };
    const text = element.businessObject.text ?? "";
    return { kind: "cell", place: { row: row + 1, column: column + 1 }, input, text, title, typeRef };
  }

  private element({ row, column }: Place): SheetElement | undefined {
    const root = this.root();
    if (row === undefined) return column === undefined ? undefined : root.cols[column - 1];
    return column === undefined ? root.rows[row - 1] : root.rows[row - 1]?.cells[column - 1];
  }

  /** Goes to a cell: scrolled to, selected, the keyboard in it. */
  goTo(place: Place): void {
    if (!this.isTable) return;
    const element = this.element(place.column === undefined ? { ...place, column: 1 } : place);
    if (!element) return;
    this.service("selection").deselect();
    this.node(element.id)?.scrollIntoView({ block: "center", inline: "nearest" });
    this.service("selection").select(element);
  }

  /** The column, of these, in which the rows say different things; undefined when they are alike. */
  differing(rows: number[], columns: number[]): number | undefined {
    if (!this.isTable) return undefined;
    return columns.find(
      (column) => new Set(rows.map((row) => this.element({ row, column })?.businessObject.text)).size > 1,
    );
  }

  private node(id: string): Element | null {
    return this.options.container.querySelector(`[data-element-id="${CSS.escape(id)}"]`);
  }

  private selectedNode(): HTMLElement | undefined {
    const { selection } = this;
    return (selection?.row && (this.node(selection.id) as HTMLElement | null)) || undefined;
  }

  /** The selected cell is seen as such wherever the keyboard is. */
  private showSelected(): void {
    this.selectedStyle.textContent = this.selection
      ? `td[data-element-id="${CSS.escape(this.selection.id)}"]{background:var(--selected-ground)!important;outline:2px solid var(--el-color-primary)!important;outline-offset:-2px!important}`
      : "";
  }

  /** From elsewhere back into the table: to the selected cell, or to the table as a whole. */
  focus(): void {
    const node = this.isTable ? this.selectedNode() : undefined;
    this.options.container.focus();
    if (node) enterCell(node, () => undefined);
  }

  mark(marks: Mark[]): void {
    this.style.textContent = this.isTable
      ? marks
          .flatMap(({ places, kind }) =>
            places.map((place) => {
              const element = this.element(place);
              if (!element) return "";
              const id = `[data-element-id="${CSS.escape(element.id)}"]`;
              // A row's own id stands at its number.
              return `${id}{background:var(--mark-${kind}-ground)!important;box-shadow:inset 0 0 0 2px var(--mark-${kind})!important}`;
            }),
          )
          .join("\n")
      : "";
  }

  writeCell(place: Place, text: string): void {
    const element = this.element(place);
    if (element) this.service("modeling").editCell(element.businessObject, text);
  }

  get rows(): number {
    return this.root().rows.length;
  }

  addRow(after: number): void {
    this.service("modeling").addRow({ type: "dmn:DecisionRule" }, after);
    this.goTo({ row: after + 1, column: 1 });
  }

  removeRow(row: number): void {
    const element = this.element({ row });
    if (element) this.service("modeling").removeRow(element);
  }

  moveRow(row: number, to: number): void {
    const element = this.element({ row });
    if (!element || to < 1 || to > this.rows) return;
    this.service("modeling").moveRow(element, to - 1);
    this.goTo({ row: to, column: 1 });
  }

  /** A condition on an item or another decision, after the last condition. */
  addInput(name: string, typeRef: string): void {
    const factory = this.service("dmnFactory");
    const inputExpression = factory.create("dmn:LiteralExpression", { text: name, typeRef });
    const businessObject = factory.create("dmn:InputClause", { label: name, inputExpression });
    inputExpression.$parent = businessObject;
    const at = this.root().businessObject.input?.length ?? 0;
    this.service("modeling").addCol({ type: "dmn:InputClause", businessObject }, at);
    this.goTo({ column: at + 1 });
  }

  removeColumn(column: number): void {
    const element = this.element({ column });
    if (element) this.service("modeling").removeCol(element);
  }

  get hitPolicy(): string {
    const { hitPolicy, aggregation } = this.table();
    return [hitPolicy ?? "UNIQUE", aggregation].filter(Boolean).join(" ");
  }

  setHitPolicy(code: string): void {
    const aggregation = /^COLLECT (\w+)$/.exec(code)?.[1];
    this.service("modeling").editHitPolicy(aggregation ? "COLLECT" : code, aggregation);
  }

  private table(): ModelElement {
    return this.root().businessObject;
  }

  destroy(): void {
    this.drop();
    this.manager.destroy();
    this.stopKeys();
    this.style.remove();
    this.selectedStyle.remove();
  }
}
