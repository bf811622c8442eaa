package org.rongcuo.shared;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads a value or, when it is not of the expected kind, notes that, skips it and reads on with null. Jackson's own
 * problem handler cannot do it: it is not asked about refused coercions.
 */
final class CollectingDeserializer extends DelegatingDeserializer {
    private static final long serialVersionUID = 1L;

    /** More digits than any amount has; a number like 1e999999999 is small to send and a gigabyte to write out. */
    private static final int MOST_DIGITS = 100;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{C}\\s]+");

    private final transient Expected expected;
    private final transient Supplier<BodyViolations> reading;

    CollectingDeserializer(JsonDeserializer<?> delegate, Expected expected, Supplier<BodyViolations> reading) {
        super(delegate);
        this.expected = expected;
        this.reading = reading;
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
        return new CollectingDeserializer(delegate, expected, reading);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var violations = reading.get();
        if (violations == null) {
            return super.deserialize(parser, context);
        }
        var outer = outer(parser);
        var pointer = parser.getParsingContext().pathAsPointer().toString();
        if (!expected.admits(parser)) {
            violations.add(expected.violation(pointer, parser));
            parser.skipChildren();
            return nothing(context);
        }
        try {
            var value = super.deserialize(parser, context);
            check(value, pointer, violations);
            // Nothing that can be seen is blank, whatever the characters are called.
            return value instanceof String text && INVISIBLE.matcher(text).matches() ? " " : value;
        } catch (MismatchedInputException | ValueInstantiationException | InputCoercionException mismatch) {
            // A value made of parts already known to be wrong need not be reported again as a whole.
            if (!violations.anyUnder(pointer)) {
                violations.add(expected.violation(pointer, parser));
            }
            finish(parser, outer);
            return nothing(context);
        }
    }

    /** The context in which the value stands, not the one that it opens. */
    private static JsonStreamContext outer(JsonParser parser) {
        var context = parser.getParsingContext();
        var opens = parser.hasToken(JsonToken.START_OBJECT) || parser.hasToken(JsonToken.START_ARRAY);
        return opens ? context.getParent() : context;
    }

    /** Reads to the value's end, wherever in it the delegate gave up. */
    private static void finish(JsonParser parser, JsonStreamContext outer) throws IOException {
        while (parser.getParsingContext() != outer && parser.nextToken() != null) {
            parser.skipChildren();
        }
    }

    private Object nothing(DeserializationContext context) throws IOException {
        return handledType() != null && handledType().isPrimitive()
                ? getDelegatee().getEmptyValue(context)
                : null;
    }

    /** What no type forbids and the product cannot hold: endless numbers, characters that no database stores. */
    private static void check(Object value, String pointer, BodyViolations violations) {
        if (value instanceof String text) {
            if (!storable(text)) {
                violations.add(Violation.at(
                        pointer, "invalid-character", "含有不能保存的字符", "holds a character that cannot be stored"));
            }
        } else if (value instanceof BigDecimal number) {
            if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
                violations.add(Violation.at(
                        pointer,
                        "out-of-range",
                        "数值位数不得超过 " + MOST_DIGITS,
                        "a number has at most " + MOST_DIGITS + " digits"));
            }
        } else if (value instanceof LocalDate day) {
            if (!Days.isKnown(day)) {
                violations.add(Violation.at(
                        pointer,
                        "out-of-range",
                        "日期应在 " + Days.FIRST + " 至 " + Days.LAST + " 之间",
                        "a day lies between " + Days.FIRST + " and " + Days.LAST));
            }
        } else if (value instanceof JsonNode node) {
            check(node, pointer, violations);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, each) -> {
                check(name, below(pointer, name), violations);
                if (!violations.anyUnder(below(pointer, name))) {
                    check(each, below(pointer, name), violations);
                }
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (!violations.anyUnder(below(pointer, i))) {
                    check(list.get(i), below(pointer, i), violations);
                }
            }
        }
    }

    private static void check(JsonNode node, String pointer, BodyViolations violations) {
        if (node.isTextual()) {
            check(node.textValue(), pointer, violations);
        } else if (node.isNumber()) {
            check(node.decimalValue(), pointer, violations);
        }
        node.properties().forEach(each -> {
            check(each.getKey(), below(pointer, each.getKey()), violations);
            check(each.getValue(), below(pointer, each.getKey()), violations);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            check(node.get(i), below(pointer, i), violations);
        }
    }

    private static String below(String pointer, Object step) {
        return pointer + JsonPointer.SEPARATOR + Validation.escape(String.valueOf(step));
    }

    private static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
