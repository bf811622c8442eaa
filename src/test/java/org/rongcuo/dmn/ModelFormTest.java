package org.rongcuo.dmn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One model has one form and one hash, however it is written. */
class ModelFormTest {
    private final AdmittedModel example = Books.admit(Books.example());

    @Test
    void admittingTheNormalFormChangesNothing() {
        var again = Books.admit(example.xml());
        assertEquals(example, again);
        assertTrue(example.contentHash().matches("sha256:[0-9a-f]{64}"));
    }

    @Test
    void theHashDoesNotDependOnHowTheModelIsWritten() {
        var reformatted = Books.example()
                .replace("><", ">\n\t <")
                .replaceAll("(?<= )(id=\"[^\"]*\") (name=\"[^\"]*\")", "$2\n  $1");
        var prefixed = Books.example()
                .replace("<definitions xmlns=", "<definitions xmlns:dmn=")
                .replace("xmlns:rc=", "xmlns:tol=")
                .replace(" rc:", " tol:")
                .replaceAll("<(?=[a-z])", "<dmn:")
                .replaceAll("</(?=[a-z])", "</dmn:");
        var commented = Books.example().replace("<inputData", "<!-- a comment --><inputData");
        var cdata = Books.with(Books.example(), "<text>&lt;= 10</text>", "<text><![CDATA[<= 10]]></text>");
        var diagram = Books.with(Books.example(), "</definitions>", DIAGRAM + "</definitions>");
        var utf16 = Books.example()
                .replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"")
                .getBytes(StandardCharsets.UTF_16);
        assertNotEquals(Books.example(), reformatted);
        for (var variant : List.of(reformatted, prefixed, commented, cdata, diagram)) {
            assertEquals(example.contentHash(), Books.admit(variant).contentHash(), variant);
            assertEquals(example.outline(), Books.admit(variant).outline());
        }
        assertEquals(
                example.contentHash(),
                Books.GATE.admit(utf16, BookKind.TOLERANCE).contentHash());
        assertTrue(Books.admit(diagram).xml().contains("dmndi:DMNShape"), "the diagram is kept");
        assertEquals(Books.admit(diagram), Books.admit(Books.admit(diagram).xml()));
    }

    private static final String DIAGRAM = """
            <dmndi:DMNDI xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:di="http://www.omg.org/spec/DMN/20180521/DI/">
              <dmndi:DMNDiagram id="d1"><dmndi:DMNShape id="s1" dmnElementRef="tolerability"><dc:Bounds height="80" width="180" x="150" y="150"/></dmndi:DMNShape>
              <dmndi:DMNEdge id="e1" dmnElementRef="to1"><di:waypoint x="1" y="2"/><di:waypoint x="3" y="4"/></dmndi:DMNEdge></dmndi:DMNDiagram>
            </dmndi:DMNDI>
            """;

    @Test
    void theHashChangesWithEachPartOfTheContent() {
        for (var change : List.of(
                List.of("&lt;= 10", "&lt;= 11"),
                List.of("任何不正当利益一票否决", "任何不正当利益一票否决。"),
                List.of("rc:scope=\"SUBJECT\"", "rc:scope=\"CASE\""),
                List.of("是否为个人", "是否曾为个人"),
                List.of("<rule id=\"effect_r1\">", "<rule id=\"effect_r9\">"))) {
            var changed = Books.exampleWith(change.get(0), change.get(1));
            assertNotEquals(example.contentHash(), Books.admit(changed).contentHash(), change.toString());
        }
    }

    @Test
    void readsDmn12And14And15() {
        for (var namespace : List.of(
                "http://www.omg.org/spec/DMN/20180521/MODEL/",
                "https://www.omg.org/spec/DMN/20211108/MODEL/",
                "https://www.omg.org/spec/DMN/20230324/MODEL/")) {
            var other = Books.exampleWith("https://www.omg.org/spec/DMN/20191111/MODEL/", namespace);
            assertEquals(example, Books.admit(other), namespace);
        }
    }

    @Test
    void putsRightWhatTheEditorLeaves() {
        var raw = Books.resource("editor-raw.dmn");
        var model = Books.admit(raw, BookKind.STATUTE);
        var item = model.outline().item("InputData_0k2x1").orElseThrow();
        assertEquals(ItemType.BOOLEAN, item.type());
        assertEquals("发现问题时是否提出反对", item.question());
        var table = model.outline().decision("tolerability").orElseThrow();
        assertEquals(List.of("-"), table.rows().get(1).conditions());
        assertEquals("", table.rows().get(1).note());
        assertEquals(List.of("InputData_0k2x1"), table.items(), "the requirement was added from the name used");
        assertTrue(model.xml().contains("<variable id=\"InputData_0k2x1_variable\""), "the variable was added");
        for (var noise :
                List.of("biodi", "camunda", "modeler", "exporter", "expressionLanguage", "extensionElements")) {
            assertTrue(raw.contains(noise), noise);
            assertTrue(!model.xml().contains(noise), noise);
        }
        assertEquals(model, Books.admit(model.xml(), BookKind.STATUTE));
        var compiled = new CompiledModel(model, BookKind.STATUTE);
        var facts = java.util.Map.<String, Object>of("InputData_0k2x1", true);
        assertEquals("免责", compiled.evaluate(facts).verdict().word());
    }

    @Test
    void outlinesTheExample() {
        var outline = example.outline();
        assertEquals("示例县容错认定", outline.name());
        assertEquals(
                List.of("privateGain", "process", "loss", "correctionState"),
                outline.items().stream().map(Item::id).toList());
        var gain = outline.item("privateGain").orElseThrow();
        assertEquals(
                new Item(
                        "privateGain",
                        "谋取利益情况",
                        "是否为个人、他人或单位谋取不正当利益?",
                        ItemType.STRING,
                        List.of("无", "为个人", "为他人", "为单位"),
                        null,
                        "主观动机",
                        "资金往来核查、廉政档案",
                        "三个区分开来(三)",
                        ItemScope.SUBJECT,
                        ItemSource.ANSWER),
                gain);
        assertEquals(
                ItemSource.CORRECTION,
                outline.item("correctionState").orElseThrow().source());
        var outcome = outline.decision("tolerability").orElseThrow();
        assertEquals(List.of("privateGain", "process", "loss", "correctionState"), outcome.items());
        assertEquals(6, outcome.rows().size());
        assertEquals(List.of("true", "-", "-"), outcome.rows().get(0).conditions());
        assertEquals("底线", outcome.rows().get(0).basis());
        assertEquals("COLLECT", outline.decision("bottomLine").orElseThrow().hitPolicy());
        assertEquals(null, outline.decision("bottomLineHit").orElseThrow().hitPolicy());
    }
}
