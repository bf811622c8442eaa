package org.rongcuo.dmn;

import org.rongcuo.shared.Text;

/**
 * Why a table cannot be proven.
 *
 * @param code kebab-case
 * @param row from 1; null if no row is to blame
 * @param column from 1; null if no column is to blame
 * @param cause in words, with the fix where there is one
 */
record NotProven(String code, Integer row, Integer column, Text cause) {
    static NotProven table(String code, String zh, String en) {
        return new NotProven(code, null, null, new Text(zh, en));
    }

    static NotProven column(String code, int column, String zh, String en) {
        return new NotProven(code, null, column, new Text("第" + column + "列" + zh, "column " + column + " " + en));
    }

    static NotProven cell(String code, int row, int column, String zh, String en) {
        return new NotProven(
                code,
                row,
                column,
                new Text("第" + row + "行第" + column + "列" + zh, "row " + row + ", column " + column + " " + en));
    }
}
