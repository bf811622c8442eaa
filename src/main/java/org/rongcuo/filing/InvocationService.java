package org.rongcuo.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
            new ActView.Reason("no-invocation", new Text("没有待认定的援引", "No invocation is to be found so"));

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
     * @param scope what it covers, in words; null where it says nothing
     * @param filedAt by the ledger; null while the filing is not accepted
     * @param results what the server finds, for each subject of the case
     * @param findings whether investigators found it of the same matter, the latest last, which counts
     */
    @Schema(name = "FilingInvocation")
    record InvocationView(
            UUID id,
            UUID filing,
            String filingNumber,
            @Nullable String matter,
            @Nullable String scope,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable Instant filedAt,
            List<FilingProof.Proof> results,
            PersonRef invokedBy,
            Instant invokedAt,
            List<FindingView> findings) {}

    /** What an investigator found of a filing invoked. */
    @Schema(name = "FilingInvocationFinding")
    record FindingView(boolean sameMatter, String reasons, PersonRef foundBy, Instant foundAt) {}

    Optional<ActView.Reason> impossible(CaseFile file, FilingAct act) {
        return switch (act) {
            case CONFIRMATION, DISMISSAL ->
                invocations.of(file.id()).stream().anyMatch(each -> !isFound(each, act))
                        ? Optional.empty()
                        : Optional.of(NO_INVOCATION);
            default -> Optional.empty();
        };
    }

    /** Whether it stands already as the act would find it. */
    private boolean isFound(FilingInvocation invocation, FilingAct act) {
        return invocations
                .finding(invocation.id())
                .filter(found -> found.isSameMatter() == (act == FilingAct.CONFIRMATION))
                .isPresent();
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

    /**
     * An investigator holds what was done against what had been filed; a later finding takes the place of an earlier one.
     *
     * @param act {@link FilingAct#CONFIRMATION} or {@link FilingAct#DISMISSAL}
     */
    FilingInvocation find(CaseFile file, FilingAct act, UUID invocationId, String reasons) {
        desk.requirePossible(file, act, Optional.empty());
        var invocation = invocations.of(file.id(), invocationId);
        if (isFound(invocation, act)) {
            throw Problem.coded(ProblemType.ACT_NOT_POSSIBLE, NO_INVOCATION.code(), NO_INVOCATION.text());
        }
        var same = act == FilingAct.CONFIRMATION;
        invocations.add(new InvocationFinding(
                invocation.id(), same, reasons, actor.get().personId(), Instant.now(clock)));
        desk.note(
                file,
                act,
                version -> same
                        ? new FilingEvent.InvocationConfirmed(file.id(), version, invocation.id(), reasons)
                        : new FilingEvent.InvocationDismissed(file.id(), version, invocation.id(), reasons));
        return invocation;
    }

    List<InvocationView> of(CaseFile file) {
        return views(file, invocations.of(file.id()));
    }

    List<InvocationView> views(CaseFile file, List<FilingInvocation> shown) {
        var subjects = desk.subjects(file.id());
        return shown.stream()
                .map(invocation -> {
                    var filed = desk.unseen(invocation.filingCaseId());
                    var filing = filings.of(filed.id());
                    var findings = invocations.findings(invocation.id());
                    var who = persons.refs(Stream.concat(
                            Stream.of(invocation.invokedBy()), findings.stream().map(InvocationFinding::foundBy)));
                    return new InvocationView(
                            invocation.id(),
                            filed.id(),
                            filed.number(),
                            filing.matter(),
                            filing.scopeText(),
                            filing.validFrom(),
                            filing.validUntil(),
                            filings.filedAt(filed.id()).orElse(null),
                            subjects.stream()
                                    .map(subject -> proofs.prove(file, invocation, subject))
                                    .toList(),
                            who.get(invocation.invokedBy()),
                            invocation.invokedAt(),
                            findings.stream()
                                    .map(found -> new FindingView(
                                            found.isSameMatter(),
                                            found.reasons(),
                                            who.get(found.foundBy()),
                                            found.foundAt()))
                                    .toList());
                })
                .toList();
    }
}
