package org.rongcuo.papers;

import static org.rongcuo.papers.PageForm.CELL;
import static org.rongcuo.papers.PageForm.HEIGHT;
import static org.rongcuo.papers.PageForm.LEFT;
import static org.rongcuo.papers.PageForm.MEASURE;
import static org.rongcuo.papers.PageForm.PITCH;

import com.lowagie.text.Document;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.rongcuo.papers.PageLayout.Page;
import org.rongcuo.papers.PageLayout.Part;
import org.rongcuo.papers.PageLayout.Placed;
import org.rongcuo.papers.PaperFonts.Fonts;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Sha256;

/** Sets a paper as PDF in the layout of GB/T 9704-2012, with the characters used embedded. The same paper gives the same bytes. */
@ApplicationScoped
class PdfPress {
    private static final double MARK_MOST = 44;
    private static final double SMALL_PITCH = 26;
    private static final double WIDEST = 4;
    /** 〓: what printers put where they have no type. */
    private static final String NO_TYPE = "\u3013";

    private static final Pattern PREFIX = Pattern.compile("/(?:BaseFont|FontName)/([A-Z]{6})\\+");
    private static final Pattern ID = Pattern.compile("/ID ?\\[<([0-9a-f]{32})><([0-9a-f]{32})>]");

    private final PaperFonts fonts;

    PdfPress(PaperFonts fonts) {
        this.fonts = fonts;
    }

    /**
     * Takes about a tenth of a second, the first time two; one at a time, for the fonts' files are read again for each.
     *
     * @param dated the day its metadata bear
     * @throws Problem 503 where there is no Chinese font
     */
    synchronized byte[] print(PaperText paper, LocalDate dated) {
        var type = fonts.require();
        var out = new ByteArrayOutputStream();
        var document = new Document(new Rectangle((float) PageForm.WIDTH, (float) HEIGHT));
        var writer = PdfWriter.getInstance(document, out);
        document.addTitle(paper.title());
        document.addAuthor(paper.organ());
        document.open();
        new Sheet(writer.getDirectContent(), type).print(document, paper);
        var day = new PdfString("D:" + dated.format(DateTimeFormatter.BASIC_ISO_DATE) + "000000+08'00'");
        writer.getInfo().put(PdfName.CREATIONDATE, day);
        writer.getInfo().put(PdfName.MODDATE, day);
        document.close();
        return steady(out.toByteArray());
    }

