package org.rongcuo.dmn;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.w3c.dom.Element;

/** Holds every FEEL text of a model against the allow-list, and finds the names that each decision uses. */
final class FeelTexts {
    private static final Map<String, String[]> MESSAGES = Map.of(
            "feel-too-long", new String[] {"表达式或文字过长", "expression or string too long"},
            "feel-too-complex", new String[] {"表达式过于复杂,请拆成几个决策", "expression too complex: split it into decisions"},
            "feel-syntax", new String[] {"不是合法的 FEEL 表达式", "not a valid FEEL text"},
            "feel-undeclared-name", new String[] {"未声明的名称", "name not declared"},
            "feel-not-allowed", new String[] {"不允许的 FEEL 写法", "FEEL construct not allowed"},
            "feel-function-not-allowed", new String[] {"不允许的函数", "function not allowed"},
            "feel-arguments", new String[] {"函数的参数不正确或不是字面值", "arguments of the function wrong or not literal"},
            "feel-number-out-of-bounds", new String[] {"数字位数过多", "number has too many digits"});

    private static final int MAX_INTRICATE = 200;

    private final Collection<String> names;
    private final Findings findings;
    private final Map<String, FeelParse> tests = new HashMap<>();
    private int intricate;

    FeelTexts(Collection<String> names, Findings findings) {
        this.names = List.copyOf(names);
        this.findings = findings;
    }

    /** For each decision the declared names that its texts use. */
    Map<Element, Set<String>> check(Element definitions, ModelTypes types) {
        Map<Element, Set<String>> used = new LinkedHashMap<>();
        for (var decision : Nodes.children(definitions, "decision")) {
            var names = new LinkedHashSet<String>();
            used.put(decision, names);
            for (var literal : Nodes.children(decision, "literalExpression")) {
                names.addAll(expression(Nodes.text(literal), Nodes.place(literal)));
            }
            for (var table : Nodes.children(decision, "decisionTable")) {
                checkTable(decision, table, types, names);
            }
        }
        return used;
    }

    private void checkTable(Element decision, Element table, ModelTypes types, Set<String> used) {
        var column = 0;
        for (var input : Nodes.children(table, "input")) {
            column++;
            var place = Nodes.place(input).column(column);
            used.addAll(expression(Nodes.text(Nodes.child(input, "inputExpression")), place));
            for (var values : Nodes.children(input, "inputValues")) {
                closedTests(Nodes.text(values), place);
            }
        }
        for (var output : Nodes.children(table, "output")) {
            column++;
            for (var values : Nodes.children(output, "outputValues")) {
                closedTests(Nodes.text(values), Nodes.place(output).column(column));
            }
        }
        var allowed = vocabulary(decision, table, types);
        var rowNumber = 0;
        for (var rule : Nodes.children(table, "rule")) {
            rowNumber++;
            column = 0;
            var decisionId = Nodes.label(decision);
            for (var cell : Nodes.children(rule, "inputEntry")) {
                column++;
                var text = Nodes.text(cell);
                if (!text.equals("-")) {
                    var place = Findings.Place.in(decisionId, Nodes.label(cell)).cell(rowNumber, column);
                    used.addAll(tests(text, place));
                }
            }
            for (var cell : Nodes.children(rule, "outputEntry")) {
                column++;
                var place = Findings.Place.in(decisionId, Nodes.label(cell)).cell(rowNumber, column);
                used.addAll(output(Nodes.text(cell), place, allowed));
            }
        }
    }

    /** The words that the outputs of a one-column string table may be; empty if any will do. */
    private static List<String> vocabulary(Element decision, Element table, ModelTypes types) {
        var variable = Nodes.child(decision, "variable");
        var type = variable == null ? null : types.of(Nodes.attribute(variable, "typeRef"));
        return type == null || Nodes.children(table, "output").size() != 1 ? List.of() : type.words();
    }

    /** Whether the model has had its share of texts that are dear to parse; says so once. */
    private boolean spent(String text, Findings.Place place) {
        if (!FeelParse.isIntricate(text) || ++intricate <= MAX_INTRICATE) {
            return false;
        }
        if (intricate == MAX_INTRICATE + 1) {
            findings.add(
                    "feel-too-many-intricate",
                    place,
                    "复杂表达式至多" + MAX_INTRICATE + "个,请拆成几个决策",
                    "at most " + MAX_INTRICATE + " intricate expressions: split them into decisions");
        }
        return true;
    }

    private Set<String> output(String text, Findings.Place place, List<String> allowed) {
        if (text.isBlank()) {
            findings.add("blank-output", place, "输出格为空,请填写", "the output cell is blank: fill it in");
            return Set.of();
        }
        if (spent(text, place)) {
            return Set.of();
        }
        var parse = FeelParse.expression(text, names);
        if (parse.tree() instanceof StringNode word && !allowed.isEmpty() && !allowed.contains(word.getValue())) {
            findings.add(
                    "output-outside-vocabulary",
                    place,
                    "输出“" + Findings.quote(word.getValue()) + "”不在允许的值中:" + String.join("、", allowed),
                    "output \"" + Findings.quote(word.getValue()) + "\" is not one of: " + String.join(", ", allowed));
        }
        return walk(parse, names, false, place);
    }

    private Set<String> expression(String text, Findings.Place place) {
        if (text.isBlank()) {
            findings.add("blank-expression", place, "表达式为空,请填写", "the expression is blank: fill it in");
            return Set.of();
        }
        return spent(text, place) ? Set.of() : walk(FeelParse.expression(text, names), names, false, place);
    }

    private Set<String> tests(String text, Findings.Place place) {
        return spent(text, place)
                ? Set.of()
                : walk(tests.computeIfAbsent(text, cell -> FeelParse.unaryTests(cell, names)), names, true, place);
    }

    /** Tests without names: allowed values of a column. */
    private void closedTests(String text, Findings.Place place) {
        if (!spent(text, place)) {
            walk(FeelParse.unaryTests(text, List.of()), List.of(), true, place);
        }
    }

    private Set<String> walk(FeelParse parse, Collection<String> declared, boolean unary, Findings.Place place) {
        if (parse.code() != null) {
            report(new FeelAllowList.Violation(parse.code(), ""), place);
            return Set.of();
        }
        return FeelAllowList.walk(parse.tree(), declared, unary, violation -> report(violation, place));
    }

    private void report(FeelAllowList.Violation violation, Findings.Place place) {
        var message = MESSAGES.get(violation.code());
        var what = violation.what().isEmpty() ? "" : ": " + violation.what();
        findings.add(violation.code(), place, message[0] + what, message[1] + what);
    }
}
