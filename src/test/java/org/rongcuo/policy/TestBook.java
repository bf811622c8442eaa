package org.rongcuo.policy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.dmn.AdmittedModel;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.CompiledModels;
import org.rongcuo.dmn.ModelGate;

/**
 * A book whose outcome a test chooses: what it says on the one fact {@link #FACTS}.
 *
 * @param word the outcome
 * @param bottomLine whether its bottom line is hit besides
 * @param effects the favourable effects it attaches
 */
record TestBook(BookKind kind, String word, boolean bottomLine, List<String> effects) {
    /** The fact that every test book asks. */
    static final Map<String, Object> FACTS = Map.of("given", "有");

    static final ModelGate GATE = new ModelGate();
    private static final CompiledModels MODELS = new CompiledModels(GATE);

    static TestBook saying(String word, String... effects) {
        return new TestBook(BookKind.TOLERANCE, word, false, List.of(effects));
    }

    static TestBook statute(String word) {
        return new TestBook(BookKind.STATUTE, word, false, List.of());
    }

    TestBook hittingItsBottomLine() {
        return new TestBook(kind, word, true, effects);
    }

    /** What it says where the fact is not given. */
    String otherwise() {
        return kind == BookKind.STATUTE ? "不适用" : "不予容错";
    }

    byte[] xml() {
        return (kind == BookKind.STATUTE ? statuteXml() : toleranceXml()).getBytes(StandardCharsets.UTF_8);
    }

    AdmittedModel admitted() {
        return GATE.admit(xml(), kind);
    }

    /** As a draft's content, without tests. */
    Drafting.Prepared prepared() {
        return prepared(admitted());
    }

    static Drafting.Prepared prepared(AdmittedModel model) {
        return new Drafting.Prepared(model, null, new TestSummary(0, 0, 0, 0, 0));
    }

    /** An approved version in memory, of a book that is not stored. */
    PolicyVersion version(Jurisdiction place, String name, String field, int number) {
        var opened = new PolicyService.OpenPolicy(
                place.code(),
                name,
                kind,
                name,
                name,
                field,
                List.of(),
                List.of(),
                null,
                kind == BookKind.TOLERANCE ? LenityMode.TWO_DATE : null,
                "测试",
                Visibility.PUBLIC,
                null);
        var version = new PolicyVersion(
                new Policy(place, opened, null, Instant.EPOCH), number, prepared(), null, null, Instant.EPOCH);
        version.submit(null, List.of(), null, Instant.EPOCH);
        version.approve(LocalDate.EPOCH, true, List.of(), null, null, Instant.EPOCH);
        return version;
    }

    /** The version as a layer of a chain, on the given answers. */
    static LayerEvaluation evaluated(PolicyVersion version, Map<String, Object> answers) {
        CompiledModel model = MODELS.of(version.contentHash(), version.policy().kind(), version::model);
        return LayerEvaluation.of(
                version, java.util.Optional.of(model), new Facts(answers, java.util.Map.of()), Judging.ON_RECORD);
    }

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="book" name="测试办法" namespace="https://rongcuo.org/test">
              <itemDefinition id="tGiven" name="有无"><typeRef>string</typeRef><allowedValues><text>"有","无"</text></allowedValues></itemDefinition>
              <itemDefinition id="tHits" name="清单" isCollection="true"><typeRef>string</typeRef></itemDefinition>
              <itemDefinition id="tWord" name="认定词"><typeRef>string</typeRef><allowedValues><text>%s</text></allowedValues></itemDefinition>
              <inputData id="given" name="给定"><description>有没有?</description><variable name="给定" typeRef="有无"/></inputData>
            """;

    private String toleranceXml() {
        var xml = new StringBuilder(HEAD.formatted("\"免责\",\"减责\",\"不予容错\",\"提请会商\""));
        xml.append(decision(
                "bottomLine", "底线", "清单", "COLLECT", rule("bottomLine_r1", bottomLine ? "有" : "无", "触线", "底线第一条")));
        xml.append(decision(
                "tolerability",
                "认定建议",
                "认定词",
                "UNIQUE",
                rule("tolerability_r1", "有", word, "第一条") + rule("tolerability_r2", "无", "不予容错", "第二条")));
        var attached = new StringBuilder(rule("effects_r0", "无", "无", "第三条"));
        for (int n = 0; n < effects.size(); n++) {
            attached.append(rule("effects_r" + (n + 1), "有", effects.get(n), "第三条"));
        }
        xml.append(decision("effects", "结果运用", "清单", "COLLECT", attached.toString()));
        return xml.append("</definitions>").toString();
    }

    private String statuteXml() {
        return HEAD.formatted("\"免责\",\"不适用\"")
                + decision(
                        "tolerability",
                        "认定建议",
                        "认定词",
                        "UNIQUE",
                        rule("tolerability_r1", "有", word, "第七条") + rule("tolerability_r2", "无", "不适用", "第八条"))
                + "</definitions>";
    }

    private static String decision(String id, String name, String type, String hitPolicy, String rules) {
        return """
                <decision id="%1$s" name="%2$s"><variable name="%2$s" typeRef="%3$s"/>
                  <informationRequirement id="%1$s_q"><requiredInput href="#given"/></informationRequirement>
                  <decisionTable id="%1$s_t" hitPolicy="%4$s">
                    <input id="%1$s_i"><inputExpression id="%1$s_e" typeRef="有无"><text>给定</text></inputExpression></input>
                    <output id="%1$s_o"/><annotation name="依据"/><annotation name="说明"/>
                    %5$s
                  </decisionTable></decision>
                """.formatted(id, name, type, hitPolicy, rules);
    }

    private static String rule(String id, String given, String says, String article) {
        return """
                <rule id="%1$s"><inputEntry id="%1$s_c"><text>"%2$s"</text></inputEntry><outputEntry id="%1$s_v"><text>"%3$s"</text></outputEntry><annotationEntry><text>%4$s</text></annotationEntry><annotationEntry><text>测试</text></annotationEntry></rule>
                """.formatted(id, given, says, article);
    }
}
