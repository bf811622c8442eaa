package org.rongcuo.dmn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongcuo.dmn.DecisionChange.ColumnChange;
import org.rongcuo.dmn.DecisionChange.RowChange;
import org.rongcuo.dmn.DecisionChange.RowPlace;
import org.rongcuo.dmn.FieldChange.ChangedField;

/** What the diff of two versions of the county's book tells of a change, in codes and in sentences. */
class ModelDiffTest {
    private static final String BOOK = read();
    private static final AdmittedModel MODEL = Books.admit(BOOK);

    private static String read() {
        try {
            return Files.readString(Path.of("dmn/330922/tolerance/v1.dmn"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ModelDiff with(String text, String instead) {
        return ModelDiff.of(MODEL, Books.admit(Books.with(BOOK, text, instead)));
    }

    private static DecisionChange only(ModelDiff diff) {
        assertEquals(List.of(), diff.items());
        assertEquals(1, diff.decisions().size(), () -> diff.decisions().toString());
        return diff.decisions().get(0);
    }

    private static RowChange onlyRow(ModelDiff diff) {
        var rows = only(diff).rows();
        assertEquals(1, rows.size(), rows::toString);
        return rows.get(0);
    }

    private static String rule(String id) {
        var start = BOOK.indexOf("<rule id=\"" + id + "\"");
        return BOOK.substring(start, BOOK.indexOf("</rule>", start) + "</rule>".length());
    }

    @Test
    void thatAThresholdWasRaisedIsToldAsTheConditionWidened() {
        var diff = with("minor_r1_c3\"><text>&lt;= 1<", "minor_r1_c3\"><text>&lt;= 1.5<");
        var row = onlyRow(diff);
        assertEquals(ChangeKind.CHANGED, row.kind());
        assertEquals(new RowPlace("minor_r1", 1), row.before());
        assertEquals(Direction.WIDENED, row.direction());
        var condition = row.conditions().get(0);
        assertEquals("<= 1", condition.before());
        assertEquals("<= 1.5", condition.after());
        assertEquals(Direction.WIDENED, condition.direction());
        assertEquals("「情节轻微」第1行:直接经济损失 条件由「<= 1」放宽为「<= 1.5」", row.text().zh());
        assertEquals(
                "\"情节轻微\" row 1: 直接经济损失 widened from 「<= 1」 to 「<= 1.5」",
                row.text().en());
        assertEquals("决策「情节轻微」:行改动 1", only(diff).text().zh());
        assertEquals("决策改动 1;表中的行改动 1", diff.text().zh());
    }

    @Test
    void aConditionIsComparedAsASetNotAsAText() {
        var cell = "minor_r3_c2\"><text>\"较大\",\"重大\"<";
        assertEquals(
                Direction.EQUIVALENT,
                onlyRow(with(cell, "minor_r3_c2\"><text>\"重大\", \"较大\"<")).direction());
        assertEquals(
                Direction.EQUIVALENT,
                onlyRow(with(cell, "minor_r3_c2\"><text>not(\"未发生\",\"已有效阻止\",\"轻微\")<"))
                        .direction());
        assertEquals(
                Direction.NARROWED,
                onlyRow(with(cell, "minor_r3_c2\"><text>\"重大\"<")).direction());
        assertEquals(
                Direction.OTHER,
                onlyRow(with(cell, "minor_r3_c2\"><text>\"重大\",\"轻微\"<")).direction());
        var unknown = onlyRow(with("minor_r1_c3\"><text>&lt;= 1<", "minor_r1_c3\"><text>&lt;= 1 + 1<"));
        assertEquals(Direction.UNKNOWN, unknown.direction());
        assertTrue(unknown.text().zh().endsWith("宽严须人工判断"), unknown.text().zh());
    }

    @Test
    void aRowAddedRemovedOrUnderANewIdIsKnown() {
        var row = rule("minor_r4");
        var added = onlyRow(with(row, row + row.replace("minor_r4", "minor_r9").replace(">-<", ">&gt; 5<")));
        assertEquals(ChangeKind.ADDED, added.kind());
        assertNull(added.before());
        assertNull(added.direction());
        assertEquals(
                List.of("违反规定情况", "危害后果", "直接经济损失"),
                added.conditions().stream().map(condition -> condition.column()).toList());
        assertEquals(new RowPlace("minor_r9", 5), added.after());
        assertTrue(
                added.text().zh().startsWith("「情节轻微」新增第5行:条件为违反规定情况「\"法律法规义务性规定\""),
                added.text().zh());

        var removed = only(with(row, "")).rows().get(0);
        assertEquals(ChangeKind.REMOVED, removed.kind());
        assertNull(removed.after());
        assertEquals(
                List.of("违反规定情况"),
                removed.conditions().stream()
                        .map(condition -> condition.column())
                        .toList());
        assertTrue(
                removed.text().zh().startsWith("「情节轻微」删去原第4行"), removed.text().zh());
        assertTrue(with("\"minor_r4", "\"minor_other").nothing());
    }

    @Test
    void anotherOrderOfRowsCountsOnlyWhereItDecides() {
        var first = rule("minor_r1");
        var swapped = Books.with(Books.with(BOOK, first, "@"), rule("minor_r4"), rule("minor_r4") + first)
                .replace("@", "");
        assertTrue(ModelDiff.of(MODEL, Books.admit(swapped)).nothing());
        var firstPolicy = "id=\"minorT\" hitPolicy=\"FIRST\"";
        var policy = "id=\"minorT\" hitPolicy=\"UNIQUE\"";
        var diff = ModelDiff.of(
                Books.admit(Books.with(BOOK, policy, firstPolicy)),
                Books.admit(Books.with(swapped, policy, firstPolicy)));
        var row = onlyRow(diff);
        assertEquals(ChangeKind.MOVED, row.kind());
        assertEquals(new RowPlace("minor_r1", 1), row.before());
        assertEquals(new RowPlace("minor_r1", 4), row.after());
        assertEquals("「情节轻微」第4行:次序由第1行移至第4行", row.text().zh());
        var hitPolicy = only(with(policy, firstPolicy));
        assertEquals(List.of(new FieldChange(ChangedField.HIT_POLICY, "UNIQUE", "FIRST")), hitPolicy.fields());
        assertEquals("决策「情节轻微」:命中策略由「UNIQUE」改为「FIRST」", hitPolicy.text().zh());
    }

    @Test
    void outputAndAnnotationsOfARowAreTold() {
        var output = onlyRow(with("minor_r2_v1\"><text>false<", "minor_r2_v1\"><text>true<"));
        assertEquals(Direction.EQUIVALENT, output.direction());
        assertEquals("false", output.outputs().get(0).before());
        assertEquals("「情节轻微」第2行:结果由「否」改为「是」", output.text().zh());
        var note = onlyRow(with("<text>后果较大以上</text>", "<text>后果较大</text>"));
        assertEquals(List.of(new FieldChange(ChangedField.NOTE, "后果较大以上", "后果较大")), note.fields());
        var basis = onlyRow(with(
                "<text>兜底条款</text></annotationEntry><annotationEntry><text>兜底情形只能",
                "<text>第九条</text></annotationEntry><annotationEntry><text>兜底情形只能"));
        assertEquals("「认定建议」第7行:依据由「兜底条款」改为「第九条」", basis.text().zh());
        var catchAll = onlyRow(with("<rule id=\"minor_r4\"", "<rule rc:catchAll=\"true\" id=\"minor_r4\""));
        assertEquals("「情节轻微」第4行:兜底条款由「否」改为「是」", catchAll.text().zh());
    }

    @Test
    void columnsAreMatchedByWhatTheyRead() {
        assertEquals(
                List.of(new FieldChange(ChangedField.LABEL, "直接经济损失", "损失")),
                only(with("id=\"minor_i3\" label=\"直接经济损失\"", "id=\"minor_i3\" label=\"损失\""))
                        .columns()
                        .get(0)
                        .fields());
        var two = OneTable.of("UNIQUE", "boolean", "number");
        two.row("true", "> 5", "免责").row("false", "-", "不适用");
        var input =
                "<input id=\"in2\"><inputExpression id=\"ie2\" typeRef=\"number\"><text>项2</text></inputExpression></input>";
        var first =
                "<input id=\"in1\"><inputExpression id=\"ie1\" typeRef=\"boolean\"><text>项1</text></inputExpression></input>";
        var turned = OneTable.of("UNIQUE", "boolean", "number")
                .with(first + input, input + first)
                .row("> 5", "true", "免责")
                .row("-", "false", "不适用");
        assertTrue(ModelDiff.of(two.admitted(), turned.admitted()).nothing());
        var one = OneTable.of("UNIQUE", "boolean", "number")
                .with(input, "")
                .row("true", "免责")
                .row("false", "不适用");
        var diff = only(ModelDiff.of(one.admitted(), two.admitted()));
        assertEquals(
                List.of(ChangeKind.ADDED),
                diff.columns().stream().map(ColumnChange::kind).toList());
        assertEquals("新增条件列「项2」", diff.columns().get(0).text().zh());
        assertEquals(1, diff.rows().size(), "a row that says - there says the same");
        assertEquals("-", diff.rows().get(0).conditions().get(0).before());
        assertEquals(Direction.NARROWED, diff.rows().get(0).direction());
        assertEquals(
                Direction.WIDENED,
                only(ModelDiff.of(two.admitted(), one.admitted())).rows().get(0).direction());
    }

    @Test
    void anItemRenamedIsThatAndChangesNoTable() {
        var diff = with("直接经济损失", "经济损失");
        assertEquals(1, diff.items().size());
        assertEquals("loss", diff.items().get(0).item());
        assertEquals(
                new FieldChange(ChangedField.NAME, "直接经济损失", "经济损失"),
                diff.items().get(0).fields().get(0));
        for (var decision : diff.decisions()) {
            assertEquals(List.of(), decision.rows());
            for (var column : decision.columns()) {
                assertEquals(
                        ChangedField.LABEL,
                        column.fields().get(0).field(),
                        column.text().zh());
            }
        }
        var back = ModelDiff.of(Books.admit(Books.with(BOOK, "直接经济损失", "经济损失")), MODEL);
        assertEquals(
                new FieldChange(ChangedField.NAME, "经济损失", "直接经济损失"),
                back.items().get(0).fields().get(0));
        assertEquals(diff.decisions().size(), back.decisions().size());
        var decision = with("容错情形", "列明情形").decisions();
        assertFalse(
                decision.stream()
                        .flatMap(change -> change.fields().stream())
                        .anyMatch(field -> field.field() == ChangedField.EXPRESSION),
                "expressions that follow the name say the same");
    }

    @Test
    void whatIsAskedAndAdmittedIsTold() {
        var words = with("\"无\",\"为个人\",\"为他人\",\"为单位\"", "\"无\",\"为个人\",\"为他人\",\"为单位\",\"为亲属\"");
        var item = words.items().get(0);
        assertEquals("privateGain", item.item());
        assertEquals(List.of("为亲属"), item.values().added());
        assertEquals(Direction.WIDENED, item.values().direction());
        assertEquals("核实事项「谋取利益情况」:可选值增加「为亲属」", item.text().zh());
        assertEquals(List.of(), words.decisions(), "what a table reads is told where it is asked");
        var question = with("案件复杂程度如何?", "案情复杂吗?").items().get(0);
        assertEquals(ChangedField.QUESTION, question.fields().get(0).field());
        assertTrue(
                question.text().zh().startsWith("核实事项「复杂程度」:问题由「案件复杂程度如何?"),
                question.text().zh());
        assertTrue(with("\"complexityV\"", "\"complexityW\"").nothing(), "the id of a variable is nobody's concern");
        var ranges = ModelDiff.of(
                OneTable.of("UNIQUE", "百分").row("-", "免责").admitted(),
                OneTable.of("UNIQUE", "非负").row("-", "免责").admitted());
        assertEquals(Direction.WIDENED, ranges.items().get(0).values().direction());
        assertEquals(
                "核实事项「项1」:取值范围由「[0..100]」放宽为「>= 0」",
                ranges.items().get(0).text().zh());
    }

    @Test
    void itemsAndDecisionsComeAndGo() {
        var small = OneTable.of("UNIQUE", "boolean").row("-", "免责").admitted();
        var large =
                OneTable.of("UNIQUE", "boolean", "甲乙").row("-", "\"甲\"", "免责").admitted();
        var there = ModelDiff.of(small, large);
        assertEquals(ChangeKind.ADDED, there.items().get(0).kind());
        assertEquals(List.of("甲", "乙"), there.items().get(0).values().added());
        assertEquals("新增核实事项「项2」:项2", there.items().get(0).text().zh());
        assertEquals(
                ChangeKind.REMOVED, ModelDiff.of(large, small).items().get(0).kind());
        var collects = OneTable.of("COLLECT", "boolean").row("true", "免责").admitted();
        var decisions = ModelDiff.of(small, collects).decisions();
        assertEquals(
                List.of("hits", "tolerability"),
                decisions.stream().map(DecisionChange::decision).toList());
        assertEquals(ChangeKind.ADDED, decisions.get(0).kind());
        assertEquals("新增决策「结论」(1 行)", decisions.get(0).text().zh());
        assertEquals("hits", ModelDiff.of(collects, small).decisions().get(1).decision(), "what is gone comes last");
        var expression = only(with("count(容错情形) = 0 then", "count(容错情形) &lt; 1 then"));
        assertEquals(ChangedField.EXPRESSION, expression.fields().get(0).field());
    }
}
