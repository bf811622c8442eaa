package org.rongcuo.papers;

import static org.rongcuo.papers.PageForm.twips;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STXAlign;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STYAlign;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHAnchor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVAnchor;
import org.rongcuo.papers.PaperText.Block;

/**
 * Sets a paper as DOCX in the layout of GB/T 9704-2012. The fonts are named, not embedded: where the office has 方正小标宋 and
 * 仿宋_GB2312 its word processor takes them. The same paper gives the same bytes.
 */
@ApplicationScoped
class DocxPress {
    private static final String TITLE = "方正小标宋简体";
    private static final String BODY = "仿宋_GB2312";
    private static final String HEADING = "黑体";
    private static final String SUBHEADING = "楷体_GB2312";
    private static final String PAGE_NUMBER = "宋体";
    private static final String LATIN = "Times New Roman";
    private static final Map<String, String> ALTERNATIVES = new TreeMap<>(Map.of(
            TITLE, "小标宋,Noto Serif CJK SC,宋体",
            BODY, "仿宋,FangSong,Noto Serif CJK SC",
            HEADING, "SimHei,Noto Sans CJK SC",
            SUBHEADING, "楷体,KaiTi,Noto Serif CJK SC"));
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String FONTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
    private static final String FONT_TABLE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";
    private static final String RED = "E60012";
    /** Of the zip's entries: a file has no time of its own. 1980-01-01, the first that the format knows. */
    private static final long EPOCH = LocalDate.of(1980, 1, 2).toEpochDay() * 86_400_000L;

    private static final String BLACK = "000000";
    /** Of the imprint's lines, in eighths of a point: 0.35 and 0.25 millimetres. */
    private static final int THICK = 8;

    private static final int THIN = 6;
    private static final double SMALL_PITCH = 26;

    private static final int INDENT = twips(2 * PageForm.CELL);

