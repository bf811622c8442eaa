package org.rongcuo.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.papers.PaperText.Block;
import org.rongcuo.papers.PaperText.Style;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.shared.Violation;

/** Templates are words with places, and nothing else. */
class TemplateTextTest {
    private static List<String> codes(String text) {
        return TemplateText.violations(PaperKind.DETERMINATION, text).stream()
                .map(Violation::code)
                .toList();
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertEquals(List.of(), codes("# 标题\n{{当事人}}"));
        assertEquals(
                List.of(
                        "placeholder-unknown",
                        "placeholder-unknown",
                        "placeholder-unknown",
                        "placeholder-malformed",
                        "one-title"),
                codes("{{补正材料}}\n{{当事人.class}} {{案号}}\n{{#if}}{案号}}"));
        assertEquals(List.of("one-title", "no-paragraph"), codes("# 一\n# 二\n抄送:某单位"));
        assertEquals(List.of("control-character"), codes("# 标题\n正文\u0000"));
        assertEquals(List.of("control-character"), codes("# 标题\n正\u202e文"));
        assertEquals(List.of("template-too-long"), codes("字".repeat(TemplateText.MOST + 1)));
        assertEquals(List.of("template-too-long"), codes("# 标题\n" + "段\n".repeat(400)));
    }

    @Test
    void nothingThatTemplateLanguagesReadIsRead() {
        for (var hostile : List.of(
                "{{#each}}",
                "{{{当事人}}}",
                "${当事人}",
                "{当事人}",
                "{{>partial}}",
                "{{当事人}}}",
                "{{\n}}",
                "{{cdi:bean}}",
                "{%if%}")) {
            assertTrue(!codes("# 标题\n" + hostile).isEmpty(), hostile);
        }
    }

    @Test
    void whatAWordSaysIsNeverReadAsATemplate() {
        var words = TemplateText.samples(PaperKind.DETERMINATION);
        words.put("理由", "# 不是标题\n{{当事人}}$1\\");
        var paper = TemplateText.fill("# 认定书\n## 理由\n{{理由}}", words);
        assertEquals("认定书", paper.title());
        assertEquals(
                List.of(
                        new Block(Style.HEADING, "一、理由"),
                        new Block(Style.PARAGRAPH, "# 不是标题"),
                        new Block(Style.PARAGRAPH, "{{当事人}}$1\\")),
                paper.blocks());
    }

    @Test
    void aParagraphWithoutWordsIsLeftOutAndAHeadingWithNothingBeneath() {
        var words = TemplateText.samples(PaperKind.DETERMINATION);
        words.putAll(Map.of("档次", "", "不一致理由", "", "结论", "免责", "理由", "属实"));
        var paper = TemplateText.fill(
                "# 认定书\n## 结论\n认定:{{结论}}。\n档次:{{档次}}。\n## 不一致\n### 理由\n{{不一致理由}}\n## 其他\n### 甲\n{{理由}}\n### 乙\n固定的话(如此)。",
                words);
        assertEquals(
                List.of("一、结论", "认定\uff1a免责。", "二、其他", "\uff08一\uff09甲", "属实", "\uff08二\uff09乙", "固定的话\uff08如此\uff09。"),
                paper.blocks().stream().map(Block::text).toList());
    }

    @Test
    void marksAmongChineseAreFullWidthAndOthersStay() {
        assertEquals("共3项\uff0c见V2.0\uff08试行\uff09\uff1a13:30, ok", Typography.chinese("共3项,见V2.0(试行):13:30, ok"));
    }

    @Test
    void linesNeitherOpenWithAClosingMarkNorEndWithAnOpeningOne() {
        var setting = new LineSetting(text -> text.codePointCount(0, text.length()));
        var words = "先行先试(如《某某办法》第五条),未谋私利。损失2026.5万元、已“挽回”!";
        var text = Typography.chinese(words);
        for (int measure = 3; measure < 30; measure++) {
            var lines = setting.lines(text, measure, measure);
            assertEquals(
                    text,
                    String.join("", lines.stream().map(LineSetting.Line::text).toList()));
            for (int i = 0; i < lines.size(); i++) {
                var line = lines.get(i).text();
                if (measure > 8) {
                    assertTrue(i == 0 || "\uff0c。、\uff09》”\uff01".indexOf(line.charAt(0)) < 0, line + " at " + measure);
                    assertTrue("\uff08《“".indexOf(line.charAt(line.length() - 1)) < 0, line + " at " + measure);
                }
            }
        }
    }

    @Test
    void whatCannotBeSetWellIsSetAllTheSame() {
        var setting = new LineSetting(text -> text.codePointCount(0, text.length()));
        for (var text : List.of("。".repeat(2000), "\uff08".repeat(2000), "W".repeat(2000), " ".repeat(50) + "字")) {
            var lines = setting.lines(text, 26, 28);
            assertTrue(lines.size() <= 90, lines.size() + " lines");
            assertTrue(lines.stream().allMatch(line -> line.text().length() <= 29), "none beyond the measure");
        }
    }
}
