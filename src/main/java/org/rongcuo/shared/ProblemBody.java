package org.rongcuo.shared;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * A problem as it is sent (RFC 9457), in one language.
 *
 * @param type the problem type, relative to the server
 * @param title the type's constant summary
 * @param status the response's status
 * @param detail what went wrong this time
 * @param instance the path of the request
 * @param code stable code, as fine as the type or finer
 * @param violations everything wrong with the request's content, absent when nothing is
 * @param extensions further members of the type
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "violations"})
record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        List<ViolationBody> violations,
        @JsonAnyGetter Map<String, Object> extensions) {

    record ViolationBody(String pointer, String code, String message) {}

    static ProblemBody of(Problem problem, String path, Language language) {
        var type = problem.type();
        var violations = problem.violations().stream()
                .map(each -> new ViolationBody(
                        each.pointer(), each.code(), each.message().in(language)))
                .toList();
        return new ProblemBody(
                type.uri(),
                type.title().in(language),
                type.status(),
                problem.explanation().in(language),
                path,
                problem.code(),
                violations.isEmpty() ? null : violations,
                problem.extensions());
    }
}
