package org.rongcuo.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.rongcuo.shared.Actor;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;

/**
 * Authenticates, finds the person behind the login, and refuses who holds none of the endpoint's roles, before the
 * request's body is read. Tokens authenticate only: issuer and subject name the person, roles stand in our tables.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
class AccessFilter implements ContainerRequestFilter {
    /** The issuer of logins that are not tokens: HTTP Basic, which exists in the demo and in tests alone. */
    static final String BASIC = "basic";

    private final CurrentIdentityAssociation identities;
    private final Persons persons;
    private final CurrentActor currentActor;
    private final CurrentRights currentRights;
    private final InspectionLog inspectionLog;
    private final ResourceInfo resource;

    AccessFilter(
            CurrentIdentityAssociation identities,
            Persons persons,
            CurrentActor currentActor,
            CurrentRights currentRights,
            InspectionLog inspectionLog,
            ResourceInfo resource) {
        this.identities = identities;
        this.persons = persons;
        this.currentActor = currentActor;
        this.currentRights = currentRights;
        this.inspectionLog = inspectionLog;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        var allowed = method.getAnnotation(Allowed.class);
        if (allowed == null && request.getHeaderString(HttpHeaders.AUTHORIZATION) == null) {
            return;
        }
        var identity = identities.getIdentity();
        if (identity.isAnonymous()) {
            if (allowed == null) {
                return;
            }
            throw Problem.of(ProblemType.NOT_AUTHENTICATED, "请先登录", "Please log in");
        }
        var principal = identity.getPrincipal();
        var person = principal instanceof JsonWebToken token
                ? persons.ofLogin(token.getIssuer(), token.getSubject())
                : persons.ofLogin(BASIC, principal.getName());
        var known = person.orElseThrow(() -> Problem.of(ProblemType.PERSON_UNKNOWN));
        var rights = persons.rightsOf(known);
        currentActor.set(new Actor(known.id(), known.name()));
        currentRights.set(rights);
        if (allowed != null && !rights.holdsAny(allowed.value())) {
            throw Problem.of(
                    ProblemType.NOT_ALLOWED,
                    "此操作仅限:"
                            + Arrays.stream(allowed.value())
                                    .map(role -> role.label().zh())
                                    .collect(Collectors.joining("、")),
                    "Only for: "
                            + Arrays.stream(allowed.value())
                                    .map(role -> role.label().en())
                                    .collect(Collectors.joining(", ")));
        }
        if (rights.holdsAny(Role.INSPECTOR)) {
            inspectionLog.record(known, request.getUriInfo().getPath());
        }
    }
}
