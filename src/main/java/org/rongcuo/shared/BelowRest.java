package org.rongcuo.shared;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Refusals below JAX-RS, so that they are problems too: sizes known before anything is read, unrouted addresses, and
 * whatever fails in a route that is not JAX-RS.
 */
@Singleton
class BelowRest {
    /** Request line and headers: the product's limits; the server's own, where it answers empty, lie above. */
    static final int MOST_URI = 8 * 1024;

    static final int MOST_HEADERS = 16 * 1024;

    /** A refused body up to this size is read and dropped, so that the caller gets the answer instead of a reset. */
    private static final long DRAINED = 64L * 1024 * 1024;

    private static final List<Integer> STATUSES = List.of(400, 401, 403, 404, 405, 406, 413, 414, 415, 431, 500, 503);

    private final ProblemAnswers answers;

    BelowRest(ProblemAnswers answers) {
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        // Before the server's own check of the content length, which answers empty.
        filters.register(this::refuseEarly, 1_000_000);
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MAX_VALUE - 1).handler(context -> answer(context, problem(404)));
        router.route().order(Integer.MAX_VALUE - 2).failureHandler(this::fail);
        STATUSES.forEach(status -> router.errorHandler(status, this::fail));
    }

    private void refuseEarly(RoutingContext context) {
        var request = context.request();
        if (request.uri().length() > MOST_URI) {
            answer(context, problem(414));
            return;
        }
        if (size(request.headers().entries()) > MOST_HEADERS) {
            answer(context, problem(431));
            return;
        }
        if (context.normalizedPath().indexOf('\0') >= 0 || request.uri().contains("%00")) {
            answer(context, problem(400));
            return;
        }
        var declared = request.getHeader("Content-Length");
        if (declared != null) {
            var limit = BodyLimit.of(request.getHeader("Content-Type"));
            var length = length(declared);
            if (length > limit.bytes()) {
                if (length > DRAINED) {
                    context.response().putHeader("Connection", "close");
                    context.response().endHandler(ended -> request.connection().close());
                } else {
                    request.resume();
                }
                answer(context, limit.exceeded());
                return;
            }
        }
        context.next();
    }

    private static int size(List<Map.Entry<String, String>> headers) {
        return headers.stream()
                .mapToInt(each -> each.getKey().length() + each.getValue().length() + 4)
                .sum();
    }

    private static long length(String declared) {
        try {
            return Long.parseLong(declared.strip());
        } catch (NumberFormatException tooLong) {
            return Long.MAX_VALUE;
        }
    }

    private static Problem problem(int status) {
        return Failures.problemOf(status);
    }

    private void fail(RoutingContext context) {
        var failure = context.failure();
        var status = context.statusCode();
        if (failure == null || (status >= 400 && status < 500)) {
            answer(context, problem(status < 400 ? 500 : status));
        } else {
            answer(context, Failures.problemOf(failure));
        }
    }

    private void answer(RoutingContext context, Problem problem) {
        var response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        answers.to(problem, context).subscribe().with(answer -> send(response, answer), failed -> response.reset());
    }

    private static void send(HttpServerResponse response, ProblemAnswers.Answer answer) {
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        // Configured for every path, but some requests have none.
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.end(Buffer.buffer(answer.body()));
    }
}
