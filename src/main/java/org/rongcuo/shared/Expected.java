package org.rongcuo.shared;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * How a value of a Java type is written in JSON and what to say when it is not.
 *
 * @param code the violation's code for a string of the wrong form; any other kind of value is a {@code wrong-type}
 * @param tokens the tokens it may begin with, none named means any
 * @param form the form of its string, null for any
 * @param wording what is expected, as it completes "应为…" and "must be …"
 */
record Expected(String code, Set<JsonToken> tokens, Pattern form, Text wording) {
    private static final Set<JsonToken> STRING = Set.of(JsonToken.VALUE_STRING);
    private static final Set<JsonToken> BOOLEAN = Set.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE);
    private static final Set<JsonToken> INTEGER = Set.of(JsonToken.VALUE_NUMBER_INT);
    private static final Set<JsonToken> NUMBER = Set.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT);
    private static final Set<Class<?>> INTEGERS = Set.of(
            Integer.class,
            int.class,
            Long.class,
            long.class,
            Short.class,
            short.class,
            Byte.class,
            byte.class,
            BigInteger.class);
    private static final Set<Class<?>> NUMBERS =
            Set.of(BigDecimal.class, Double.class, double.class, Float.class, float.class, Number.class);

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern DATE_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT_FORM =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern NOT_BLANK = Pattern.compile("(?s).*\\S.*");

    private static final Expected ANYTHING =
            new Expected("invalid", Set.of(), null, new Text("符合要求的内容", "of the required form"));

    /** The expectation for a Java type. */
    static Expected of(Class<?> type) {
        if (type == String.class || type == CharSequence.class) {
            return new Expected("wrong-type", STRING, null, new Text("字符串", "a string"));
        }
        if (type == Boolean.class || type == boolean.class) {
            return new Expected("wrong-type", BOOLEAN, null, new Text("true 或 false", "true or false"));
        }
        if (INTEGERS.contains(type)) {
            return new Expected("out-of-range", INTEGER, null, new Text("整数", "an integer"));
        }
        if (NUMBERS.contains(type)) {
            return new Expected("out-of-range", NUMBER, null, new Text("数值", "a number"));
        }
        if (type == UUID.class) {
            return new Expected("malformed-uuid", STRING, UUID_FORM, new Text("UUID", "a UUID"));
        }
        if (type == LocalDate.class) {
            return new Expected(
                    "malformed-date", STRING, DATE_FORM, new Text("形如 2026-03-01 的日期", "a date such as 2026-03-01"));
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return new Expected(
                    "malformed-time",
                    STRING,
                    INSTANT_FORM,
                    new Text(
                            "带时区的时间,如 2026-03-01T09:00:00+08:00",
                            "a time with offset such as 2026-03-01T09:00:00+08:00"));
        }
        if (type.getPackageName().equals("java.time")) {
            return new Expected("malformed-time", STRING, NOT_BLANK, new Text("ISO 8601 时间", "a time as in ISO 8601"));
        }
        if (type.isEnum()) {
            return oneOf(type);
        }
        return structured(type);
    }

    private static Expected oneOf(Class<?> type) {
        var names = Arrays.stream(type.getEnumConstants())
                .map(each -> ((Enum<?>) each).name())
                .toList();
        return new Expected(
                "unknown-value",
                STRING,
                NOT_BLANK,
                new Text(String.join("、", names) + " 之一", "one of " + String.join(", ", names)));
    }

    private static Expected structured(Class<?> type) {
        if (Collection.class.isAssignableFrom(type) || (type.isArray() && type != byte[].class)) {
            return new Expected("wrong-type", Set.of(JsonToken.START_ARRAY), null, new Text("数组", "an array"));
        }
        if (Map.class.isAssignableFrom(type)) {
            return new Expected("wrong-type", Set.of(JsonToken.START_OBJECT), null, new Text("对象", "an object"));
        }
        // Not held to tokens: a record may be written as a string by a @JsonCreator of its own.
        return type.isRecord()
                ? new Expected("invalid", Set.of(), null, new Text("符合要求的对象", "a valid object"))
                : ANYTHING;
    }

    /** Whether the parser's current value may be one. */
    boolean admits(JsonParser parser) throws IOException {
        if (!tokens.isEmpty() && !tokens.contains(parser.currentToken())) {
            return false;
        }
        return form == null || form.matcher(parser.getText()).matches();
    }

    /** The violation for the value that the parser stands on. */
    Violation violation(String pointer, JsonParser parser) {
        var kind = tokens.isEmpty() || tokens.contains(parser.currentToken()) ? code : "wrong-type";
        return new Violation(pointer, kind, message());
    }

    /** The violation for a string, such as a member's name or a parameter. */
    Violation violation(String pointer) {
        return new Violation(pointer, code, message());
    }

    private Text message() {
        return new Text("应为" + space(wording.zh()) + wording.zh(), "must be " + wording.en());
    }

    private static String space(String words) {
        return Character.UnicodeScript.of(words.codePointAt(0)) == Character.UnicodeScript.HAN ? "" : " ";
    }
}
