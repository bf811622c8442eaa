package org.rongcuo.dmn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongcuo.dmn.AnalysisFinding.ColumnFacts;
import org.rongcuo.dmn.AnalysisFinding.Severity;
import org.rongcuo.dmn.TableProof.Proof;
import org.rongcuo.shared.Text;

class TableAnalysisTest {
    static final Duration BUDGET = Duration.ofSeconds(30);
    private static final TableAnalysis ANALYSIS = new TableAnalysis();

    @Test
    void theExampleIsProven() {
        var analysis = ANALYSIS.analyse(Books.admit(Books.example()), BookKind.TOLERANCE, BUDGET);
        assertEquals(List.of(), analysis.findings());
        assertEquals(
                List.of("bottomLine", "effect", "tolerability"),
                analysis.tables().stream().map(TableProof::decision).toList());
        assertEquals(List.of(), analysis.notProven());
        assertFalse(analysis.hasErrors());
    }

    @Test
    void tellsAGapInTheWordsOfTheModel() {
        var analysis = OneTable.of("UNIQUE", "丙甲乙丁", "number", "boolean")
                .row("\"丙\",\"甲\"", "<= 50", "-", "免责")
                .row("\"丙\",\"甲\"", "> 50", "true", "不适用")
                .row("\"乙\"", "-", "-", "不适用")
                .analysis();
        assertEquals(List.of("gap", "gap"), codes(analysis));
        var gap = analysis.findings().get(0);
        assertEquals(
                List.of(
                        new ColumnFacts(1, "项1", List.of(Text.same("丙"), Text.same("甲"))),
                        new ColumnFacts(2, "项2", List.of(new Text("大于50", "> 50"))),
                        new ColumnFacts(3, "项3", List.of(new Text("否", "no")))),
                gap.where());
        assertEquals(
                "「结论」表:没有一行覆盖:「项1」为丙或甲,「项2」为大于50,「项3」为否。遇到时系统不给结论,转由人工研判;如应有结论,请补一行",
                gap.message().zh());
        assertEquals(Severity.WARNING, gap.severity());
        assertEquals("tolerability", gap.decision());
        assertNull(gap.row());
        assertEquals(
                List.of(new ColumnFacts(1, "项1", List.of(Text.same("丁")))),
                analysis.findings().get(1).where());
        assertFalse(analysis.hasErrors());
        assertEquals(Proof.FINDINGS, analysis.tables().get(0).proof());
    }

    @Test
    void tellsDatesAsDays() {
        var analysis = OneTable.of("UNIQUE", "今年")
                .row("< date(\"2026-05-01\")", "免责")
                .row("[date(\"2026-06-01\")..date(\"2026-08-31\")]", "不适用")
                .row("date(\"2026-12-31\")", "不适用")
                .analysis();
        assertEquals(
                List.of(
                        new Text("2026-05-01至2026-05-31", "from 2026-05-01 to 2026-05-31"),
                        new Text("2026-09-01至2026-12-30", "from 2026-09-01 to 2026-12-30")),
                analysis.findings().get(0).where().get(0).values());
    }

    @Test
    void anOverlapNamesBothRowsAndWhatTheyShare() {
        var analysis = OneTable.of("UNIQUE", "甲乙丙", "百分")
                .row("\"甲\",\"乙\"", "<= 50", "免责")
                .row("\"乙\",\"丙\"", ">= 50", "不适用")
                .row("\"丙\"", "< 50", "免责")
                .row("\"甲\"", "> 50", "免责")
                .analysis();
        assertEquals(List.of("overlap"), codes(analysis));
        var overlap = analysis.findings().get(0);
        assertEquals(Severity.ERROR, overlap.severity());
        assertEquals(List.of(1, 2), overlap.rows());
        assertEquals(2, overlap.row());
        assertEquals("r2", overlap.element());
        assertEquals(
                List.of(
                        new ColumnFacts(1, "项1", List.of(Text.same("乙"))),
                        new ColumnFacts(2, "项2", List.of(Text.same("50")))),
                overlap.where());
        assertTrue(analysis.hasErrors());
    }

    @Test
    void underAnyRowsMayMeetThatAgree() {
        var agreeing =
                OneTable.of("ANY", "甲乙丙").row("-", "免责").row("\"甲\"", "免责").analysis();
        assertEquals(List.of("subsumed-row"), codes(agreeing));
        assertEquals(2, agreeing.findings().get(0).row());
        var differing =
                OneTable.of("ANY", "甲乙丙").row("-", "免责").row("\"甲\"", "不适用").analysis();
        assertEquals(List.of("overlap"), codes(differing));
    }

