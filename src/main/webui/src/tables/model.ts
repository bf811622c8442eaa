/** One column of conditions. */
export interface InputColumn {
  label: string;
  expression: string;
  type: string;
}

export interface OutputColumn {
  /** By which a result of several columns names it; empty where there is but one. */
  name: string;
  label: string;
  type: string;
}

export interface TableRow {
  id: string;
  /** From 1, as everywhere in the product. */
  number: number;
  inputs: string[];
  outputs: string[];
  annotations: string[];
}

export interface TableDecision {
  kind: "TABLE";
  id: string;
  name: string;
  hitPolicy: string;
  inputs: InputColumn[];
  outputs: OutputColumn[];
  annotations: string[];
  rows: TableRow[];
}

export interface ExpressionDecision {
  kind: "EXPRESSION";
  id: string;
  name: string;
  text: string;
}

/** A decision of a book as its model has it: a table, or one expression. */
export type BookDecision = TableDecision | ExpressionDecision;

function children(of: Element, name: string): Element[] {
  return Array.from(of.children).filter((child) => child.localName === name);
}

function child(of: Element, name: string): Element | undefined {
  return children(of, name)[0];
}

function textOf(of: Element | undefined): string {
  const text = of && child(of, "text");
  return (text?.textContent ?? "").trim();
}

function table(decision: Element, of: Element): TableDecision {
  const name = decision.getAttribute("name") ?? "";
  const variable = child(decision, "variable");
  return {
    kind: "TABLE",
    id: decision.getAttribute("id") ?? "",
    name,
    hitPolicy: of.getAttribute("hitPolicy") ?? "UNIQUE",
    inputs: children(of, "input").map((input) => {
      const expression = child(input, "inputExpression");
      const text = textOf(expression);
      return {
        label: input.getAttribute("label") || text,
        expression: text,
        type: expression?.getAttribute("typeRef") ?? "",
      };
    }),
    outputs: children(of, "output").map((output) => ({
      name: output.getAttribute("name") ?? "",
      label: output.getAttribute("label") || output.getAttribute("name") || name,
      type: output.getAttribute("typeRef") ?? variable?.getAttribute("typeRef") ?? "",
    })),
    annotations: children(of, "annotation").map((annotation) => annotation.getAttribute("name") ?? ""),
    rows: children(of, "rule").map((rule, index) => ({
      id: rule.getAttribute("id") ?? `${index + 1}`,
      number: index + 1,
      inputs: children(rule, "inputEntry").map(textOf),
      outputs: children(rule, "outputEntry").map(textOf),
      annotations: children(rule, "annotationEntry").map(textOf),
    })),
  };
}

/**
 * The decisions of a book in the model's order, read from its DMN.
 *
 * @returns none where the text is no XML (what is wrong with it the server says when it is saved)
 */
export function decisionsOf(xml: string): BookDecision[] {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  const root = document.documentElement;
  if (root.localName !== "definitions") return [];
  return children(root, "decision").flatMap((decision): BookDecision[] => {
    const tableOf = child(decision, "decisionTable");
    if (tableOf) return [table(decision, tableOf)];
    const expression = child(decision, "literalExpression");
    return expression
      ? [
          {
            kind: "EXPRESSION",
            id: decision.getAttribute("id") ?? "",
            name: decision.getAttribute("name") ?? "",
            text: textOf(expression),
          },
        ]
      : [];
  });
}

/** A row of any of the decisions, by its id. */
export function rowOf(
  decisions: readonly BookDecision[],
  id: string,
): { decision: TableDecision; row: TableRow } | null {
  for (const decision of decisions) {
    if (decision.kind !== "TABLE") continue;
    const row = decision.rows.find((candidate) => candidate.id === id);
    if (row) return { decision, row };
  }
  return null;
}
