package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A statute book with one table, for tests of the analysis: items by name and type, rows by their cells. */
final class OneTable {
    private static final Map<String, String> VALUES = Map.of(
            "甲乙", "\"甲\",\"乙\"",
            "甲乙丙", "\"甲\",\"乙\",\"丙\"",
            "丙甲乙丁", "\"丙\",\"甲\",\"乙\",\"丁\"",
            "百分", "[0..100]",
            "非负", ">= 0",
            "三档", "1,2,3",
            "多段", "[0..10],[20..30]",
            "今年", "[date(\"2026-01-01\")..date(\"2026-12-31\")]");

    private final String policy;
    private final List<String> types;
    private final List<String> rows = new ArrayList<>();
    private final Map<String, String> changes = new LinkedHashMap<>();

    private OneTable(String policy, List<String> types) {
        this.policy = policy;
        this.types = types;
    }

    /** A table over one item for each type, named 项1, 项2 and so on, with the ids i1, i2 and so on. */
    static OneTable of(String policy, String... types) {
        return new OneTable(policy, List.of(types));
    }

    /** A row; the last text is the output, a word. */
    OneTable row(String... cells) {
        return rowOf("r" + (rows.size() + 1), cells);
    }

    /** A row of that id; see {@link #row}. */
    OneTable rowOf(String id, String... cells) {
        var n = rows.size() + 1;
        var row = new StringBuilder("<rule id=\"" + id + "\">");
        for (var c = 0; c < cells.length - 1; c++) {
            row.append("<inputEntry id=\"c%d_%d\"><text>%s</text></inputEntry>".formatted(n, c + 1, escaped(cells[c])));
        }
        row.append("<outputEntry id=\"o%d\"><text>\"%s\"</text></outputEntry>".formatted(n, cells[cells.length - 1]));
        rows.add(row + "<annotationEntry><text>示例值</text></annotationEntry></rule>");
        return this;
    }

    /** Changes the text of the model. */
    OneTable with(String text, String instead) {
        changes.put(text, instead);
        return this;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static boolean isBuiltIn(String type) {
        return ModelTypes.BUILT_IN.contains(type);
    }

    private static String baseOf(String type) {
        if (List.of("百分", "非负", "三档", "多段").contains(type)) {
            return "number";
        }
        return type.equals("今年") ? "date" : "string";
    }

    String xml() {
        var xml = new StringBuilder("""
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="one" name="一表" namespace="https://rongcuo.org/one">
                <itemDefinition id="tw" name="词"><typeRef>string</typeRef><allowedValues><text>"免责","不适用"</text></allowedValues></itemDefinition>
                <itemDefinition id="tl" name="清单" isCollection="true"><typeRef>string</typeRef></itemDefinition>
                """);
        var n = 0;
        for (var type :
                types.stream().distinct().filter(type -> !isBuiltIn(type)).toList()) {
            xml.append(
                    "<itemDefinition id=\"t%d\" name=\"%s\"><typeRef>%s</typeRef><allowedValues><text>%s</text></allowedValues></itemDefinition>"
                            .formatted(++n, type, baseOf(type), escaped(VALUES.get(type))));
        }
        n = 0;
        for (var type : types) {
            n++;
            xml.append(
                    "<inputData id=\"i%d\" name=\"项%d\"><variable id=\"v%d\" name=\"项%d\" typeRef=\"%s\"/></inputData>"
                            .formatted(n, n, n, n, type));
        }
        var collects = policy.equals("COLLECT") || policy.equals("RULE ORDER");
        var id = collects ? "hits" : "tolerability";
        xml.append(
                "<decision id=\"%s\" name=\"结论\"><variable id=\"dv\" name=\"结论\" typeRef=\"%s\"/><decisionTable id=\"dt\" hitPolicy=\"%s\">"
                        .formatted(id, collects ? "清单" : "词", policy));
        n = 0;
        for (var type : types) {
            n++;
            xml.append(
                    "<input id=\"in%d\"><inputExpression id=\"ie%d\" typeRef=\"%s\"><text>项%d</text></inputExpression></input>"
                            .formatted(n, n, type, n));
        }
        xml.append("<output id=\"out\"/><annotation name=\"依据\"/><annotation name=\"说明\"/>");
        rows.forEach(xml::append);
        xml.append("</decisionTable></decision>");
        if (collects) {
            xml.append("<decision id=\"tolerability\" name=\"认定\"><variable id=\"av\" name=\"认定\" typeRef=\"词\"/>"
                    + "<decisionTable id=\"at\"><input id=\"ai\"><inputExpression id=\"ae\" typeRef=\"number\"><text>count(结论)</text></inputExpression></input>"
                    + "<output id=\"ao\"/><annotation name=\"依据\"/><annotation name=\"说明\"/><rule id=\"a1\"><inputEntry id=\"ac\"><text>-</text></inputEntry>"
                    + "<outputEntry id=\"aw\"><text>\"不适用\"</text></outputEntry></rule></decisionTable></decision>");
        }
        var text = xml.append("</definitions>").toString();
        for (var change : changes.entrySet()) {
            text = Books.with(text, change.getKey(), change.getValue());
        }
        return text;
    }

    AdmittedModel admitted() {
        return Books.admit(xml(), BookKind.STATUTE);
    }

    Analysis analysis() {
        return new TableAnalysis().analyse(admitted(), BookKind.STATUTE, TableAnalysisTest.BUDGET);
    }
}
