package org.rongcuo.dmn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** The engine logs case values; nothing of it may reach a log, whatever level is configured. */
class SilentEngineTest {
    @Test
    void nothingIsLoggedWhenAModelIsAdmittedCompiledAndFails() {
        var lines = new CopyOnWriteArrayList<String>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getLoggerName() + ": " + line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        var root = Logger.getLogger("");
        var kie = Logger.getLogger("org.kie.dmn");
        root.addHandler(handler);
        try {
            kie.setLevel(Level.ALL);
            var model = Books.compiled(Books.exampleWith("count(底线) &gt; 0", "abs(底线) &gt; 0"));
            kie.setLevel(Level.ALL);
            model.evaluate(Books.exempting());
            Books.codesOf(
                    Books.exampleWith("\"集体民主决策\",\"紧急处置并事后报告\"</text></inputEntry>", "now()</text></inputEntry>"));
        } finally {
            root.removeHandler(handler);
        }
        assertEquals(List.of(), lines);
    }
}
