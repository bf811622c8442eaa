package org.rongcuo.cases;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.rongcuo.access.Allowed;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;

/**
 * Who is recused from a case, though he sees it by his office, reads the bare case, what he may do in it and the recusals;
 * nothing else that is served beneath it, whichever feature serves it. Whom the case concerns reads his own.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
class RecusedFilter implements ContainerRequestFilter {
    private static final Pattern BENEATH_A_CASE = Pattern.compile("/?api/v1/cases/([0-9a-fA-F-]{36})/([^/]+).*");
    private static final Set<String> BARE = Set.of("acts", "recusals");

    private final CaseFiles cases;
    private final CaseReaders readers;
    private final Recusals recusals;
    private final CurrentActor actor;
    private final ResourceInfo resource;

    RecusedFilter(CaseFiles cases, CaseReaders readers, Recusals recusals, CurrentActor actor, ResourceInfo resource) {
        this.cases = cases;
        this.readers = readers;
        this.recusals = recusals;
        this.actor = actor;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!Set.of("GET", "HEAD").contains(request.getMethod())
                || !resource.getResourceMethod().isAnnotationPresent(Allowed.class)) {
            return;
        }
        var path = BENEATH_A_CASE.matcher(request.getUriInfo().getPath());
        if (!path.matches() || BARE.contains(path.group(2))) {
            return;
        }
        UUID id;
        try {
            id = UUID.fromString(path.group(1));
        } catch (IllegalArgumentException noId) {
            return;
        }
        if (recusals.isRecused(id, actor.get().personId())) {
            var file = cases.findById(id);
            if (readers.of(file).isOffice()) {
                throw Problem.notFound();
            }
        }
    }
}
