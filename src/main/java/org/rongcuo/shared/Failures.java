package org.rongcuo.shared;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/** Turns whatever failed into the problem told to the caller. */
final class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);

    /** Lock not available, serialization failure, deadlock detected: the same request may well succeed shortly. */
    private static final Set<String> BUSY_STATES = Set.of("55P03", "40001", "40P01");

    private static final String UNIQUE_VIOLATION = "23505";

    /** A character the database cannot store; the checks on the way in are meant to refuse it before. */
    private static final Set<String> CHARACTER_STATES = Set.of("22021", "22P05");

    /** A day or moment that the database has no place for; the checks on the way in are meant to refuse it before. */
    private static final String DATE_STATE = "22008";

    private static final int MOST_CAUSES = 20;

    private Failures() {}

    /** The problem to tell; what nobody foresaw is logged once, under the id that the caller is told. */
    static Problem problemOf(Throwable failure) {
        var known = known(failure);
        // Transactions and persistence wrap what they met; nothing else that is wrapped is the caller's doing.
        var cause = failure.getCause();
        for (int depth = 0; known == null && cause != null && depth < MOST_CAUSES; depth++, cause = cause.getCause()) {
            known = cause instanceof Problem problem
                    ? problem
                    : cause instanceof SQLException sql ? database(sql) : null;
        }
        return known == null ? internal(failure) : known;
    }

    /** The problem for a response of the framework that bears a status and says nothing. */
    static Problem problemOf(int status) {
        return switch (status) {
            case 401 -> Problem.of(ProblemType.NOT_AUTHENTICATED);
            case 403 -> Problem.of(ProblemType.NOT_ALLOWED);
            case 404 -> Problem.of(ProblemType.NOT_FOUND);
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED);
            case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE);
            case 409 -> Problem.of(ProblemType.CONFLICT);
            case 412 -> Problem.of(ProblemType.STALE);
            case 413 -> Problem.of(ProblemType.TOO_LARGE);
            case 414 -> Problem.of(ProblemType.URI_TOO_LONG);
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
            case 422 -> Problem.of(ProblemType.INVALID);
            case 428 -> Problem.of(ProblemType.PRECONDITION_REQUIRED);
            case 429 -> Problem.of(ProblemType.TOO_MANY_REQUESTS);
            case 431 -> Problem.of(ProblemType.HEADERS_TOO_LARGE);
            case 502, 503, 504 -> Problem.of(ProblemType.UNAVAILABLE);
            default ->
                status < 500
                        ? Problem.of(ProblemType.MALFORMED_REQUEST)
                        : internal(new IllegalStateException("answered " + status + " without a cause"));
        };
    }

    private static Problem known(Throwable failure) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        if (failure instanceof SQLException sql) {
            return database(sql);
        }
        if (failure instanceof ConstraintViolationException violated) {
            return Problem.invalid(violated.getConstraintViolations().stream()
                    .map(Validation::violation)
                    .toList());
        }
        if (failure instanceof JsonProcessingException json) {
            return json(json);
        }
        if (failure instanceof ForbiddenException) {
            return Problem.of(ProblemType.NOT_ALLOWED);
        }
        if (failure instanceof AuthenticationException || failure instanceof UnauthorizedException) {
            return Problem.of(ProblemType.NOT_AUTHENTICATED);
        }
        if (failure instanceof RejectedExecutionException) {
            return Problem.of(ProblemType.UNAVAILABLE);
        }
        if (failure instanceof OIDCException || failure instanceof ConnectException) {
            LOG.warnf("The identity provider does not answer: %s", failure.getMessage());
            return Problem.of(
                    ProblemType.UNAVAILABLE,
                    "身份认证服务暂不可用,请稍后重试",
                    "The identity provider does not answer; try again shortly");
        }
        return failure instanceof WebApplicationException http ? http(http) : null;
    }

    private static Problem database(SQLException failure) {
        var state = failure.getSQLState();
        if (state == null) {
            // The connection pool's own refusals: all connections in use, or the pool closed.
            LOG.warnf("No database connection: %s", failure.getMessage());
            return Problem.of(ProblemType.UNAVAILABLE);
        }
        if (BUSY_STATES.contains(state)) {
            return Problem.of(ProblemType.BUSY);
        }
        if (state.equals(UNIQUE_VIOLATION)) {
            return Problem.of(ProblemType.CONFLICT);
        }
        if (CHARACTER_STATES.contains(state)) {
            return Problem.of(ProblemType.INVALID, "含有不能保存的字符", "There is a character that cannot be stored");
        }
        if (state.equals(DATE_STATE)) {
            return Problem.of(ProblemType.INVALID, "日期超出范围", "There is a day out of range");
        }
        // 08: connection exception; 57P: the server is shutting down or starting.
        return state.startsWith("08") || state.startsWith("57P") ? Problem.of(ProblemType.UNAVAILABLE) : null;
    }

    /** Where the JSON breaks is told, never the parser's own words: they name classes. */
    private static Problem json(JsonProcessingException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            // A map's or a bean's reader wraps what the parser said.
            if (cause instanceof StreamReadException || cause instanceof StreamConstraintsException) {
                return json((JsonProcessingException) cause);
            }
        }
        var reading = failure instanceof StreamConstraintsException || failure.getProcessor() instanceof JsonParser;
        if (!reading || failure instanceof InvalidDefinitionException) {
            return null;
        }
        if (failure instanceof StreamReadException || failure instanceof StreamConstraintsException) {
            var at = failure.getLocation();
            return at == null || at.getLineNr() < 1
                    ? Problem.of(ProblemType.MALFORMED_REQUEST, "内容不是合法的 JSON", "The body is not well-formed JSON")
                    : Problem.of(
                            ProblemType.MALFORMED_REQUEST,
                            "内容不是合法的 JSON(第 " + at.getLineNr() + " 行第 " + at.getColumnNr() + " 列)",
                            "The body is not well-formed JSON (line " + at.getLineNr() + ", column " + at.getColumnNr()
                                    + ")");
        }
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return Problem.invalid(pointer(mapping), "wrong-type", "类型不符合要求", "does not have the required type");
        }
        return Problem.of(ProblemType.MALFORMED_REQUEST, "内容不是单个 JSON 值", "The body is not one JSON value");
    }

    private static String pointer(JsonMappingException failure) {
        var pointer = new StringBuilder();
        for (var step : failure.getPath()) {
            pointer.append('/')
                    .append(
                            step.getFieldName() == null
                                    ? String.valueOf(step.getIndex())
                                    : Validation.escape(step.getFieldName()));
        }
        return pointer.toString();
    }

    private static Problem http(WebApplicationException failure) {
        var cause = failure.getCause();
        if (cause instanceof Exception && known(cause) != null) {
            return known(cause);
        }
        var status = failure.getResponse().getStatus();
        // The framework wraps whatever a parameter's own type threw as 404; an address of nothing has no cause.
        if (status == 404 && cause != null) {
            return Problem.withViolations(
                    ProblemType.MALFORMED_PARAMETER, ProblemType.MALFORMED_PARAMETER.title(), List.of());
        }
        return status >= 500 && status != 503 ? internal(failure) : problemOf(status);
    }

    private static Problem internal(Throwable failure) {
        var id = Ids.next().toString();
        LOG.errorf(failure, "Request failed, error id %s", id);
        return Problem.of(
                        ProblemType.INTERNAL,
                        "系统内部错误,请将错误编号 " + id + " 告知管理员",
                        "Internal error; tell the administrator its id, " + id)
                .with("errorId", id);
    }
}
