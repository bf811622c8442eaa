package org.rongcuo.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import org.rongcuo.papers.LineSetting.Line;
import org.rongcuo.papers.PaperText.Block;
import org.rongcuo.papers.PaperText.Style;

/** Puts a paper's lines on pages: where each stands, what stays together. */
final class PageLayout {
    /** What a line is; each is set in its own font and place. */
    enum Part {
        TITLE,
        ADDRESSEE,
        HEADING,
        SUBHEADING,
        TEXT,
        ORGAN,
        DATE
    }

    /**
     * A line in its place.
     *
     * @param indent from the type area's left edge, in points
     * @param full whether it fills the measure
     * @param baseline from the lower edge of the page, in points
     */
    record Placed(Part part, String text, double indent, boolean full, double baseline) {}

    /** @param number from 1 */
    record Page(int number, List<Placed> lines) {
        double lowest() {
            return lines.isEmpty() ? PageForm.HEIGHT - PageForm.TOP : lines.get(lines.size() - 1).baseline;
        }
    }

    private record Row(Part part, String text, double indent, boolean full, double pitch) {}

    private static final double INDENT = 2 * PageForm.CELL;
    private static final double TITLE_PITCH = 36;
    private static final double CONTENT_BOTTOM = PageForm.BOTTOM;

    private final BiFunction<Part, String, Double> width;

    /** @param width how wide a text is in a part's font, in points */
    PageLayout(BiFunction<Part, String, Double> width) {
        this.width = width;
    }

    /** @param firstTop where the title's first line may begin on the first page, from the page's lower edge */
    List<Page> pages(PaperText paper, double firstTop) {
        var pages = new ArrayList<List<Row>>();
        var rows = rows(paper);
        var page = new ArrayList<Row>();
        var left = firstTop - CONTENT_BOTTOM;
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (together(rows, i) > left + 0.01 && !page.isEmpty()) {
                List<Row> carried = new ArrayList<>();
                if (row.part == Part.ORGAN) {
                    // 此页无正文 is not done: the signature takes two lines of the text with it.
                    while (carried.size() < 2 && page.size() > 2) {
                        carried.add(0, page.remove(page.size() - 1));
                    }
                }
                pages.add(page);
                page = new ArrayList<>(carried);
                left = PageForm.DEPTH - carried.stream().mapToDouble(Row::pitch).sum();
            }
            page.add(row);
            left -= row.pitch;
        }
        pages.add(page);
        List<Page> placed = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            placed.add(new Page(i + 1, placed(pages.get(i), i == 0 ? firstTop : PageForm.HEIGHT - PageForm.TOP)));
        }
        return placed;
    }

    /** How deep the row is with what may not be parted from it: a heading from a line, the organ's name from the date. */
    private static double together(List<Row> rows, int at) {
        var row = rows.get(at);
        var next = at + 1 < rows.size() ? rows.get(at + 1) : null;
        var keeps =
                switch (row.part) {
                    case HEADING, SUBHEADING, TITLE, ORGAN -> true;
                    case TEXT, ADDRESSEE, DATE -> false;
                };
        return row.pitch + (keeps && next != null ? next.pitch : 0);
    }

    private static List<Placed> placed(List<Row> rows, double top) {
        List<Placed> lines = new ArrayList<>();
        var y = top;
        for (var row : rows) {
            y -= row.pitch;
            // The characters stand in the middle of their line: a third of what is left over is beneath them.
            lines.add(
                    new Placed(row.part, row.text, row.indent, row.full, y + (PageForm.PITCH - PageForm.TEXT) / 2 + 2));
        }
        return lines;
    }

    private List<Row> rows(PaperText paper) {
        List<Row> rows = new ArrayList<>();
        var titles = title(paper.title(), each -> width.apply(Part.TITLE, each));
        for (int i = 0; i < titles.size(); i++) {
            var text = titles.get(i);
            rows.add(new Row(
                    Part.TITLE, text, (PageForm.MEASURE - width.apply(Part.TITLE, text)) / 2, false, TITLE_PITCH));
        }
        var gap = PageForm.PITCH;
        if (!paper.addressee().isEmpty()) {
            rows.add(new Row(Part.ADDRESSEE, paper.addressee() + "\uff1a", 0, false, PageForm.PITCH + gap));
            gap = 0;
        }
        for (var block : paper.blocks()) {
            var part = part(block);
            var first = true;
            for (var line : lines(part, block.text())) {
                rows.add(new Row(part, line.text(), first ? INDENT : 0, line.full(), PageForm.PITCH + gap));
                first = false;
                gap = 0;
            }
        }
        sign(paper, rows);
        return rows;
    }

    /** 成文日期 four characters from the right edge, the organ's name over its middle; both room for the seal. */
    private void sign(PaperText paper, List<Row> rows) {
        var dateWidth = width.apply(Part.DATE, paper.dated());
        var dateIndent = PageForm.MEASURE - 4 * PageForm.CELL - dateWidth;
        var organWidth = width.apply(Part.ORGAN, paper.organ());
        var organIndent = Math.min(dateIndent + (dateWidth - organWidth) / 2, PageForm.MEASURE - organWidth);
        rows.add(new Row(Part.ORGAN, paper.organ(), Math.max(0, organIndent), false, 3 * PageForm.PITCH));
        rows.add(new Row(Part.DATE, paper.dated(), dateIndent, false, PageForm.PITCH));
    }

    private static Part part(Block block) {
        if (block.style() == Style.HEADING) {
            return Part.HEADING;
        }
        return block.style() == Style.SUBHEADING ? Part.SUBHEADING : Part.TEXT;
    }

    private List<Line> lines(Part part, String text) {
        return new LineSetting(each -> width.apply(part, each))
                .lines(text, PageForm.MEASURE - INDENT, PageForm.MEASURE);
    }

    /** A long title stands on lines of like length. */
    static List<String> title(String title, ToDoubleFunction<String> width) {
        var setting = new LineSetting(width);
        var most = PageForm.MEASURE - 4 * PageForm.CELL;
        var needed = setting.lines(title, most, most).size();
        var lines = setting.lines(title, most, most);
        for (var measure = most; measure > most / 3; measure -= PageForm.TITLE) {
            var narrower = setting.lines(title, measure, measure);
            if (narrower.size() > needed) {
                break;
            }
            lines = narrower;
        }
        return lines.stream().map(Line::text).toList();
    }
}
