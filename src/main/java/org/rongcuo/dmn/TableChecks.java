package org.rongcuo.dmn;

import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** The shape of decision tables: size, hit policy, cells per row, annotations. */
final class TableChecks {
    static final int MAX_ROWS = 2000;
    static final int MAX_COLUMNS = 60;

    /** Measured: validation and compilation take about a millisecond for each cell on a busy core. */
    static final int MAX_CELLS = 12_000;

    /** PRIORITY and OUTPUT ORDER hang on the order of output values, which no row shows. */
    private static final Set<String> HIT_POLICIES = Set.of("UNIQUE", "FIRST", "ANY", "COLLECT", "RULE ORDER");

    private static final Set<String> AGGREGATIONS = Set.of("SUM", "COUNT", "MIN", "MAX");

    private final ModelTypes types;
    private final Findings findings;
    private int cells;

    TableChecks(ModelTypes types, Findings findings) {
        this.types = types;
        this.findings = findings;
    }

    /** The hit policy as written, UNIQUE where the table is silent. */
    static String hitPolicy(Element table) {
        var policy = Nodes.attribute(table, "hitPolicy");
        return policy == null ? "UNIQUE" : policy;
    }

    void check(Element decision, Element table) {
        var place = Nodes.place(table);
        var inputs = Nodes.children(table, "input");
        var outputs = Nodes.children(table, "output");
        var rules = Nodes.children(table, "rule");
        var annotations = Nodes.children(table, "annotation").stream()
                .map(annotation -> Nodes.attribute(annotation, "name"))
                .toList();
        cells += rules.size() * (inputs.size() + outputs.size());
        if (rules.size() > MAX_ROWS
                || inputs.size() + outputs.size() + annotations.size() > MAX_COLUMNS
                || cells > MAX_CELLS) {
            findings.add(
                    "table-too-large",
                    place,
                    "每表至多" + MAX_ROWS + "行、" + MAX_COLUMNS + "列,全部表至多" + MAX_CELLS + "格",
                    "a table has at most " + MAX_ROWS + " rows and " + MAX_COLUMNS + " columns, all tables together "
                            + MAX_CELLS + " cells");
            return;
        }
        if (inputs.isEmpty() || outputs.isEmpty() || rules.isEmpty()) {
            findings.add(
                    "table-incomplete",
                    place,
                    "决策表至少须有一个输入、一个输出和一行",
                    "a table needs an input, an output and a row at least");
        }
        hitPolicy(decision, table, outputs.size());
        typeRefs(inputs, outputs);
        annotations(annotations, place);
        for (var i = 0; i < rules.size(); i++) {
            row(
                    rules.get(i),
                    Findings.Place.in(Nodes.label(decision), Nodes.label(rules.get(i)))
                            .row(i + 1),
                    inputs,
                    outputs,
                    annotations);
        }
    }

    private void annotations(List<String> names, Findings.Place place) {
        for (var name : List.of("依据", "说明")) {
            if (names.stream().filter(name::equals).count() != 1) {
                findings.add(
                        "annotation-missing",
                        place,
                        "决策表须有且只有一个注释列“" + name + "”",
                        "the table needs one annotation column \"" + name + "\"");
            }
        }
    }

    private void typeRefs(List<Element> inputs, List<Element> outputs) {
        var column = 0;
        for (var input : inputs) {
            column++;
            var expression = Nodes.child(input, "inputExpression");
            if (expression == null) {
                findings.add(
                        "blank-expression",
                        Nodes.place(input).column(column),
                        "输入列没有表达式",
                        "the input column has no expression");
            } else {
                types.check(
                        Nodes.attribute(expression, "typeRef"),
                        Nodes.place(expression).column(column),
                        findings);
            }
        }
        for (var output : outputs) {
            column++;
            types.check(Nodes.attribute(output, "typeRef"), Nodes.place(output).column(column), findings);
            if (outputs.size() > 1 && Nodes.attribute(output, "name") == null) {
                findings.add(
                        "output-without-name",
                        Nodes.place(output).column(column),
                        "多个输出时,每个输出须有名称",
                        "where there are several outputs, each needs a name");
            }
        }
    }

    private void row(
            Element rule, Findings.Place place, List<Element> inputs, List<Element> outputs, List<String> annotations) {
        if (Nodes.attribute(rule, "id") == null) {
            findings.add("row-without-id", place, "每一行须有 id", "every row needs an id");
        }
        if (Nodes.children(rule, "inputEntry").size() != inputs.size()
                || Nodes.children(rule, "outputEntry").size() != outputs.size()
                || Nodes.children(rule, "annotationEntry").size() > annotations.size()) {
            findings.add("row-shape", place, "该行的格数与表的列数不符", "the row has not as many cells as the table has columns");
        }
        var catchAll = Nodes.rc(rule, "catchAll");
        if (catchAll != null && !catchAll.equals("true") && !catchAll.equals("false")) {
            findings.add("rc-attribute", place, "rc:catchAll 只能是 true 或 false", "rc:catchAll must be true or false");
        }
    }

    private void hitPolicy(Element decision, Element table, int outputs) {
        var place = Nodes.place(table);
        var policy = hitPolicy(table);
        var aggregation = Nodes.attribute(table, "aggregation");
        if (!HIT_POLICIES.contains(policy)
                || aggregation != null
                        && (!policy.equals("COLLECT") || !AGGREGATIONS.contains(aggregation) || outputs != 1)) {
            findings.add(
                    "hit-policy",
                    place,
                    "命中策略只能是 " + String.join("、", HIT_POLICIES.stream().sorted().toList()) + ";汇总只用于单输出的 COLLECT",
                    "the hit policy must be one of "
                            + String.join(", ", HIT_POLICIES.stream().sorted().toList())
                            + "; aggregation is for COLLECT with one output");
            return;
        }
        var variable = Nodes.child(decision, "variable");
        var type = variable == null ? null : types.of(Nodes.attribute(variable, "typeRef"));
        var many = aggregation == null && (policy.equals("COLLECT") || policy.equals("RULE ORDER"));
        if (many && type != null && !type.collection()) {
            findings.add(
                    "collect-needs-collection",
                    place,
                    "汇集多行的决策,其变量类型须为清单(isCollection)",
                    "a decision that collects rows needs a variable of a collection type");
        }
    }

    /** The decision, if there is one, must be a table that lists its hits. */
    void requireCollect(Element decision) {
        if (decision == null) {
            return;
        }
        var table = Nodes.child(decision, "decisionTable");
        if (table == null || !hitPolicy(table).equals("COLLECT") || Nodes.attribute(table, "aggregation") != null) {
            findings.add(
                    "collect-table-required",
                    Nodes.place(decision),
                    "该决策须为 COLLECT 决策表,不带汇总",
                    "the decision must be a COLLECT table without aggregation");
        }
    }

    /** The decision must be a table that yields one row. */
    void requireSingleHit(Element decision) {
        var table = Nodes.child(decision, "decisionTable");
        if (table == null
                || hitPolicy(table).equals("COLLECT")
                || hitPolicy(table).equals("RULE ORDER")) {
            findings.add(
                    "single-hit-table-required",
                    Nodes.place(decision),
                    "该决策须为只取一行的决策表(UNIQUE、FIRST 或 ANY)",
                    "the decision must be a table that yields one row (UNIQUE, FIRST or ANY)");
        }
    }
}
