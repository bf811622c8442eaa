package org.rongcuo.papers;

/** The page of GB/T 9704-2012 on A4, in points of 1/72 inch. */
final class PageForm {
    private static final double MILLIMETRE = 72 / 25.4;

    static final double WIDTH = 210 * MILLIMETRE;
    static final double HEIGHT = 297 * MILLIMETRE;
    static final double TOP = 37 * MILLIMETRE;
    static final double LEFT = 28 * MILLIMETRE;
    /** 版心, the type area: 156 by 225 millimetres. */
    static final double MEASURE = 156 * MILLIMETRE;

    static final double DEPTH = 225 * MILLIMETRE;
    static final double RIGHT = WIDTH - LEFT - MEASURE;
    static final double BOTTOM = HEIGHT - TOP - DEPTH;

    static final int LINES = 22;
    static final int COLUMNS = 28;
    static final double PITCH = DEPTH / LINES;
    static final double CELL = MEASURE / COLUMNS;

    /** 三号, 二号 and 四号. */
    static final double TEXT = 16;

    static final double TITLE = 22;
    static final double SMALL = 14;

    /** From the type area's edge to the organ's mark, from the number to the red line, from the type area to the page's number. */
    static final double ABOVE_MARK = 35 * MILLIMETRE;

    static final double BELOW_NUMBER = 4 * MILLIMETRE;
    static final double ABOVE_PAGE_NUMBER = 7 * MILLIMETRE;

    private PageForm() {}

    static int twips(double points) {
        return (int) Math.round(points * 20);
    }
}
