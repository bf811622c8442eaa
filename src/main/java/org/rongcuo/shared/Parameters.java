package org.rongcuo.shared;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;

/**
 * Reads path and query parameters; one that is not of its type is a 400 naming the parameter, where the framework's own
 * answer is an empty 404.
 */
@Provider
class Parameters implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, ?>> PARSERS = Map.ofEntries(
            Map.entry(UUID.class, Parameters::uuid),
            Map.entry(LocalDate.class, Days::parse),
            Map.entry(Instant.class, text -> OffsetDateTime.parse(text).toInstant()),
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(int.class, Integer::valueOf),
            Map.entry(Long.class, Long::valueOf),
            Map.entry(long.class, Long::valueOf),
            Map.entry(Boolean.class, Parameters::bool),
            Map.entry(boolean.class, Parameters::bool),
            Map.entry(BigDecimal.class, BigDecimal::new));

    @Override
    @SuppressWarnings("unchecked") // the table holds each type's own parser
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Function<String, ?> parser = type.isEnum() ? text -> constant(type, text) : PARSERS.get(type);
        if (parser == null) {
            return null;
        }
        var expected = Expected.of(type);
        var pointer = pointer(annotations);
        return new ParamConverter<>() {
            @Override
            public T fromString(String value) {
                if (value == null) {
                    return null;
                }
                try {
                    return (T) parser.apply(value);
                } catch (RuntimeException malformed) {
                    throw refused(pointer, expected);
                }
            }

            @Override
            public String toString(T value) {
                return String.valueOf(value);
            }
        };
    }

    private static Problem refused(String pointer, Expected expected) {
        var violation = expected.violation(pointer);
        var name = pointer.substring(pointer.indexOf('/') + 1);
        return Problem.withViolations(
                ProblemType.MALFORMED_PARAMETER,
                new Text(
                        "参数 " + name + " " + violation.message().zh(),
                        "Parameter " + name + " " + violation.message().en()),
                List.of(violation));
    }

    private static String pointer(Annotation[] annotations) {
        for (var annotation : annotations) {
            if (annotation instanceof PathParam path) {
                return "path/" + path.value();
            }
            if (annotation instanceof QueryParam query) {
                return "query/" + query.value();
            }
            if (annotation instanceof RestForm form) {
                return "/" + form.value();
            }
            if (annotation instanceof HeaderParam header) {
                return "header/" + header.value();
            }
        }
        return "query/?";
    }

    private static UUID uuid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("no UUID");
        }
        return UUID.fromString(text);
    }

    private static Boolean bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("no boolean");
        }
        return Boolean.valueOf(text);
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
