package org.rongcuo.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Checks a request's content and reports all violations at once: those that reading the JSON met (wrong types, unknown
 * members and enum values, kept in {@link BodyViolations}) and those of Jakarta Validation.
 */
@ApplicationScoped
public class Validation {
    private final Validator validator;
    private final BodyViolations bodyViolations;

    Validation(Validator validator, BodyViolations bodyViolations) {
        this.validator = validator;
        this.bodyViolations = bodyViolations;
    }

    /**
     * The body, if it is whole.
     *
     * @throws Problem 422 with every violation, or when the body is absent
     */
    public <T> T valid(T body) {
        Map<String, Violation> found = new LinkedHashMap<>();
        bodyViolations.all().forEach(violation -> found.put(violation.pointer(), violation));
        if (body == null && found.isEmpty()) {
            throw Problem.invalid("", "body-missing", "请求缺少内容", "The request has no body");
        }
        if (body != null) {
            validator.validate(body).stream()
                    .map(Validation::violation)
                    .sorted(Comparator.comparing(Violation::pointer))
                    .forEach(violation -> found.putIfAbsent(violation.pointer(), violation));
        }
        if (!found.isEmpty()) {
            throw Problem.invalid(new ArrayList<>(found.values()));
        }
        return body;
    }

    static Violation violation(ConstraintViolation<?> violation) {
        return new Violation(pointer(violation.getPropertyPath()), code(violation), message(violation));
    }

    private static String pointer(Path path) {
        var pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(escape(node.getKey().toString()));
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(escape(node.getName()));
            }
        }
        return pointer.toString();
    }

    /** RFC 6901 §3. */
    public static String escape(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }

    private static String code(ConstraintViolation<?> violation) {
        return violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName()
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }

    /** Our constraints name their message "中文|English"; the standard ones are worded here. */
    private static Text message(ConstraintViolation<?> violation) {
        var attributes = violation.getConstraintDescriptor().getAttributes();
        var template = violation.getMessage();
        var bar = template.indexOf('|');
        if (bar > 0) {
            return new Text(template.substring(0, bar), template.substring(bar + 1));
        }
        return switch (code(violation)) {
            case "not-null", "not-blank", "not-empty" -> new Text("必填", "is required");
            case "size" ->
                new Text(
                        "长度应在 " + attributes.get("min") + " 至 " + attributes.get("max") + " 之间",
                        "size must be between " + attributes.get("min") + " and " + attributes.get("max"));
            case "pattern" -> new Text("格式不符合要求", "does not have the required form");
            default -> Text.same(template);
        };
    }
}
