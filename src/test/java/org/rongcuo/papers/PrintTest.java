package org.rongcuo.papers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.shared.Problem;

/** Papers as they are printed: read back, measured, and the same whenever they are printed again. */
class PrintTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final PdfPress PDF = new PdfPress(fonts("/usr/share/fonts"));
    private static final DocxPress DOCX = new DocxPress();

    private static PaperFonts fonts(String directory) {
        return new PaperFonts(
                List.of(directory), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static PaperText paper(PaperKind kind, Map<String, String> said) {
        var words = TemplateText.samples(kind);
        words.putAll(said);
        return TemplateText.fill(new PaperTemplates().shipped(kind), words);
    }

    /** Without what setting in lines adds. */
    private static String plain(String text) {
        return text.replaceAll("\\s", "");
    }

    private static String readPdf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return plain(new PDFTextStripper().getText(document));
        }
    }

    private static String readDocx(byte[] docx) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx));
                var text = new XWPFWordExtractor(document)) {
            return plain(text.getText());
        }
    }

    @ParameterizedTest
    @EnumSource(PaperKind.class)
    void eachKindIsPrintedInBothFormsWithAllThatItSays(PaperKind kind) throws IOException {
        assertEquals(List.of(), TemplateText.violations(kind, new PaperTemplates().shipped(kind)));
        var paper = paper(kind, Map.of());
        var pdf = readPdf(PDF.print(paper, DAY));
        var docx = readDocx(DOCX.print(paper, DAY));
        List<String> said = new ArrayList<>(List.of(paper.organ(), paper.number(), paper.title(), paper.dated()));
        paper.blocks().forEach(block -> said.add(block.text()));
        said.addAll(paper.copies());
        for (var each : said) {
            assertTrue(pdf.replaceAll("—\\d+—", "").contains(plain(each)), () -> each + " is not in " + pdf);
            assertTrue(docx.contains(plain(each)), () -> each + " is not in " + docx);
        }
        assertFalse(pdf.contains("{{") || docx.contains("{{"), "no place is left unfilled");
        assertFalse(pdf.contains("\u3013"), "every character has its type");
    }

    @Test
    void theSamePaperIsTheSameBytes() {
        var paper = paper(PaperKind.DETERMINATION, Map.of());
        assertArrayEquals(PDF.print(paper, DAY), PDF.print(paper, DAY));
        assertArrayEquals(DOCX.print(paper, DAY), DOCX.print(paper, DAY));
        var other = paper(PaperKind.DETERMINATION, Map.of("结论", "减责"));
        assertFalse(java.util.Arrays.equals(PDF.print(paper, DAY), PDF.print(other, DAY)));
    }

    /** Where a line of text stands on a page, in points from its upper left corner. */
    private record Line(int page, double left, double right, double baseline, String text, double size) {}

    private static List<Line> lines(byte[] pdf) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var box = document.getPage(page - 1).getMediaBox();
                assertEquals(210 / 25.4 * 72, box.getWidth(), 0.1);
                assertEquals(297 / 25.4 * 72, box.getHeight(), 0.1);
                var number = page;
                var reader = new PDFTextStripper() {
                    @Override
                    protected void writeString(String text, List<TextPosition> positions) {
                        var last = positions.get(positions.size() - 1);
                        lines.add(new Line(
                                number,
                                positions.get(0).getXDirAdj(),
                                last.getXDirAdj() + last.getWidthDirAdj(),
                                positions.get(0).getYDirAdj(),
                                text,
                                positions.get(0).getFontSizeInPt()));
                    }
                };
                reader.setStartPage(page);
                reader.setEndPage(page);
                reader.setSortByPosition(true);
                reader.getText(document);
            }
        }
        return lines;
    }

    @Test
    void thePageIsThatOfTheStandard() throws IOException {
        var facts = String.join(
                "\n",
                IntStream.range(0, 30)
                        .mapToObj(
                                i -> "为解决外岛居民加油难,经集体研究先行先试撬装式加油,设备选型失误造成损失,发现后及时更换并挽回影响,此后逐项整改并形成制度由专人负责落实到位不再发生同类问题。")
                        .toList());
        var lines = lines(PDF.print(paper(PaperKind.DETERMINATION, Map.of("事实", facts)), DAY));
        var body =
                lines.stream().filter(line -> line.page == 2 && line.size == 16).toList();
        assertEquals(22, body.size(), "22 lines a page");
        var left = 28 / 25.4 * 72;
        var right = (210 - 26) / 25.4 * 72;
        for (var line : body) {
            assertTrue(line.left >= left - 0.5 && line.right <= right + 0.5, line.toString());
            assertTrue(line.text.length() <= 29, "28 characters a line, one mark pressed in: " + line);
        }
        assertTrue(body.stream().anyMatch(line -> line.text.length() == 28), () -> "a full line has 28: " + body);
        assertEquals(225.0 / 22 / 25.4 * 72, body.get(1).baseline - body.get(0).baseline, 0.05);
        assertTrue(body.get(0).baseline > 37 / 25.4 * 72 && body.get(0).baseline < 37 / 25.4 * 72 + 29);
        assertTrue(body.get(21).baseline < (297 - 35) / 25.4 * 72);
        var indented = body.stream()
                .filter(line -> line.text.startsWith("为解决"))
                .findFirst()
                .orElseThrow();
        assertEquals(left + 2 * 156 / 28.0 / 25.4 * 72, indented.left, 0.3, "two characters in");
        for (var line :
                lines.stream().filter(each -> each.text.matches("— \\d —")).toList()) {
            assertEquals(14, line.size, 0.01);
            assertTrue(
                    line.page % 2 == 1 ? line.right > right - 20 : line.left < left + 20, "on the outer side: " + line);
            assertTrue(line.baseline > (297 - 35 + 7) / 25.4 * 72, "7 millimetres below: " + line);
        }
        var mark = lines.stream().filter(line -> line.page == 1).findFirst().orElseThrow();
        assertEquals("中共嵊泗县纪律检查委员会", mark.text);
        var title = lines.stream().filter(line -> line.size == 22).findFirst().orElseThrow();
        assertTrue(title.text.startsWith("关于张三在"), title.text);
        var date = lines.stream()
                .filter(line -> line.text.equals("2026年11月27日"))
                .findFirst()
                .orElseThrow();
        assertEquals(right - 4 * 156 / 28.0 / 25.4 * 72, date.right, 3, "four characters from the edge");
        for (var line : body) {
            assertFalse("\uff0c。、;:)》”".indexOf(line.text.charAt(0)) >= 0, "a mark opens a line: " + line);
        }
    }

    @Test
    void theDocumentNamesTheStandardsFontsAndPage() throws IOException {
        var docx = DOCX.print(paper(PaperKind.DETERMINATION, Map.of()), DAY);
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            var section = document.getDocument().getBody().getSectPr();
            assertEquals(BigInteger.valueOf(2098), section.getPgMar().getTop());
            assertEquals(BigInteger.valueOf(1984), section.getPgMar().getBottom());
            assertEquals(BigInteger.valueOf(1587), section.getPgMar().getLeft());
            assertEquals(BigInteger.valueOf(1474), section.getPgMar().getRight());
            assertEquals(BigInteger.valueOf(11906), section.getPgSz().getW());
            assertEquals(BigInteger.valueOf(580), section.getDocGrid().getLinePitch());
            var mark = document.getParagraphs().get(0).getRuns().get(0);
            assertEquals("E60012", mark.getColor());
            assertEquals("方正小标宋简体", mark.getFontFamily(org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange.eastAsia));
            var text = document.getParagraphs().stream()
                    .filter(each -> each.getText().startsWith("根据容错纠错"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(16.0, text.getRuns().get(0).getFontSizeAsDouble());
            assertEquals(
                    "仿宋_GB2312",
                    text.getRuns().get(0).getFontFamily(org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange.eastAsia));
            assertEquals(632, text.getIndentationFirstLine());
            assertTrue(document.getEvenAndOddHeadings());
            assertEquals(
                    "2026-11-27",
                    document.getProperties()
                            .getCoreProperties()
                            .getCreated()
                            .toInstant()
                            .toString()
                            .substring(0, 10));
        }
    }

    @Test
    void whatNoTypeExistsForIsMarkedAndControlCharactersAreLeftOut() throws IOException {
        var said = Map.of("理由", "先行\u0007先试\u202e,\ud83d\ude00未谋私利。");
        var pdf = readPdf(PDF.print(paper(PaperKind.DETERMINATION, said), DAY));
        assertTrue(pdf.contains("先行先试\uff0c\u3013未谋私利。"), pdf);
        var docx = readDocx(DOCX.print(paper(PaperKind.DETERMINATION, said), DAY));
        assertTrue(docx.contains("先行先试"), docx);
    }

    @Test
    void withoutAChineseFontPapersAnswerThatTheyAreUnavailable() throws IOException {
        var none = fonts(Files.createTempDirectory(Path.of("target"), "fonts").toString());
        var refused = assertThrows(
                Problem.class, () -> new PdfPress(none).print(paper(PaperKind.DETERMINATION, Map.of()), DAY));
        assertEquals(503, refused.type().status());
        assertEquals("no-chinese-font", refused.code());
        assertEquals("none: papers answer 503", note(none));
        assertEquals("NotoSerifCJKsc-Regular", note(fonts("/usr/share/fonts")));
    }

    private static Object note(PaperFonts fonts) {
        return new PaperFontsReadiness(fonts).call().getData().orElseThrow().get("font");
    }

    @Test
    void aLongSignatureTakesTextWithItToItsPage() throws IOException {
        for (int more = 0; more < 24; more++) {
            var facts = String.join(
                    "\n",
                    IntStream.range(0, more).mapToObj(i -> "第" + i + "项事实。").toList());
            var lines = lines(PDF.print(paper(PaperKind.SUPPLEMENT_NOTICE, Map.of("补正材料", facts + "材料")), DAY));
            var organ = lines.stream()
                    .filter(line -> line.size == 16 && line.text.equals("中共嵊泗县纪律检查委员会"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(
                    lines.stream()
                            .anyMatch(line ->
                                    line.page == organ.page && line.size == 16 && line.baseline < organ.baseline),
                    "a signature stands alone");
            var date = lines.stream()
                    .filter(line -> line.text.equals("2026年11月27日"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(organ.page, date.page);
        }
    }
}
