/** The parts of dmn-js that the console speaks to. dmn-js is untyped; see dmn-js.d.ts. */

/** An element of the model as dmn-js holds it. */
export interface ModelElement {
  $type: string;
  $parent?: ModelElement;
  id?: string;
  name?: string;
  label?: string;
  text?: string;
  typeRef?: string;
  variable?: ModelElement;
  inputExpression?: ModelElement;
  input?: ModelElement[];
  output?: ModelElement[];
  rule?: ModelElement[];
  annotation?: ModelElement[];
  annotationEntry?: ModelElement[];
  hitPolicy?: string;
  aggregation?: string;
}

/** A table, row, column or cell on the sheet. */
export interface SheetElement {
  id: string;
  businessObject: ModelElement;
  cells: SheetElement[];
  rows: SheetElement[];
  cols: SheetElement[];
  row?: SheetElement;
  col?: SheetElement;
}

export interface Sheet {
  getRoot(): SheetElement;
}

export interface Modeling {
  editCell(cell: ModelElement, text: string): void;
  addRow(attributes: object, index?: number): SheetElement;
  removeRow(row: SheetElement): void;
  moveRow(row: SheetElement, index: number): void;
  addCol(attributes: object, index?: number): SheetElement;
  removeCol(col: SheetElement): void;
  editHitPolicy(hitPolicy: string, aggregation: string | undefined): void;
  updateProperties(element: ModelElement, properties: object): void;
}

export interface EventBus {
  on(event: string, listener: (event: never) => void): void;
  fire(event: string, data: object): void;
}

export interface CommandStack {
  execute(command: string, context: object): void;
  registerHandler(command: string, handler: unknown): void;
}

export interface Services {
  sheet: Sheet;
  modeling: Modeling;
  eventBus: EventBus;
  commandStack: CommandStack;
  selection: { get(): SheetElement | undefined; select(element: SheetElement | string): void; deselect(): void };
  elementRegistry: { get(id: string): SheetElement | undefined };
  dmnFactory: { create(type: string, attributes?: object): ModelElement };
  translate: (words: string, values?: Record<string, string>) => string;
}

export interface Viewer {
  get<K extends keyof Services>(service: K): Services[K];
  on(event: string, listener: (event: never) => void): void;
}

export interface ManagerView {
  id: string;
  type: string;
  name: string;
  element: ModelElement;
}