    @Test
    void underFirstOnlyARowThatIsNeverReachedIsAFault() {
        var catchAll =
                OneTable.of("FIRST", "甲乙丙").row("\"甲\"", "免责").row("-", "不适用").analysis();
        assertEquals(List.of(), catchAll.findings());
        assertEquals(Proof.PROVEN, catchAll.tables().get(0).proof());
        var masked = only(
                "masked-row",
                OneTable.of("FIRST", "甲乙丙", "boolean")
                        .row("\"甲\"", "true", "免责")
                        .row("not(\"乙\")", "false", "不适用")
                        .row("\"甲\"", "-", "免责")
                        .row("-", "-", "不适用"));
        assertEquals(List.of(1, 2, 3), masked.rows());
        assertEquals(Severity.ERROR, masked.severity());
    }

    @Test
    void rowsWithTheSameConditionsAreDuplicates() {
        var unique = only(
                "duplicate-row",
                OneTable.of("UNIQUE", "甲乙丙", "boolean")
                        .row("\"甲\",\"乙\"", "-", "免责")
                        .row("\"丙\"", "-", "免责")
                        .row("not(\"丙\")", "true,false", "免责"));
        assertEquals(List.of(1, 3), unique.rows());
        assertEquals(Severity.ERROR, unique.severity());
        var collected = OneTable.of("COLLECT", "甲乙丙")
                .row("\"甲\"", "免责")
                .row("\"甲\"", "免责")
                .row("\"甲\"", "不适用");
        assertEquals(List.of(), codes(collected.analysis()), "several hits on one condition are ordinary");
        var twice = OneTable.of("COLLECT", "甲乙丙").row("\"甲\"", "免责").row("\"甲\"", "免责");
        assertEquals(List.of("duplicate-row"), codes(twice.analysis()));
        assertFalse(twice.analysis().hasErrors());
    }

    @Test
    void aTableThatCollectsMayHaveGapsAndOverlaps() {
        for (var policy : List.of("COLLECT", "RULE ORDER")) {
            var analysis = OneTable.of(policy, "甲乙丙", "number")
                    .row("\"甲\"", "-", "免责")
                    .row("-", "> 5", "不适用")
                    .analysis();
            assertEquals(List.of(), analysis.findings());
            assertEquals(List.of(), analysis.notProven());
        }
    }

    @Test
    void aCellThatNothingMeetsIsAnError() {
        for (var cell : List.of("[9..5]", "> 100", "(5..5)", "not([0..100])")) {
            var analysis =
                    OneTable.of("UNIQUE", "百分").row(cell, "免责").row("-", "不适用").analysis();
            assertEquals("cell-never-true", codes(analysis).get(0), cell);
            assertEquals(1, analysis.findings().get(0).row());
            assertEquals(1, analysis.findings().get(0).column());
            assertTrue(analysis.hasErrors());
        }
    }

    @Test
    void theEngineOverlooksAGapAtAnEndThatIsOpenAndClosedAtOnce() {
        var gap = only(
                "gap",
                OneTable.of("UNIQUE", "百分", "boolean")
                        .row("< 5", "-", "免责")
                        .row(">= 5", "true", "免责")
                        .row("> 5", "false", "不适用"));
        assertEquals(
                List.of(
                        new ColumnFacts(1, "项1", List.of(Text.same("5"))),
                        new ColumnFacts(2, "项2", List.of(new Text("否", "no")))),
                gap.where());
    }

    @Test
    void aWordThatTheItemDoesNotAdmitIsAnError() {
        var analysis = OneTable.of("UNIQUE", "甲乙丙")
                .row("\"甲\",\"已\"", "免责")
                .row("\"乙\",\"丙\"", "不适用")
                .analysis();
        assertEquals(List.of("word-not-admissible"), codes(analysis));
        assertEquals(1, analysis.findings().get(0).row());
        assertTrue(analysis.findings().get(0).message().zh().contains("“已”不是该列的可选值"));
        assertCause("cell-outside-domain", 1, 1, analysis);
    }