    byte[] print(PaperText paper, LocalDate dated) {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            describe(document, paper, dated);
            fonts(document);
            page(document);
            head(document, paper);
            text(document, paper);
            imprint(document, paper);
            pageNumbers(document);
            document.write(out);
            return steady(out.toByteArray());
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException("a document in memory", e);
        }
    }

    private static void describe(XWPFDocument document, PaperText paper, LocalDate dated)
            throws InvalidFormatException {
        var properties = document.getProperties().getCoreProperties();
        properties.setTitle(paper.title());
        properties.setCreator(paper.organ());
        properties.setCreated(dated + "T00:00:00Z");
        properties.setModified(dated + "T00:00:00Z");
        properties.setLastModifiedByUser(paper.organ());
        properties.setRevision("1");
        Optional.ofNullable(document.getProperties().getExtendedProperties().getUnderlyingProperties())
                .ifPresent(extended -> extended.setApplication("Rongcuo"));
    }

    /** What stands in for a font that a machine has not. */
    private static void fonts(XWPFDocument document) throws IOException, InvalidFormatException {
        var table = new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:fonts xmlns:w=\"")
                .append(NAMESPACE)
                .append("\">");
        ALTERNATIVES.forEach((font, alternatives) -> table.append("<w:font w:name=\"")
                .append(font)
                .append("\"><w:altName w:val=\"")
                .append(alternatives)
                .append("\"/></w:font>"));
        var name = PackagingURIHelper.createPartName("/word/fontTable.xml");
        var part = document.getPackage().createPart(name, FONTS);
        try (var out = part.getOutputStream()) {
            out.write(table.append("</w:fonts>").toString().getBytes(StandardCharsets.UTF_8));
        }
        document.getPackagePart().addRelationship(name, TargetMode.INTERNAL, FONT_TABLE);
    }

    private static void page(XWPFDocument document) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(twips(PageForm.WIDTH)));
        size.setH(BigInteger.valueOf(twips(PageForm.HEIGHT)));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(twips(PageForm.TOP)));
        margins.setBottom(BigInteger.valueOf(twips(PageForm.BOTTOM)));
        margins.setLeft(BigInteger.valueOf(twips(PageForm.LEFT)));
        margins.setRight(BigInteger.valueOf(twips(PageForm.RIGHT)));
        margins.setHeader(BigInteger.valueOf(twips(40)));
        // The number's line is 7 millimetres below the type area.
        margins.setFooter(BigInteger.valueOf(twips(PageForm.BOTTOM - PageForm.ABOVE_PAGE_NUMBER - PageForm.SMALL)));
        margins.setGutter(BigInteger.ZERO);
        var grid = section.addNewDocGrid();
        grid.setType(STDocGrid.LINES);
        grid.setLinePitch(BigInteger.valueOf(twips(PageForm.PITCH)));
    }

    private static void head(XWPFDocument document, PaperText paper) {
        var mark = Math.min(44, 0.95 * PageForm.MEASURE / paper.organ().length());
        var organ = paragraph(document, ParagraphAlignment.CENTER, mark * 1.2);
        organ.setSpacingBefore(twips(PageForm.ABOVE_MARK));
        run(organ, paper.organ(), TITLE, mark).setColor(RED);
        var number = paragraph(document, ParagraphAlignment.CENTER, PageForm.PITCH);
        number.setSpacingBefore(twips(2 * PageForm.PITCH));
        run(number, paper.number(), BODY, PageForm.TEXT);
        number.setBorderBottom(Borders.SINGLE);
        var line = number.getCTP().getPPr().getPBdr().getBottom();
        line.setColor(RED);
        line.setSz(BigInteger.valueOf(12));
        line.setSpace(BigInteger.valueOf(6));
    }

    private static void text(XWPFDocument document, PaperText paper) {
        var title = paragraph(document, ParagraphAlignment.CENTER, 36);
        title.setSpacingBefore(twips(1.5 * PageForm.PITCH));
        title.setSpacingAfter(twips(PageForm.PITCH));
        var lines = PageLayout.title(paper.title(), DocxPress::width);
        for (int i = 0; i < lines.size(); i++) {
            var line = run(title, lines.get(i), TITLE, PageForm.TITLE);
            if (i + 1 < lines.size()) {
                line.addBreak();
            }
        }
        if (!paper.addressee().isEmpty()) {
            run(
                    paragraph(document, ParagraphAlignment.LEFT, PageForm.PITCH),
                    paper.addressee() + "\uff1a",
                    BODY,
                    PageForm.TEXT);
        }
        XWPFParagraph last = null;
        for (var block : paper.blocks()) {
            last = block(document, block);
        }
        if (last != null) {
            last.setKeepNext(true);
        }
        // The date stands four characters from the edge, the organ's name over its middle.
        var dateWidth = paper.dated()
                .codePoints()
                .mapToDouble(each -> each < 128 ? 8 : 16)
                .sum();
        var middle = 4 * PageForm.CELL + dateWidth / 2;
        var organRight = Math.max(0, middle - paper.organ().length() * PageForm.CELL / 2);
        var organ = signed(document, paper.organ(), organRight);
        organ.setSpacingBefore(twips(2 * PageForm.PITCH));
        organ.setKeepNext(true);
        signed(document, paper.dated(), 4 * PageForm.CELL);
    }

    /** A title's, in points; a machine's own font may be a little off. */
    private static double width(String text) {
        return text.chars()
                .mapToDouble(each -> Typography.isWide((char) each) ? PageForm.TITLE : PageForm.TITLE / 2)
                .sum();
    }

    private static XWPFParagraph block(XWPFDocument document, Block block) {
        var paragraph = paragraph(document, ParagraphAlignment.BOTH, PageForm.PITCH);
        paragraph.setIndentationFirstLine(INDENT);
        var font =
                switch (block.style()) {
                    case HEADING -> HEADING;
                    case SUBHEADING -> SUBHEADING;
                    case PARAGRAPH -> BODY;
                };
        run(paragraph, block.text(), font, PageForm.TEXT);
        paragraph.setKeepNext(block.style() != PaperText.Style.PARAGRAPH);
        return paragraph;
    }

    private static XWPFParagraph signed(XWPFDocument document, String text, double right) {
        var paragraph = paragraph(document, ParagraphAlignment.RIGHT, PageForm.PITCH);
        paragraph.setIndentationRight(twips(right));
        run(paragraph, text, BODY, PageForm.TEXT);
        return paragraph;
    }

    /** 版记: a table that stands at the foot of the page on which the paper ends. */
    private static void imprint(XWPFDocument document, PaperText paper) {
        if (paper.copies().isEmpty()) {
            return;
        }
        var table = document.createTable(2, 1);
        var place = table.getCTTbl().getTblPr().addNewTblpPr();
        place.setVertAnchor(STVAnchor.MARGIN);
        place.setHorzAnchor(STHAnchor.MARGIN);
        place.setTblpXSpec(STXAlign.LEFT);
        place.setTblpYSpec(STYAlign.BOTTOM);
        table.setWidth(Integer.toString(twips(PageForm.MEASURE)));
        table.getCTTbl().addNewTblGrid().addNewGridCol().setW(BigInteger.valueOf(twips(PageForm.MEASURE)));
        table.setCellMargins(0, twips(PageForm.SMALL), 0, twips(PageForm.SMALL));
        table.setTopBorder(XWPFBorderType.SINGLE, THICK, 0, BLACK);
        table.setInsideHBorder(XWPFBorderType.SINGLE, THIN, 0, BLACK);
        table.setBottomBorder(XWPFBorderType.SINGLE, THICK, 0, BLACK);
        table.setLeftBorder(XWPFBorderType.NONE, 0, 0, BLACK);
        table.setRightBorder(XWPFBorderType.NONE, 0, 0, BLACK);
        var copies = table.getRow(0).getCell(0);
        for (int i = 0; i < paper.copies().size(); i++) {
            var paragraph = i == 0 ? copies.getParagraphs().get(0) : copies.addParagraph();
            run(
                    set(paragraph, ParagraphAlignment.LEFT, SMALL_PITCH),
                    paper.copies().get(i),
                    BODY,
                    PageForm.SMALL);
        }
        var printed = set(table.getRow(1).getCell(0).getParagraphs().get(0), ParagraphAlignment.LEFT, SMALL_PITCH);
        run(printed, paper.organ(), BODY, PageForm.SMALL).addTab();
        run(printed, paper.dated() + "印发", BODY, PageForm.SMALL);
        var tab = printed.getCTP().getPPr().addNewTabs().addNewTab();
        tab.setVal(STTabJc.RIGHT);
        tab.setPos(BigInteger.valueOf(twips(PageForm.MEASURE - 2 * PageForm.SMALL)));
        // A document does not end with a table.
        run(paragraph(document, ParagraphAlignment.LEFT, 1), "", BODY, 1);
    }

    /** On the outer side: right on odd pages, left on even ones, one character from the edge. */
    private static void pageNumbers(XWPFDocument document) {
        document.setEvenAndOddHeadings(true);
        var odd = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        odd.setAlignment(ParagraphAlignment.RIGHT);
        odd.setIndentationRight(twips(PageForm.SMALL));
        number(odd);
        var even = document.createFooter(HeaderFooterType.EVEN).createParagraph();
        even.setAlignment(ParagraphAlignment.LEFT);
        even.setIndentationLeft(twips(PageForm.SMALL));
        number(even);
    }

    private static void number(XWPFParagraph paragraph) {
        run(paragraph, "— ", PAGE_NUMBER, PageForm.SMALL);
        run(paragraph, "", PAGE_NUMBER, PageForm.SMALL).getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        run(paragraph, "", PAGE_NUMBER, PageForm.SMALL)
                .getCTR()
                .addNewInstrText()
                .setStringValue("PAGE");
        run(paragraph, "", PAGE_NUMBER, PageForm.SMALL).getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
        run(paragraph, " —", PAGE_NUMBER, PageForm.SMALL);
    }

    private static XWPFParagraph paragraph(XWPFDocument document, ParagraphAlignment alignment, double pitch) {
        return set(document.createParagraph(), alignment, pitch);
    }

    private static XWPFParagraph set(XWPFParagraph paragraph, ParagraphAlignment alignment, double pitch) {
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBefore(0);
        paragraph.setSpacingAfter(0);
        paragraph.setSpacingBetween(pitch, LineSpacingRule.EXACT);
        return paragraph;
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, String font, double size) {
        var run = paragraph.createRun();
        if (!text.isEmpty()) {
            run.setText(text);
        }
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily(LATIN, XWPFRun.FontCharRange.ascii);
        run.setFontFamily(LATIN, XWPFRun.FontCharRange.hAnsi);
        run.setFontSize(size);
        if (size == PageForm.TEXT) {
            // 28 characters a line: each is pressed a little.
            run.setCharacterSpacing(twips(PageForm.CELL - PageForm.TEXT));
        }
        return run;
    }

    /** The archive written anew, all entries of one time. */
    private static byte[] steady(byte[] docx) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(docx));
                var to = new ZipOutputStream(out)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                var same = new ZipEntry(entry.getName());
                same.setTime(EPOCH);
                to.putNextEntry(same);
                from.transferTo(to);
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
