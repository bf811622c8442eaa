package org.rongcuo.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Rows for PostgreSQL's COPY in text format, UTF-8. */
final class CopyRows {
    private static final byte[] NULL = {'\\', 'N'};

    private final String table;
    private final String columns;
    private final ByteArrayOutputStream rows = new ByteArrayOutputStream();

    /** @param columns names with commas between */
    CopyRows(String table, String columns) {
        this.table = table;
        this.columns = columns;
    }

    String statement() {
        return "copy " + table + " (" + columns + ") from stdin";
    }

    /** One row; null becomes null, bytes are taken as they are, of any other value its text. */
    void row(Object... values) {
        for (int column = 0; column < values.length; column++) {
            if (column > 0) {
                rows.write('\t');
            }
            if (values[column] == null) {
                rows.writeBytes(NULL);
            } else if (values[column] instanceof byte[][] parts) {
                for (var part : parts) {
                    rows.writeBytes(part);
                }
            } else {
                rows.writeBytes(escaped(values[column].toString()).getBytes(StandardCharsets.UTF_8));
            }
        }
        rows.write('\n');
    }

    /** The text as COPY wants it. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    boolean isEmpty() {
        return rows.size() == 0;
    }

    ByteArrayInputStream bytes() {
        return new ByteArrayInputStream(rows.toByteArray());
    }
}
