package org.rongcuo.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** A problem as an HTTP answer, the same whether it arises in a resource or below JAX-RS. */
@Singleton
class ProblemAnswers {
    static final String MEDIA_TYPE = "application/problem+json";

    private final ObjectMapper mapper;
    private final AllowedMethods allowedMethods;

    ProblemAnswers(ObjectMapper mapper, AllowedMethods allowedMethods) {
        this.mapper = mapper;
        this.allowedMethods = allowedMethods;
    }

    /** An answer ready to send. */
    record Answer(int status, Map<String, String> headers, byte[] body) {}

    /** The answer for a problem; a 401 asks the authentication mechanism for its challenge. */
    Uni<Answer> to(Problem problem, RoutingContext context) {
        var answer = plain(problem, context);
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        if (answer.status() != 401 || authenticator == null) {
            return Uni.createFrom().item(answer);
        }
        return authenticator
                .getChallenge(context)
                .map(challenge -> {
                    if (challenge != null) {
                        challenge
                                .getHeaders()
                                .forEach((name, value) -> answer.headers().put(name.toString(), String.valueOf(value)));
                    }
                    return answer;
                })
                .onFailure()
                .recoverWithItem(answer);
    }

    private Answer plain(Problem problem, RoutingContext context) {
        var language = CallerLanguage.of(context);
        var path = context.request().path();
        var instance = path == null || path.isEmpty() ? "/" : path;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", MEDIA_TYPE);
        headers.put("Content-Language", language.tag());
        headers.put("Cache-Control", "no-store");
        headers.put("Vary", "Accept-Language");
        switch (problem.type()) {
            case BUSY, UNAVAILABLE, TOO_MANY_REQUESTS ->
                headers.put("Retry-After", String.valueOf(problem.extensions().getOrDefault(Problem.RETRY_AFTER, 1)));
            case METHOD_NOT_ALLOWED -> headers.put("Allow", allowedMethods.of(context.normalizedPath()));
            default -> {}
        }
        try {
            return new Answer(
                    problem.type().status(),
                    headers,
                    mapper.writeValueAsBytes(ProblemBody.of(problem, instance, language)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("problem not serialisable: " + problem.code(), e);
        }
    }
}
