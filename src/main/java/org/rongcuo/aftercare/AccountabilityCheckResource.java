package org.rongcuo.aftercare;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.CaseVisibility;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Organs;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.PageRequest;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Writes;

@Path("/api/v1/accountability-checks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class AccountabilityCheckResource {
    private final AccountabilityChecks checks;
    private final CaseDesk desk;
    private final CaseVisibility visibility;
    private final Organs organs;
    private final Persons persons;
    private final CurrentActor actor;
    private final CurrentRights rights;
    private final Writes writes;
    private final Event<DomainEvent> events;
    private final Clock clock;

    AccountabilityCheckResource(
            AccountabilityChecks checks,
            CaseDesk desk,
            CaseVisibility visibility,
            Organs organs,
            Persons persons,
            CurrentActor actor,
            CurrentRights rights,
            Writes writes,
            Event<DomainEvent> events,
            Clock clock) {
        this.checks = checks;
        this.desk = desk;
        this.visibility = visibility;
        this.organs = organs;
        this.persons = persons;
        this.actor = actor;
        this.rights = rights;
        this.writes = writes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * That an inquiry considered tolerance.
     *
     * @param inquiry the inquiry's reference
     * @param organ the organ that inquires
     * @param considered always true
     * @param caseId null when there is none, and for who does not see the case
     */
    record AccountabilityCheckView(
            UUID id,
            String inquiry,
            UUID organ,
            String organName,
            boolean considered,
            String result,

            @JsonProperty("case") @Nullable UUID caseId,

            PersonRef recordedBy,
            Instant recordedAt) {}

    @GET
    @Allowed({Role.HANDLER, Role.ORGANISATION, Role.INSPECTOR})
    @Operation(
            operationId = "listAccountabilityChecks",
            summary = "问责时考虑容错的记录,最近的在前 · Inquiries that considered tolerance, the latest first")
    public Page<AccountabilityCheckView> list(@BeanParam PageRequest page) {
        var rows = checks.page(page.after(UUID::fromString), page.limit());
        return page.page(rows, check -> check.id().toString(), views(rows), checks.counted());
    }

    @POST
    @Allowed({Role.HANDLER, Role.ORGANISATION})
    @Operation(
            operationId = "recordAccountabilityCheck",
            summary = "登记问责时已考虑是否容错 · Record that an inquiry considered tolerance")
    @APIResponseSchema(
            value = AccountabilityCheckView.class,
            responseCode = "201",
            responseDescription = "已登记 · recorded")
    public Response record(RecordAccountabilityCheck body) {
        return writes.create(body, () -> authorise(body), () -> {
            var organ = organs.named(body.organ(), "/organ");
            // The write stands in the case's chain, so the case is locked first.
            var version = body.caseId() == null ? 0 : file(body.caseId());
            var check = new AccountabilityCheck(body, organ, actor.get().personId(), Instant.now(clock));
            checks.persist(check);
            checks.flush();
            events.fire(new AccountabilityEvent.ToleranceConsidered(
                    check.id(),
                    version,
                    organ.jurisdiction().code(),
                    organ.id(),
                    check.inquiry(),
                    check.result(),
                    check.caseId()));
            return Outcome.created(views(List.of(check)).apply(check), "/api/v1/accountability-checks");
        });
    }

    private void authorise(RecordAccountabilityCheck body) {
        if (body == null || body.organ() == null) {
            return;
        }
        organs.findByIdOptional(body.organ())
                .ifPresent(organ -> rights.requireOver(organ.jurisdiction(), Role.HANDLER, Role.ORGANISATION));
    }

    /** The state version of the case under its lock. */
    private long file(UUID caseId) {
        if (!sees(caseId)) {
            throw Problem.invalid(
                    "/case", "case-unknown", "没有此案件,或您无权查看", "There is no such case, or you may not see it");
        }
        return desk.locked(caseId).stateVersion();
    }

    private boolean sees(UUID caseId) {
        try {
            visibility.requireVisible(caseId);
            return true;
        } catch (Problem unseen) {
            return false;
        }
    }

    private Function<AccountabilityCheck, AccountabilityCheckView> views(List<AccountabilityCheck> shown) {
        var recorders = persons.refs(shown.stream().map(AccountabilityCheck::recordedBy));
        return check -> new AccountabilityCheckView(
                check.id(),
                check.inquiry(),
                check.organ().id(),
                check.organ().name(),
                true,
                check.result(),
                check.caseId() == null || !sees(check.caseId()) ? null : check.caseId(),
                recorders.get(check.recordedBy()),
                check.recordedAt());
    }
}
