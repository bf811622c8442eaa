package org.rongcuo.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A statute of one UNIQUE table with 1,000 rows and 6 columns (two enumerations, a number in ranges, a date, two
 * booleans) that leaves no gap and has no overlap: 5 × 5 × 5 × 2 × 2 × 2 rows.
 */
final class WideTable {
    private static final List<String> AREAS = List.of("本岛", "北部", "西部", "南部", "外岛");
    private static final List<String> MATTERS = List.of("工程建设", "资金使用", "行政审批", "应急处置", "招商引资");
    private static final List<String> AMOUNTS = List.of("< 50", "[50..150)", "[150..300)", "[300..600)", ">= 600");
    private static final List<String> DAYS = List.of("< date(\"2023-06-01\")", ">= date(\"2023-06-01\")");
    private static final List<String> FLAGS = List.of("true", "false");

    private WideTable() {}

    /** The model, DMN 1.3. */
    static byte[] dmn() {
        var xml = new StringBuilder(600_000);
        xml.append("<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"wide\" name=\"千行表\"")
                .append(" namespace=\"https://rongcuo.org/dmn/bench/wide\">");
        words(xml, "tArea", "区域取值", AREAS);
        words(xml, "tMatter", "事项取值", MATTERS);
        words(xml, "tOutcome", "认定词", List.of("免责", "不适用"));
        input(xml, "area", "区域", "区域取值");
        input(xml, "matter", "事项", "事项取值");
        input(xml, "amount", "金额", "number");
        input(xml, "day", "行为之日", "date");
        input(xml, "collective", "集体决策", "boolean");
        input(xml, "filed", "事前报备", "boolean");
        xml.append("<decision id=\"tolerability\" name=\"认定建议\"><variable name=\"认定建议\" typeRef=\"认定词\"/>");
        for (var id : List.of("area", "matter", "amount", "day", "collective", "filed")) {
            xml.append("<informationRequirement><requiredInput href=\"#" + id + "\"/></informationRequirement>");
        }
        xml.append("<decisionTable id=\"wideT\" hitPolicy=\"UNIQUE\">");
        column(xml, "区域", "区域取值");
        column(xml, "事项", "事项取值");
        column(xml, "金额", "number");
        column(xml, "行为之日", "date");
        column(xml, "集体决策", "boolean");
        column(xml, "事前报备", "boolean");
        xml.append("<output id=\"wideO\"/><annotation name=\"依据\"/><annotation name=\"说明\"/>");
        var number = 0;
        for (var area : AREAS) {
            for (var matter : MATTERS) {
                for (var amount : AMOUNTS) {
                    for (var day : DAYS) {
                        for (var collective : FLAGS) {
                            for (var filed : FLAGS) {
                                row(
                                        xml,
                                        ++number,
                                        List.of(quoted(area), quoted(matter), amount, day, collective, filed));
                            }
                        }
                    }
                }
            }
        }
        return xml.append("</decisionTable></decision></definitions>")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void words(StringBuilder xml, String id, String name, List<String> words) {
        xml.append("<itemDefinition id=\"" + id + "\" name=\"" + name
                        + "\"><typeRef>string</typeRef><allowedValues><text>")
                .append(String.join(",", words.stream().map(WideTable::quoted).toList()))
                .append("</text></allowedValues></itemDefinition>");
    }

    private static void input(StringBuilder xml, String id, String name, String type) {
        xml.append("<inputData id=\"" + id + "\" name=\"" + name + "\"><description>" + name + "?</description>")
                .append("<variable name=\"" + name + "\" typeRef=\"" + type + "\"/></inputData>");
    }

    private static void column(StringBuilder xml, String name, String type) {
        xml.append("<input label=\"" + name + "\"><inputExpression typeRef=\"" + type + "\"><text>" + name)
                .append("</text></inputExpression></input>");
    }

    private static void row(StringBuilder xml, int number, List<String> cells) {
        xml.append("<rule id=\"wide_r" + number + "\">");
        for (var cell : cells) {
            xml.append("<inputEntry><text>" + cell.replace("<", "&lt;") + "</text></inputEntry>");
        }
        xml.append("<outputEntry><text>" + quoted(number % 3 == 0 ? "免责" : "不适用") + "</text></outputEntry>")
                .append("<annotationEntry><text>示例值</text></annotationEntry>")
                .append("<annotationEntry><text>第" + number + "行</text></annotationEntry></rule>");
    }

    private static String quoted(String word) {
        return "\"" + word + "\"";
    }
}
