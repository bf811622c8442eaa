import translate from "diagram-js/lib/i18n/translate";
import core from "dmn-js-decision-table/lib/core";
import addRule from "dmn-js-decision-table/lib/features/add-rule";
import cellSelection from "dmn-js-decision-table/lib/features/cell-selection";
import rowMenu from "dmn-js-decision-table/lib/features/context-menu";
import copyCutPaste from "dmn-js-decision-table/lib/features/copy-cut-paste";
import ruleIndices from "dmn-js-decision-table/lib/features/decision-rule-indices";
import rules from "dmn-js-decision-table/lib/features/decision-rules";
import rulesEditor from "dmn-js-decision-table/lib/features/decision-rules/editor";
import tableHead from "dmn-js-decision-table/lib/features/decision-table-head";
import dragAndDrop from "dmn-js-decision-table/lib/features/drag-and-drop";
import tableActions from "dmn-js-decision-table/lib/features/editor-actions";
import tableKeyboard from "dmn-js-decision-table/lib/features/keyboard";
import tableModeling from "dmn-js-decision-table/lib/features/modeling";
import TableViewer from "dmn-js-decision-table/lib/Viewer";
import expressionCore from "dmn-js-literal-expression/lib/core";
import expressionKeyboard from "dmn-js-literal-expression/lib/features/keyboard";
import expressionModeling from "dmn-js-literal-expression/lib/features/modeling";
import expressionPoweredBy from "dmn-js-literal-expression/lib/features/powered-by";
import textarea from "dmn-js-literal-expression/lib/features/textarea";
import textareaEditor from "dmn-js-literal-expression/lib/features/textarea/editor";
import ExpressionViewer from "dmn-js-literal-expression/lib/Viewer";
import EditingManager from "dmn-js-shared/lib/base/EditingManager";
import expressionLanguages from "dmn-js-shared/lib/features/expression-languages";
import feelContext from "dmn-js-shared/lib/features/feel-language-context";
import { is } from "dmn-js-shared/lib/util/ModelUtil";
import contextMenu from "table-js/lib/features/context-menu";
import actions from "table-js/lib/features/editor-actions";
import interactionEvents from "table-js/lib/features/interaction-events";
import selection from "table-js/lib/features/selection";
import { columns } from "./columns";
import type { ModelElement } from "./parts";
import { rc } from "./rc";
import { words } from "./words";

export interface ManagerOptions {
  container: HTMLElement;
  editable: boolean;
  language: () => string;
  typeName: (typeRef: string | undefined) => string;
}

// Of dmn-js only what our gate admits: tables and expressions; no diagram, no functions, no other languages, no types
// or predefined values of a column (they belong to the items), no cell descriptions.
const SHOWN = [core, translate, tableHead, ruleIndices, rules, interactionEvents, selection, cellSelection];
const EDITED = [
  addRule,
  contextMenu,
  rowMenu,
  copyCutPaste,
  actions,
  tableActions,
  dragAndDrop,
  expressionLanguages,
  tableKeyboard,
  tableModeling,
  rulesEditor,
];
const EXPRESSION = [expressionCore, translate, expressionPoweredBy];
const EXPRESSION_EDITED = [expressionKeyboard, expressionModeling, expressionLanguages, feelContext, textareaEditor];

/** dmn-js's manager of views, cut down to decision tables and literal expressions. */
export function createManager({ container, editable, language, typeName }: ManagerOptions): EditingManager {
  class DecisionTable extends TableViewer {
    getModules() {
      return editable ? [...SHOWN, ...EDITED] : SHOWN;
    }
  }
  class Expression extends ExpressionViewer {
    getModules() {
      return editable ? [...EXPRESSION, ...EXPRESSION_EDITED] : [...EXPRESSION, textarea];
    }
  }
  class Manager extends EditingManager {
    _getViewProviders() {
      const opens = (logic: string) => (element: ModelElement & { decisionLogic?: ModelElement }) =>
        is(element, "dmn:Decision") && is(element.decisionLogic, logic);
      return [
        { id: "decisionTable", constructor: DecisionTable, opens: opens("dmn:DecisionTable") },
        { id: "literalExpression", constructor: Expression, opens: opens("dmn:LiteralExpression") },
      ];
    }
  }
  const words0 = { translate: ["value", words(language)] };
  return new Manager({
    container,
    width: "100%",
    height: "auto",
    moddleExtensions: { rc },
    common: {
      // Cells are written as plain text; the panel beside the table helps with the values.
      expressionLanguages: { options: [{ value: "text", label: "FEEL" }], defaults: { editor: "text" } },
    },
    decisionTable: { additionalModules: [words0, columns(editable, typeName)] },
    literalExpression: { additionalModules: [words0] },
  });
}