    @Test
    void tellsWhyATableIsNotProven() {
        assertCause("cell-not-analysable", 1, 2, two("? > 5"));
        assertCause("cell-not-analysable", 1, 2, two("? > 5 and ? < 9"));
        assertCause("cell-not-analysable", 1, 2, two("> 2 * 3"));
        assertCause("cell-not-analysable", 1, 2, two("min(3, 4)"));
        assertCause("cell-not-analysable", 1, 2, two("!= 5"));
        assertCause("cell-not-analysable", 1, 2, two("[1, 2]"));
        assertCause("cell-not-analysable", 1, 2, two("项2"));
        assertCause("cell-wrong-type", 1, 2, two("\"五\""));
        assertCause("cell-wrong-type", 1, 2, two("date(\"2026-01-01\")"));
        assertCause("cell-wrong-type", 1, 2, two("true"));
        assertCause(
                "cell-wrong-type",
                1,
                1,
                OneTable.of("UNIQUE", "甲乙丙").row("5", "免责").analysis());
        assertCause(
                "cell-wrong-type",
                1,
                1,
                OneTable.of("UNIQUE", "今年").row("< 5", "免责").analysis());
        assertCause(
                "cell-outside-domain",
                1,
                1,
                OneTable.of("UNIQUE", "百分").row("[50..200]", "免责").analysis());
        assertCause(
                "domain-of-several-ranges",
                null,
                1,
                OneTable.of("UNIQUE", "多段").row("<= 10", "免责").analysis());
        assertCause("type-not-analysable", null, 1, ofList());
        assertCause("domain-missing", null, 1, freeText());
    }

    private static Analysis two(String cell) {
        return OneTable.of("UNIQUE", "甲乙丙", "number").row("-", cell, "免责").analysis();
    }

    private static Analysis ofList() {
        return OneTable.of("COLLECT", "甲乙丙")
                .row("-", "免责")
                .with("<text>count(结论)</text>", "<text>结论</text>")
                .analysis();
    }

    private static Analysis freeText() {
        return OneTable.of("UNIQUE", "甲乙丙")
                .row("-", "免责")
                .with(
                        "<decision id=\"tolerability\"",
                        "<decision id=\"other\" name=\"文字\"><variable id=\"ov\" name=\"文字\" typeRef=\"string\"/><literalExpression id=\"oe\"><text>项1</text></literalExpression></decision><decision id=\"tolerability\"")
                .with("<text>项1</text></inputExpression>", "<text>文字</text></inputExpression>")
                .analysis();
    }

    private static void assertCause(String code, Integer row, Integer column, Analysis analysis) {
        var tables = analysis.notProven();
        assertEquals(1, tables.size(), () -> code + " " + analysis);
        assertEquals(code, tables.get(0).causeCode(), () -> tables.get(0).toString());
        assertEquals(row, tables.get(0).row(), () -> tables.get(0).toString());
        assertEquals(column, tables.get(0).column(), () -> tables.get(0).toString());
        assertTrue(tables.get(0).cause().zh().codePoints().anyMatch(Character::isIdeographic));
        assertFalse(tables.get(0).cause().en().isBlank());
    }

    @Test
    void numbersOfAListAreWordsOfAKind() {
        var analysis =
                OneTable.of("UNIQUE", "三档").row("1", "免责").row("> 2", "不适用").analysis();
        assertEquals(List.of("gap"), codes(analysis));
        assertEquals(
                List.of(Text.same("2")),
                analysis.findings().get(0).where().get(0).values());
        assertEquals(
                List.of(),
                codes(OneTable.of("UNIQUE", "三档")
                        .row("1", "免责")
                        .row("> 1", "不适用")
                        .analysis()));
    }

    @Test
    void whatIsNotFinishedInTimeIsNotProven() {
        var model = Books.admit(Books.example());
        var late = ANALYSIS.analyse(model, BookKind.TOLERANCE, Duration.ZERO);
        assertEquals(
                List.of("deadline"),
                late.tables().stream().map(TableProof::causeCode).distinct().toList());
        assertEquals(3, late.notProven().size());
        Thread.currentThread().interrupt();
        try {
            assertEquals(
                    3,
                    ANALYSIS.analyse(model, BookKind.TOLERANCE, BUDGET)
                            .notProven()
                            .size());
        } finally {
            assertTrue(Thread.interrupted(), "the interrupt is left to the caller");
        }
    }

    @Test
    void oneTableThatCannotBeProvenDoesNotCostTheOthersTheirProof() {
        var analysis = ANALYSIS.analyse(
                Books.admit(Books.exampleWith("<text>&lt;= 10</text>", "<text>? &lt;= 10</text>")),
                BookKind.TOLERANCE,
                BUDGET);
        assertEquals(
                List.of("effect"),
                analysis.notProven().stream().map(TableProof::decision).toList());
        assertEquals(Proof.PROVEN, analysis.tables().get(2).proof());
    }

    /** The one finding that there is. */
    private static AnalysisFinding only(String code, OneTable table) {
        var analysis = table.analysis();
        assertEquals(List.of(code), codes(analysis));
        return analysis.findings().get(0);
    }

    private static List<String> codes(Analysis analysis) {
        return analysis.findings().stream().map(AnalysisFinding::code).toList();
    }
}
