package org.rongcuo.shared;

/**
 * One thing wrong with a request's content.
 *
 * @param pointer JSON Pointer (RFC 6901) into the request body, or {@code query/<name>}, {@code header/<name>}
 * @param code stable kebab-case code
 * @param message what is wrong and how to mend it
 */
public record Violation(String pointer, String code, Text message) {
    public static Violation at(String pointer, String code, String zh, String en) {
        return new Violation(pointer, code, new Text(zh, en));
    }
}
