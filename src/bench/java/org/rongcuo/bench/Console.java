package org.rongcuo.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where the benchmarks print: standard output, which {@code src/bench/run} keeps as the report. */
final class Console {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Console() {}

    static void print(String format, Object... values) {
        OUT.println(String.format(Locale.ROOT, format, values));
    }
}
