package org.rongcuo.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the demo tells whoever started it: in UTF-8, whatever the locale of a bare machine. */
final class Console {
    private static final PrintStream OUT = utf8(FileDescriptor.out);
    private static final PrintStream ERR = utf8(FileDescriptor.err);

    private Console() {}

    static void say(String text) {
        OUT.println(text);
    }

    static void complain(String text) {
        ERR.println(text);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
