package org.rongcuo.dmn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Files that mean harm, or are merely broken, are refused with a code and at once. */
class HostileModelsTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @BeforeAll
    static void warmUp() {
        Books.admit(Books.example());
    }

    @TestFactory
    Stream<DynamicTest> refusesEachFileOfTheCorpusWithItsCode() {
        return corpus().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.file(), () -> {
                    var document = bytes("hostile/" + entry.file());
                    var codes = assertTimeoutPreemptively(AT_ONCE, () -> Books.codesOf(document));
                    if (entry.code().equals("admitted")) {
                        assertEquals(List.of(), codes);
                    } else {
                        assertTrue(codes.contains(entry.code()), () -> "expected " + entry.code() + ", got " + codes);
                    }
                }));
    }

    @Test
    void everyFindingNamesACodeAndSpeaksBothLanguages() {
        for (var entry : corpus()) {
            for (var finding : Books.findingsOf(bytes("hostile/" + entry.file()))) {
                assertTrue(finding.code().matches("[a-z0-9]+(-[a-z0-9]+)*"), finding.code());
                assertTrue(finding.message().zh().codePoints().anyMatch(Character::isIdeographic), entry.file());
                assertFalse(finding.message().en().isBlank());
            }
        }
    }

    @Test
    void noFileReachesTheEngine() {
        for (var entry : corpus()) {
            var codes = Books.codesOf(bytes("hostile/" + entry.file()));
            assertFalse(codes.contains("engine-validation"), entry.file());
        }
    }

    @Test
    void namesElementRowAndColumn() {
        var findings = Books.findingsOf(bytes("hostile/output-blank.dmn"));
        assertEquals(1, findings.size());
        var finding = findings.get(0);
        assertEquals("blank-output", finding.code());
        assertEquals("v3", finding.element());
        assertEquals("tolerability", finding.decision());
        assertEquals(2, finding.row());
        assertEquals(3, finding.column());
    }

    @Test
    void tellsAllFindingsAtOnce() {
        var xml = Books.with(Books.resource("hostile/base.dmn"), "&gt;= 0", "&gt;= now()");
        xml = Books.with(xml, "\"免责\"</text></outputEntry>", "</text></outputEntry>");
        xml = Books.with(xml, "count(底线)", "split(底线)");
        assertEquals(List.of("feel-function-not-allowed", "blank-output"), Books.codesOf(xml));
        assertEquals(3, Books.findingsOf(xml.getBytes(StandardCharsets.UTF_8)).size());
    }

    @Test
    void refusesGiants() {
        var base = Books.resource("hostile/base.dmn");
        var row =
                "<rule id=\"r%d\"><inputEntry><text>\"有\"</text></inputEntry><outputEntry><text>\"x\"</text></outputEntry></rule>";
        assertRefused(
                "gate-too-large",
                base.replace("</definitions>", "<!--" + "x".repeat(XmlIntake.MAX_BYTES) + "--></definitions>"));
        assertRefused("table-too-large", inFirstTable(base, row, TableChecks.MAX_ROWS + 1));
        assertRefused(
                "gate-too-many-elements",
                base.replace("</definitions>", "<a/>".repeat(XmlIntake.MAX_ELEMENTS) + "</definitions>"));
        assertRefused("gate-too-deep", "<a>".repeat(200_000));
        var items = new StringBuilder();
        for (var n = 0; n <= ModelChecks.MAX_ITEMS; n++) {
            items.append("<inputData id=\"n%d\" name=\"项%d\"><variable name=\"项%d\" typeRef=\"number\"/></inputData>"
                    .formatted(n, n, n));
        }
        assertRefused("model-too-large", base.replace("<inputData id=\"gain\"", items + "<inputData id=\"gain\""));
        assertRefused(
                "table-too-large",
                base.replace(
                        "<output id=\"o1\"/>",
                        "<output id=\"o1\"/>"
                                + "<input><inputExpression><text>谋利</text></inputExpression></input>".repeat(70)));
        assertRefused("attribute-too-long", base.replace("id=\"loss\"", "id=\"" + "l".repeat(500_000) + "\""));
        assertRefused("gate-xml", base.replace("id=\"loss\"", "id=\"loss\" " + "x".repeat(1_000_000)));
        assertRefused("feel-too-long", base.replace("count(底线) &gt; 0", "(".repeat(1_000_000)));
        assertRefused(
                "requirement-unknown",
                base.replace("id=\"tolerability\" name=\"认定\"", "id=\"other\" name=\"认定\"")
                        .replace("#hit", "#" + "h".repeat(1999)));
    }

    @Test
    void theWorstTextsThatTheCapsLetThroughAreParsedQuickly() {
        var base = Books.resource("hostile/base.dmn");
        for (var feel : List.of(
                "((((((1))))))".replace("1", "((1)+(1))".repeat(1)),
                "1" + "+1".repeat(1900) + " = 0",
                "true" + " and true".repeat(400),
                "if if if true then true else true then true else true then true else true",
                "[" + "1,".repeat(400) + "1] = 1",
                "1 in (" + "[1..2],".repeat(300) + "1)",
                "1" + " in (1)".repeat(400),
                "1 between 1 and ".repeat(200) + "1",
                "(" + "1 < 2) = (".repeat(300) + "1 = 1)",
                "\"" + "\\\"".repeat(200),
                "a.b".repeat(900),
                "not(".repeat(5) + "true" + ")".repeat(5),
                "< ".repeat(1500),
                "count(".repeat(6) + "底线" + ")".repeat(6))) {
            var xml =
                    base.replace("count(底线) &gt; 0", feel.replace("&", "&amp;").replace("<", "&lt;"));
            assertTimeoutPreemptively(AT_ONCE, () -> Books.codesOf(xml), feel);
            var cell = base.replace("&gt;= 0", feel.replace("&", "&amp;").replace("<", "&lt;"));
            assertTimeoutPreemptively(AT_ONCE, () -> Books.codesOf(cell), feel);
        }
    }

    @Test
    void theCorpusLeavesNoThreadAndLittleMemoryBehind() {
        for (var entry : corpus()) {
            Books.codesOf(bytes("hostile/" + entry.file()));
        }
        var threads = ManagementFactory.getThreadMXBean().getThreadCount();
        var memory = usedMemory();
        for (var round = 0; round < 3; round++) {
            for (var entry : corpus()) {
                Books.codesOf(bytes("hostile/" + entry.file()));
            }
        }
        assertTrue(ManagementFactory.getThreadMXBean().getThreadCount() <= threads + 1);
        var grown = usedMemory() - memory;
        assertTrue(grown < 8L * 1024 * 1024, "grown by " + grown);
    }

    private static long usedMemory() {
        for (var n = 0; n < 3; n++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String inFirstTable(String base, String row, int times) {
        var rows = new StringBuilder();
        for (var n = 0; n < times; n++) {
            rows.append(row.formatted(n));
        }
        return base.replace("<rule id=\"bottomLine_r1\">", rows + "<rule id=\"bottomLine_r1\">");
    }

    private static void assertRefused(String code, String xml) {
        var codes = assertTimeoutPreemptively(AT_ONCE, () -> Books.codesOf(xml), code);
        assertTrue(codes.contains(code), () -> "expected " + code + ", got " + codes);
    }

    private static List<Entry> corpus() {
        var entries = new ArrayList<Entry>();
        Books.resource("hostile/index.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> {
                    var parts = line.split(": ");
                    entries.add(new Entry(parts[0], parts[1]));
                });
        assertTrue(entries.size() > 40, "the corpus is there");
        return entries;
    }

    private static byte[] bytes(String name) {
        try (InputStream in = HostileModelsTest.class.getResourceAsStream(name)) {
            var out = new ByteArrayOutputStream();
            in.transferTo(out);
            return out.toByteArray();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private record Entry(String file, String code) {}
}
