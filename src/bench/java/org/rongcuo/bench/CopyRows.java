package org.rongcuo.bench;

/** Rows for PostgreSQL's COPY in text format. */
final class CopyRows {
    private final String table;
    private final String columns;
    private final StringBuilder rows = new StringBuilder();
    private boolean begun;

    /** @param columns names with commas between */
    CopyRows(String table, String columns) {
        this.table = table;
        this.columns = columns;
    }

    String statement() {
        return "copy " + table + " (" + columns + ") from stdin";
    }

    /** One row; null becomes null, every other value its text. */
    void row(Object... values) {
        begun = false;
        for (var value : values) {
            if (begun) {
                rows.append('\t');
            }
            begun = true;
            if (value == null) {
                rows.append("\\N");
            } else {
                escaped(value.toString());
            }
        }
        rows.append('\n');
    }

    private void escaped(String text) {
        for (int at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            switch (character) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(character);
            }
        }
    }

    void append(CopyRows others) {
        rows.append(others.rows);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    String text() {
        return rows.toString();
    }
}
