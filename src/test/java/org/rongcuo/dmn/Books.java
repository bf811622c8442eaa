package org.rongcuo.dmn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rule books for tests: the example, and the example with one thing changed. */
final class Books {
    static final ModelGate GATE = new ModelGate();

    private Books() {}

    /** The example book of the policy contract, as a person wrote it. */
    static String example() {
        return resource("example.dmn");
    }

    static String resource(String name) {
        try (var in = Books.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The example with one text replaced; fails if the text is not there, so that a change is a change. */
    static String exampleWith(String text, String replacement) {
        return with(example(), text, replacement);
    }

    static String with(String xml, String text, String replacement) {
        if (!xml.contains(text)) {
            throw new IllegalArgumentException("the model does not contain: " + text);
        }
        return xml.replace(text, replacement);
    }

    static AdmittedModel admit(String xml) {
        return admit(xml, BookKind.TOLERANCE);
    }

    static AdmittedModel admit(String xml, BookKind kind) {
        return GATE.admit(xml.getBytes(StandardCharsets.UTF_8), kind);
    }

    static CompiledModel compiled(String xml) {
        return new CompiledModel(admit(xml), BookKind.TOLERANCE);
    }

    /** Facts on which the example exempts. */
    static Map<String, Object> exempting() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("privateGain", "无");
        facts.put("process", "集体民主决策");
        facts.put("loss", new BigDecimal("5"));
        facts.put("correctionState", "已主动挽回或消除");
        return facts;
    }

    static Map<String, Object> exemptingBut(String item, Object value) {
        var facts = exempting();
        facts.put(item, value);
        return facts;
    }

    /** Codes of the findings for which the gate refuses the text; empty if it admits it. */
    static List<String> codesOf(String xml) {
        return codesOf(xml.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> codesOf(byte[] document) {
        return findingsOf(document).stream().map(Finding::code).distinct().toList();
    }

    static List<Finding> findingsOf(byte[] document) {
        try {
            GATE.admit(document, BookKind.TOLERANCE);
            return List.of();
        } catch (ModelRefused refused) {
            return refused.findings();
        }
    }
}