    /**
     * The library draws the document's identifier and the names of font subsets by lot: in their place comes what follows
     * from the content, of the same length.
     */
    private static byte[] steady(byte[] pdf) {
        var text = new StringBuilder(new String(pdf, StandardCharsets.ISO_8859_1));
        var prefixes = PREFIX.matcher(text.toString());
        var subset = 0;
        var known = new java.util.HashMap<String, String>();
        while (prefixes.find()) {
            var name = known.get(prefixes.group(1));
            if (name == null) {
                name = "RONGC" + (char) ('A' + subset++);
                known.put(prefixes.group(1), name);
            }
            text.replace(prefixes.start(1), prefixes.end(1), name);
        }
        var id = ID.matcher(text.toString());
        if (id.find()) {
            text.replace(id.start(1), id.end(1), "0".repeat(32)).replace(id.start(2), id.end(2), "0".repeat(32));
            var digest = Sha256.of(text.toString().getBytes(StandardCharsets.ISO_8859_1))
                    .substring("sha256:".length(), "sha256:".length() + 32);
            text.replace(id.start(1), id.end(1), digest).replace(id.start(2), id.end(2), digest);
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One paper on its sheets. */
    private static final class Sheet {
        private final PdfContentByte ink;
        private final Fonts fonts;

        Sheet(PdfContentByte ink, Fonts fonts) {
            this.ink = ink;
            this.fonts = fonts;
        }

        void print(Document document, PaperText paper) {
            var numberBaseline = head(paper);
            var pages = new PageLayout((part, text) -> width(text, font(part), size(part)))
                    .pages(paper, numberBaseline - PageForm.BELOW_NUMBER - 1.5 * PITCH);
            Page last = null;
            for (var page : pages) {
                if (page.number() > 1) {
                    document.newPage();
                }
                page.lines().forEach(this::line);
                pageNumber(page.number());
                last = page;
            }
            imprint(document, paper, last);
        }

        /** 版头: the organ's mark, the number, the red line. @return the number's baseline */
        private double head(PaperText paper) {
            var organ = printable(paper.organ(), fonts.title());
            var mark = Math.min(MARK_MOST, MEASURE / organ.codePointCount(0, organ.length()));
            var baseline = HEIGHT - PageForm.TOP - PageForm.ABOVE_MARK - mark * 0.88;
            ink.setRGBColorFill(230, 0, 18);
            centred(organ, fonts.title(), mark, baseline);
            ink.setRGBColorFill(0, 0, 0);
            var number = baseline - mark * 0.12 - 2.5 * PITCH;
            centred(printable(paper.number(), fonts.body()), fonts.body(), PageForm.TEXT, number);
            ink.setRGBColorStroke(230, 0, 18);
            rule(number - PageForm.BELOW_NUMBER, 1.5);
            ink.setRGBColorStroke(0, 0, 0);
            return number;
        }

        private void centred(String text, BaseFont font, double size, double baseline) {
            var wide = font.getWidthPoint(text, (float) size);
            show(text, font, size, LEFT + (MEASURE - wide) / 2, baseline, 0);
        }

        private void line(Placed placed) {
            var font = font(placed.part());
            var size = size(placed.part());
            var text = printable(placed.text(), font);
            var spacing = spacing(placed.part());
            if (placed.full()) {
                var characters = text.codePointCount(0, text.length());
                var filling = (MEASURE - placed.indent() - font.getWidthPoint(text, (float) size))
                        / Math.max(1, characters - 1);
                // A line of few characters, before a long word, is not drawn out.
                spacing = filling > WIDEST ? spacing : filling;
            }
            show(text, font, size, LEFT + placed.indent(), placed.baseline(), spacing);
        }

        /** 一字线 on both sides, on the outer side of the page, one character from the edge. */
        private void pageNumber(int number) {
            var text = "— " + number + " —";
            var wide = fonts.body().getWidthPoint(text, (float) PageForm.SMALL);
            var baseline = PageForm.BOTTOM - PageForm.ABOVE_PAGE_NUMBER - PageForm.SMALL * 0.4;
            var left = number % 2 == 1 ? LEFT + MEASURE - PageForm.SMALL - wide : LEFT + PageForm.SMALL;
            show(text, fonts.body(), PageForm.SMALL, left, baseline, 0);
        }

        /** 版记, at the foot of the last page: who gets a copy, who printed it and when. */
        private void imprint(Document document, PaperText paper, Page last) {
            if (paper.copies().isEmpty()) {
                return;
            }
            var setting = new LineSetting(each -> fonts.body().getWidthPoint(each, (float) PageForm.SMALL));
            var measure = MEASURE - 2 * PageForm.SMALL;
            var copies = paper.copies().stream()
                    .flatMap(copy -> setting.lines(copy, measure, measure).stream())
                    .map(LineSetting.Line::text)
                    .toList();
            var deep = (copies.size() + 1) * SMALL_PITCH;
            if (last.lowest() - PITCH / 2 < PageForm.BOTTOM + deep) {
                document.newPage();
                pageNumber(last.number() + 1);
            }
            var y = PageForm.BOTTOM + deep;
            rule(y, 1);
            for (var copy : copies) {
                y -= SMALL_PITCH;
                small(copy, LEFT + PageForm.SMALL, y + 8);
            }
            rule(y, 0.7);
            y -= SMALL_PITCH;
            small(paper.organ(), LEFT + PageForm.SMALL, y + 8);
            var printed = paper.dated() + "印发";
            var wide = fonts.body().getWidthPoint(printed, (float) PageForm.SMALL);
            small(printed, LEFT + MEASURE - PageForm.SMALL - wide, y + 8);
            rule(y, 1);
        }

        private void small(String text, double left, double baseline) {
            show(printable(text, fonts.body()), fonts.body(), PageForm.SMALL, left, baseline, 0);
        }

        private void rule(double y, double thick) {
            ink.setLineWidth((float) thick);
            ink.moveTo((float) LEFT, (float) y);
            ink.lineTo((float) (LEFT + MEASURE), (float) y);
            ink.stroke();
        }

        private void show(String text, BaseFont font, double size, double left, double baseline, double spacing) {
            ink.beginText();
            ink.setFontAndSize(font, (float) size);
            ink.setCharacterSpacing((float) spacing);
            ink.setTextMatrix((float) left, (float) baseline);
            ink.showText(text);
            ink.endText();
        }

        private static double spacing(Part part) {
            return part == Part.TITLE ? 0 : CELL - PageForm.TEXT;
        }

        private double width(String text, BaseFont font, double size) {
            var characters = text.codePointCount(0, text.length());
            return font.getWidthPoint(text, (float) size)
                    + (size == PageForm.TEXT ? characters * (CELL - PageForm.TEXT) : 0);
        }

        private BaseFont font(Part part) {
            return switch (part) {
                case TITLE -> fonts.title();
                case HEADING -> fonts.heading();
                case SUBHEADING -> fonts.subheading();
                default -> fonts.body();
            };
        }

        private static double size(Part part) {
            return part == Part.TITLE ? PageForm.TITLE : PageForm.TEXT;
        }

        private static String printable(String text, BaseFont font) {
            var printable = new StringBuilder();
            text.codePoints()
                    .forEach(each -> printable.append(font.charExists(each) ? Character.toString(each) : NO_TYPE));
            return printable.toString();
        }
    }
}
