package org.rongcuo.papers;

import java.util.ArrayList;
import java.util.List;

/**
 * A paper's text, whole, before it is set.
 *
 * @param organ who signs, also the mark at its head (发文机关标志)
 * @param number 发文字号
 * @param addressee 主送, empty for none
 * @param dated 成文日期 in Arabic figures
 * @param copies 抄送, a line each; empty for none
 */
record PaperText(
        String organ,
        String number,
        String title,
        String addressee,
        List<Block> blocks,
        String dated,
        List<String> copies) {

    /** The same with one more paragraph at its end. */
    PaperText ending(String paragraph) {
        List<Block> more = new ArrayList<>(blocks);
        more.add(new Block(Style.PARAGRAPH, Typography.chinese(paragraph)));
        return new PaperText(organ, number, title, addressee, List.copyOf(more), dated, copies);
    }

    /** A paragraph. */
    record Block(Style style, String text) {}

    /** Headings are set in 黑体 and 楷体, paragraphs in 仿宋. */
    enum Style {
        HEADING,
        SUBHEADING,
        PARAGRAPH
    }
}
