import { createComponentVNode, createVNode, Component, type InfernoChildren } from "inferno";
import EditableComponent from "dmn-js-shared/lib/components/EditableComponent";
import { Cell } from "table-js/lib/components";
import type { CommandStack, EventBus, ModelElement, Services, Sheet, SheetElement } from "./parts";

// dmn-js shows a description beside each row. Our tables have annotation columns instead (依据, 说明 and more), which
// DMN 1.3 knows and dmn-js keeps but does not show; and a single output is named by its decision.

const HTML = 1;
const COMPONENT = 2;
const MOST_NOTES = 6;

interface Listening {
  onElementsChanged(id: string, listener: () => void): void;
  offElementsChanged(id: string, listener: () => void): void;
}
interface Context {
  injector: { get(name: string): unknown };
  changeSupport: Listening;
}
interface RowProps {
  row: SheetElement;
  rowIndex: number;
}

const node = (tag: string, className: string, children: InfernoChildren, props: object = {}) =>
  createVNode(HTML, tag, className, children, 0, props as never);

class NoteEditor extends EditableComponent {
  render() {
    return createVNode(HTML, "div", this.getClassName(), this.getEditor(), 0);
  }
}

/** Puts a text into an annotation column. */
class EditNoteHandler {
  execute(context: { row: SheetElement; index: number; text: string; before?: string }) {
    const entry = context.row.businessObject.annotationEntry?.[context.index];
    if (!entry) return [];
    context.before = entry.text ?? "";
    entry.text = context.text;
    return [context.row];
  }
  revert(context: { row: SheetElement; index: number; before?: string }) {
    const entry = context.row.businessObject.annotationEntry?.[context.index];
    if (entry) entry.text = context.before ?? "";
    return [context.row];
  }
}

function noteCell(index: number, editable: boolean) {
  return class NoteCell extends Component<RowProps, object> {
    declare context: Context;
    private readonly changed = () => this.forceUpdate();
    componentWillMount() {
      this.context.changeSupport.onElementsChanged(this.props!.row.id, this.changed);
    }
    componentWillUnmount() {
      this.context.changeSupport.offElementsChanged(this.props!.row.id, this.changed);
    }
    private write(row: SheetElement, text: string) {
      const commandStack = this.context.injector.get("commandStack") as CommandStack;
      commandStack.execute("note.edit", { row, index, text });
    }
    render({ row, rowIndex }: RowProps) {
      const sheet = this.context.injector.get("sheet") as Sheet;
      const label = sheet.getRoot().businessObject.annotation?.[index]?.name ?? "";
      const text = row.businessObject.annotationEntry?.[index]?.text ?? "";
      const inside = editable
        ? createComponentVNode(COMPONENT, NoteEditor as never, {
            label,
            className: "annotation-editor",
            ctrlForNewline: true,
            value: text,
            onChange: (written: string) => this.write(row, written),
          })
        : node("div", "", text);
      return createComponentVNode(COMPONENT, Cell as never, {
        className: "annotation",
        coords: `${rowIndex}:note${index}`,
        elementId: `${row.id}__note${index}`,
        "data-row-id": row.id,
        children: inside,
      });
    }
  };
}

function noteHeader(index: number) {
  return function NoteHeader(_props: object, context: Context) {
    const sheet = context.injector.get("sheet") as Sheet;
    const name = sheet.getRoot().businessObject.annotation?.[index]?.name ?? "";
    return node("th", "annotation header", [node("div", "input-label", name)]);
  };
}

interface HeadProps {
  input?: ModelElement;
  output?: ModelElement;
  index: number;
}

function head(typeName: (typeRef: string | undefined) => string) {
  return function Head({ input, output, index }: HeadProps, context: Context) {
    const translate = context.injector.get("translate") as Services["translate"];
    const clause = (input ?? output)!;
    const decision = clause.$parent?.$parent;
    const first = input ? "When" : "Then";
    const title = input
      ? clause.label || clause.inputExpression?.text || ""
      : clause.label || clause.name || decision?.name || "";
    const type = typeName(input ? clause.inputExpression?.typeRef : (clause.typeRef ?? decision?.variable?.typeRef));
    return createVNode(
      HTML,
      "th",
      input ? "input-cell" : "output-cell",
      [
        node("div", "clause", translate(index === 0 ? first : "And")),
        node("div", input ? "input-label" : "output-label", title),
        node("div", "input-variable", type),
      ],
      0,
      { "data-element-id": clause.id, "data-col-id": clause.id, tabIndex: 0, title } as never,
      clause.id,
    );
  };
}

/** New and pasted rows have as many annotations as their table has columns for them. */
function completeRows(
  eventBus: EventBus,
  sheet: Sheet,
  moddle: { create(type: string, attributes: object): ModelElement },
) {
  eventBus.on("commandStack.row.add.preExecute", (({ context }: { context: { row: SheetElement } }) => {
    const rule = context.row.businessObject;
    const entries = (rule.annotationEntry ??= []);
    const wanted = sheet.getRoot().businessObject.annotation?.length ?? 0;
    while (entries.length < wanted) {
      const entry = moddle.create("dmn:RuleAnnotation", { text: "" });
      entry.$parent = rule;
      entries.push(entry);
    }
  }) as never);
}

/** The columns of a table as our books have them. */
export function columns(editable: boolean, typeName: (typeRef: string | undefined) => string) {
  function register(
    components: { onGetComponent(type: string, provide: (asked: { cellType?: string }) => unknown): void },
    sheet: Sheet,
  ) {
    const Head = head(typeName);
    components.onGetComponent("cell", ({ cellType }) =>
      cellType === "input-header" || cellType === "output-header" ? Head : undefined,
    );
    for (let index = 0; index < MOST_NOTES; index++) {
      const Note = noteCell(index, editable);
      const Header = noteHeader(index);
      components.onGetComponent("cell", ({ cellType }) => {
        if (index >= (sheet.getRoot().businessObject?.annotation?.length ?? 0)) return undefined;
        if (cellType === "after-label-cells") return Header;
        return cellType === "after-rule-cells" ? Note : undefined;
      });
    }
  }
  register.$inject = ["components", "sheet"];

  function editing(eventBus: EventBus, commandStack: CommandStack, sheet: Sheet, moddle: never) {
    eventBus.on("table.init", () => commandStack.registerHandler("note.edit", EditNoteHandler));
    completeRows(eventBus, sheet, moddle);
  }
  editing.$inject = ["eventBus", "commandStack", "sheet", "moddle"];

  return editable
    ? {
        __init__: ["ownColumns", "ownColumnsEditing"],
        ownColumns: ["type", register],
        ownColumnsEditing: ["type", editing],
      }
    : { __init__: ["ownColumns"], ownColumns: ["type", register] };
}
