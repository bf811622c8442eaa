package org.rongcuo.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.procedure.ActView;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/** Exemption cases that rest on a filing. */
@ApplicationScoped
class InvocationService {
    private static final ActView.Reason NO_INVOCATION =
            new ActView.Reason("no-invocation", new Text("没有可认定的援引", "No invocation stands"));

    private final FilingInvocations invocations;
    private final Filings filings;
    private final FilingProof proofs;
    private final CaseDesk desk;
    private final Persons persons;
    private final CurrentActor actor;
    private final Clock clock;

    InvocationService(
            FilingInvocations invocations,
            Filings filings,
            FilingProof proofs,
            CaseDesk desk,
            Persons persons,
            CurrentActor actor,
            Clock clock) {
        this.invocations = invocations;
        this.filings = filings;
        this.proofs = proofs;
        this.desk = desk;
        this.persons = persons;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * A filing as a case invokes it, with what the server finds.
     *
     * @param filing the filing's case, which the reader need not see
     * @param filedAt by the ledger; null while the filing is not accepted
     * @param dismissal why a handler found it of another matter; null otherwise
     */
    @Schema(name = "FilingInvocation")
    record InvocationView(
            UUID id,
            UUID filing,
            String filingNumber,
            @Nullable String matter,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable Instant filedAt,
            FilingProof.Proof result,
            PersonRef invokedBy,
            Instant invokedAt,
            @Nullable String dismissal) {}

    Optional<ActView.Reason> impossible(CaseFile file, FilingAct act) {
        return act == FilingAct.DISMISSAL
                        && invocations.of(file.id()).stream().noneMatch(each -> each.dismissedAt() == null)
                ? Optional.of(NO_INVOCATION)
                : Optional.empty();
    }

    FilingInvocation invoke(CaseFile file, String numberOrId) {
        desk.requirePossible(file, FilingAct.INVOCATION, Optional.empty());
        var filed = desk.named(numberOrId.strip())
                .filter(each -> each.kind() == CaseKind.PRIOR_FILING && each.number() != null && mayName(each))
                .orElseThrow(() -> Problem.invalid(
                        "/filing",
                        "filing-unknown",
                        "没有此报备,或与您及您的单位无关",
                        "There is no such filing, or it is not yours nor your unit's"));
        if (invocations.of(file.id()).stream()
                .anyMatch(each -> each.filingCaseId().equals(filed.id()))) {
            throw Problem.invalid("/filing", "already-invoked", "本案已援引此报备", "The case invokes it already");
        }
        var invocation = new FilingInvocation(file.id(), filed.id(), actor.get().personId(), Instant.now(clock));
        invocations.persist(invocation);
        desk.note(
                file,
                FilingAct.INVOCATION,
                version ->
                        new FilingEvent.FilingInvoked(file.id(), version, invocation.id(), filed.id(), filed.number()));
        return invocation;
    }

    /** Who sees a filing may name it; and so may whoever belongs to the unit that filed. */
    private boolean mayName(CaseFile filed) {
        var mine = persons.findById(actor.get().personId()).organ().id();
        return desk.sees(filed.id()) || mine.equals(filed.applicant().organ().id());
    }

    FilingInvocation dismiss(CaseFile file, UUID invocationId, String reasons) {
        desk.requirePossible(file, FilingAct.DISMISSAL, Optional.empty());
        var invocation = invocations.of(file.id(), invocationId);
        if (invocation.dismissedAt() != null) {
            throw Problem.coded(ProblemType.ACT_NOT_POSSIBLE, NO_INVOCATION.code(), NO_INVOCATION.text());
        }
        invocation.dismiss(reasons, actor.get().personId(), Instant.now(clock));
        desk.note(
                file,
                FilingAct.DISMISSAL,
                version -> new FilingEvent.InvocationDismissed(file.id(), version, invocation.id(), reasons));
        return invocation;
    }

    List<InvocationView> of(CaseFile file) {
        return views(file, invocations.of(file.id()));
    }

    List<InvocationView> views(CaseFile file, List<FilingInvocation> shown) {
        var who = persons.refs(shown.stream().map(FilingInvocation::invokedBy));
        return shown.stream()
                .map(invocation -> {
                    var filed = desk.unseen(invocation.filingCaseId());
                    var filing = filings.of(filed.id());
                    return new InvocationView(
                            invocation.id(),
                            filed.id(),
                            filed.number(),
                            filing.matter(),
                            filing.validFrom(),
                            filing.validUntil(),
                            filings.filedAt(filed.id()).orElse(null),
                            proofs.prove(file, invocation),
                            who.get(invocation.invokedBy()),
                            invocation.invokedAt(),
                            invocation.dismissal());
                })
                .toList();
    }
}
