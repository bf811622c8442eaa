package org.rongcuo.shared;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What every answer of a resource has in common, and the net under those that forgot something. */
class Answers {
    private static final Logger LOG = Logger.getLogger(Answers.class);
    private static final MediaType PROBLEM = MediaType.valueOf(ProblemAnswers.MEDIA_TYPE);

    private final ProblemAnswers problems;
    private final BodyViolations violations;

    Answers(ProblemAnswers problems, BodyViolations violations) {
        this.problems = problems;
        this.violations = violations;
    }

    @ServerResponseFilter
    public Uni<Void> complete(
            ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
        var problem = overlooked(request, response);
        if (problem == null) {
            complete(response, CallerLanguage.of(context));
            return Uni.createFrom().voidItem();
        }
        return problems.to(problem, context)
                .invoke(answer -> replace(response, answer))
                .replaceWithVoid();
    }

    /** The problem to answer instead, null when the answer may go as it is. */
    private Problem overlooked(ContainerRequestContext request, ContainerResponseContext response) {
        var status = response.getStatus();
        if (status >= 400) {
            return response.getMediaType() != null && PROBLEM.isCompatible(response.getMediaType())
                    ? null
                    : Failures.problemOf(status);
        }
        if (violations.overlooked()) {
            LOG.errorf(
                    "%s %s answered %d without Validation.valid",
                    request.getMethod(), request.getUriInfo().getPath(), status);
            return Problem.invalid(violations.all());
        }
        return null;
    }

    private static void replace(ContainerResponseContext response, ProblemAnswers.Answer answer) {
        response.setStatus(answer.status());
        response.getHeaders().clear();
        answer.headers().forEach(response.getHeaders()::putSingle);
        response.setEntity(answer.body());
    }

    private static void complete(ContainerResponseContext response, Language language) {
        var headers = response.getHeaders();
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (response.hasEntity()) {
            headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        }
    }
}
