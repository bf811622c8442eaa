package org.rongcuo.dmn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Test suites in either form: read strictly, kept exactly, told by the keys of the API. */
class TestSuiteTest {
    private static final ModelOutline EXAMPLE = Books.admit(Books.example()).outline();

    @Test
    void readsEveryKindOfValueAndWritesItBack() {
        var suite = read("""
                <testCase id="a&amp;b"><description>一 &lt; 二
                三</description>
                  <inputNode name="字"><value xsi:type="xsd:string"> 有 </value></inputNode>
                  <inputNode name="数"><value xsi:type="xs:decimal"> 5.20 </value></inputNode>
                  <inputNode name="是"><value xsi:type="xsd:boolean">1</value></inputNode>
                  <inputNode name="日"><value xsi:type="xsd:date">2018-01-01</value></inputNode>
                  <resultNode name="空" type="decision"><computed><value/></computed><expected><value xsi:nil="true"/></expected></resultNode>
                  <resultNode name="表"><expected><list><item><value xsi:type="xsd:string">甲</value></item><item><list/></item></list></expected></resultNode>
                  <resultNode name="构"><expected><component name="target"><value xsi:type="xsd:decimal">-3</value></component><component name="unit"><value xsi:nil="1"/></component></expected></resultNode>
                </testCase>
                """);
        var test = suite.cases().get(0);
        assertEquals("v1.dmn", suite.modelName());
        assertEquals("a&b", test.id());
        assertEquals("一 < 二\n三", test.description());
        assertEquals(
                Map.of("字", " 有 ", "数", new BigDecimal("5.2"), "是", true, "日", LocalDate.of(2018, 1, 1)), test.facts());
        var structure = new HashMap<String, Object>();
        structure.put("target", new BigDecimal("-3"));
        structure.put("unit", null);
        assertTrue(test.expected().containsKey("空"));
        assertNull(test.expected().get("空"));
        assertEquals(List.of("甲", List.of()), test.expected().get("表"));
        assertEquals(structure, test.expected().get("构"));
        assertEquals(List.of("字", "数", "是", "日"), List.copyOf(test.facts().keySet()), "in their order");
        assertEquals(suite, TestSuite.of(suite.xml().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keepsWhateverTextItIsGiven() {
        for (var text : List.of("", " ", "\"'<>&]]>", "a\tb\r\nc\n", "𠮷", "&#13;", "null", "{{x}}")) {
            var facts = new LinkedHashMap<String, Object>();
            facts.put("a" + text, text);
            var suite = new TestSuite(
                    null, List.of(new TestCase("x" + text, text, facts, Map.of("d" + text, List.of(text)))));
            assertEquals(suite, TestSuite.of(suite.xml().getBytes(StandardCharsets.UTF_8)), text);
        }
        assertEquals(
                TestSuite.empty("v1.dmn"),
                TestSuite.of(TestSuite.empty("v1.dmn").xml().getBytes()));
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        var refused = assertThrows(SuiteRefused.class, () -> read("""
                <testCase><inputNode name="数"><value xsi:type="xsd:decimal">1e9</value></inputNode></testCase>
                <testCase id="二" type="bkm">
                  <inputNode name="字"><value xsi:type="xsd:integer">1</value></inputNode>
                  <inputNode name="空"><value xsi:nil="true"/></inputNode>
                  <inputNode name="双"><value xsi:type="xsd:boolean">是</value></inputNode>
                  <inputNode name="双"><value xsi:type="xsd:boolean">true</value></inputNode>
                  <inputNode><value xsi:type="xsd:boolean">true</value></inputNode>
                  <inputNode name="无"/>
                  <inputNode name="日"><value xsi:type="xsd:date">2018-02-30</value></inputNode>
                  <inputNode name="长"><value xsi:type="xsd:decimal">12345678901234567890123456789012345</value></inputNode>
                  <resultNode name="果" errorResult="true"><expected><value xsi:type="xsd:string">x</value><list/></expected></resultNode>
                  <resultNode name="子"><expected><value xsi:type="xsd:string"><b/>x</value></expected></resultNode>
                  stray
                </testCase>
                <testCase id="二"><strange/></testCase>
                """));
        assertEquals(
                List.of(
                        "suite-case-id /cases/0",
                        "suite-literal /cases/0/facts/数",
                        "suite-element /cases/1",
                        "suite-not-a-decision /cases/1",
                        "suite-type /cases/1/facts/字",
                        "suite-fact-null /cases/1/facts/空",
                        "suite-literal /cases/1/facts/双",
                        "suite-node-duplicate /cases/1/facts/双",
                        "suite-name-missing /cases/1/facts",
                        "suite-value /cases/1/facts/无",
                        "suite-literal /cases/1/facts/日",
                        "suite-number /cases/1/facts/长",
                        "suite-error-result /cases/1/expected/果",
                        "suite-value /cases/1/expected/果",
                        "suite-element /cases/1/expected/子",
                        "suite-element /cases/2",
                        "suite-case-id-duplicate /cases/2"),
                refused.findings().stream()
                        .map(finding -> finding.code() + " " + finding.pointer())
                        .toList());
        for (var finding : refused.findings()) {
            assertTrue(finding.message().zh().codePoints().anyMatch(Character::isIdeographic), finding.code());
            assertFalse(finding.message().en().isBlank());
        }
        assertEquals("二", refused.findings().get(2).testCase());
        assertEquals(2, refused.findings().get(2).number());
    }

    @Test
    void takesNoFileThatTheModelsIntakeWouldNotTake() {
        assertEquals(List.of("gate-empty"), codes(""));
        assertEquals(List.of("gate-xml"), codes("<testCases"));
        assertEquals(List.of("gate-doctype"), codes("<!DOCTYPE t [<!ENTITY x 'y'>]><t>&x;</t>"));
        assertEquals(List.of("gate-too-large"), codes("<t>" + "x".repeat(XmlIntake.MAX_BYTES) + "</t>"));
        assertEquals(List.of("gate-too-deep"), codes("<a>".repeat(30)));
        assertEquals(List.of("suite-root"), codes("<testCases/>"));
        assertEquals(List.of("suite-root"), codes(Books.example()));
        assertEquals(
                List.of("suite-too-many-cases"),
                codes(document("<testCase id=\"x\"/>".repeat(SuiteChecks.MAX_CASES + 1))));
        var nested = "<item><list>".repeat(6) + "</list></item>".repeat(6);
        assertEquals(
                List.of("suite-too-deep"),
                codes(document("<testCase id=\"x\"><resultNode name=\"d\"><expected><list>" + nested
                        + "</list></expected></resultNode></testCase>")));
        assertEquals(
                List.of("suite-element", "more-findings"),
                codes(document("<x/>".repeat(5000))),
                "a refusal has an end");
    }

    @Test
    void isToldByTheKeysOfTheApi() {
        var form = new SuiteForm(List.of(
                new SuiteForm.Case(
                        "c1", null, Books.exempting(), Map.of("tolerability", "免责", "bottomLine", List.of())),
                new SuiteForm.Case("c2", "说明", Map.of("loss", 100, "privateGain", "无"), Map.of())));
        var suite = TestSuite.of("v1.dmn", form, EXAMPLE);
        assertEquals(new BigDecimal("100"), suite.cases().get(1).facts().get("直接经济损失"));
        assertEquals(Map.of("认定建议", "免责", "底线", List.of()), suite.cases().get(0).expected());
        assertEquals(suite, TestSuite.of("v1.dmn", suite.form(EXAMPLE), EXAMPLE));
        assertEquals(form.cases().get(0), suite.form(EXAMPLE).cases().get(0));
    }

    @Test
    void refusesJsonThatNamesWhatTheBookDoesNotHave() {
        var nothing = new HashMap<String, Object>();
        nothing.put("loss", null);
        nothing.put("其他", 1);
        nothing.put("process", Double.NaN);
        nothing.put("privateGain", "\u0000");
        var cases = new ArrayList<SuiteForm.Case>();
        cases.add(null);
        cases.add(new SuiteForm.Case("c", null, null, null));
        cases.add(new SuiteForm.Case("c", "x".repeat(2000), nothing, Map.of("a/b", 1, "effect", Map.of())));
        var refused = assertThrows(SuiteRefused.class, () -> TestSuite.of("v1.dmn", new SuiteForm(cases), EXAMPLE));
        assertEquals(
                List.of(
                        "suite-case-id /cases/0",
                        "suite-case-id-duplicate /cases/2",
                        "suite-decision-unknown /cases/2/expected/a~1b",
                        "suite-description /cases/2",
                        "suite-fact-null /cases/2/facts/loss",
                        "suite-item-unknown /cases/2/facts/其他",
                        "suite-number /cases/2/facts/process",
                        "suite-text /cases/2/facts/privateGain",
                        "suite-value /cases/2/expected/effect"),
                refused.findings().stream()
                        .map(finding -> finding.code() + " " + finding.pointer())
                        .sorted()
                        .toList());
        assertEquals(
                TestSuite.empty("v1.dmn"),
                TestSuite.of("v1.dmn", new SuiteForm(null), EXAMPLE),
                "no cases is no fault");
    }

    @Test
    void isKeptOnlyIfItCanBeReadAgain() {
        var text = "<".repeat(SuiteChecks.MAX_TEXT);
        var cases = new ArrayList<SuiteForm.Case>();
        for (int n = 0; n < 140; n++) {
            cases.add(new SuiteForm.Case("c" + n, null, Map.of("process", text), Map.of("effect", text)));
        }
        var refused = assertThrows(SuiteRefused.class, () -> TestSuite.of("v1.dmn", new SuiteForm(cases), EXAMPLE));
        assertEquals("gate-too-large", refused.getMessage());
    }

    @Test
    void refusesXmlThatNamesWhatTheBookDoesNotHave() {
        var suite = new TestSuite(
                null,
                List.of(
                        new TestCase("一", null, Map.of("决策方式", "个人专断"), Map.of("认定建议", "不予容错")),
                        new TestCase("二", null, Map.of("process", "个人专断"), Map.of("tolerability", "不予容错"))));
        var refused = assertThrows(SuiteRefused.class, () -> suite.requireKnown(EXAMPLE));
        assertEquals(
                List.of("/cases/1/facts/process", "/cases/1/expected/tolerability"),
                refused.findings().stream().map(SuiteFinding::pointer).toList());
        new TestSuite(null, suite.cases().subList(0, 1)).requireKnown(EXAMPLE);
    }

    @Test
    void followsTheNewNamesOfTheModel() {
        var after = Books.admit(Books.example()
                        .replace("直接经济损失", "损失")
                        .replace("决策方式", "直接经济损失")
                        .replace("效果评价", "行为效果"))
                .outline();
        var suite = new TestSuite(
                "v1.dmn",
                List.of(new TestCase(
                        "一", null, Map.of("直接经济损失", BigDecimal.ONE, "决策方式", "个人专断"), Map.of("效果评价", "有利"))));
        var renamed = suite.renamed(EXAMPLE, after);
        assertEquals(
                Map.of("损失", BigDecimal.ONE, "直接经济损失", "个人专断"),
                renamed.cases().get(0).facts(),
                "a name that passes from one to another follows its id");
        assertEquals(Map.of("行为效果", "有利"), renamed.cases().get(0).expected());
        assertEquals(suite, suite.renamed(EXAMPLE, EXAMPLE));
        assertEquals(suite.form(EXAMPLE), renamed.form(after), "in the API nothing changes");
        renamed.requireKnown(after);
    }

    @Test
    void whatTheModelNoLongerHasIsSeen() {
        var suite = new TestSuite(
                "v1.dmn",
                List.of(new TestCase("一", null, Map.of("旧事项", "有", "loss", "有", "决策方式", "个人专断"), Map.of("旧决策", "有"))));
        var form = suite.form(EXAMPLE).cases().get(0);
        assertEquals(Map.of("旧事项", "有", "「loss」", "有", "process", "个人专断"), form.facts());
        assertEquals(Map.of("旧决策", "有"), form.expected());
        assertEquals(suite, suite.renamed(EXAMPLE, EXAMPLE), "and keeps its name");
        var renamed = new TestSuite(
                        null, List.of(new TestCase("一", null, Map.of("旧事项", "有", "决策方式", "个人专断"), Map.of())))
                .renamed(
                        EXAMPLE,
                        Books.admit(Books.example().replace("决策方式", "旧事项")).outline());
        assertEquals(Map.of("旧事项", "个人专断"), renamed.cases().get(0).facts(), "unless another has taken it meanwhile");
    }

    private static List<String> codes(String xml) {
        return assertThrows(SuiteRefused.class, () -> TestSuite.of(xml.getBytes(StandardCharsets.UTF_8)))
                .findings()
                .stream()
                .map(SuiteFinding::code)
                .distinct()
                .toList();
    }

    private static TestSuite read(String cases) {
        return TestSuite.of(document(cases).getBytes(StandardCharsets.UTF_8));
    }

    private static String document(String cases) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<testCases xmlns=\"http://www.omg.org/spec/DMN/20160719/testcase\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\">"
                + "<modelName>v1.dmn</modelName><labels><label>x</label></labels>" + cases + "</testCases>";
    }
}
