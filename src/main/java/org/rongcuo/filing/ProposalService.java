package org.rongcuo.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Identities;
import org.rongcuo.access.Identities.IdentityView;
import org.rongcuo.access.Identities.OpenIdentity;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.access.Organ;
import org.rongcuo.access.Organs;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.Recusals;
import org.rongcuo.filing.FilingRequests.AnswerProposal;
import org.rongcuo.filing.FilingRequests.Propose;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.shared.Actor;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.ReceiptCode;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;

/** Proposals of anyone, answered with reasons by those who handle cases of the place. */
@ApplicationScoped
class ProposalService {
    private static final Role[] READERS = {Role.HANDLER, Role.ORGANISATION, Role.INSPECTOR};

    private final Proposals proposals;
    private final ProposalTerms terms;
    private final Jurisdictions jurisdictions;
    private final Organs organs;
    private final Persons persons;
    private final CaseDesk desk;
    private final Identities identities;
    private final Recusals recusals;
    private final CurrentActor actor;
    private final CurrentRights rights;
    private final Event<DomainEvent> events;
    private final Clock clock;

    ProposalService(
            Proposals proposals,
            ProposalTerms terms,
            Jurisdictions jurisdictions,
            Organs organs,
            Persons persons,
            CaseDesk desk,
            Identities identities,
            Recusals recusals,
            CurrentActor actor,
            CurrentRights rights,
            Event<DomainEvent> events,
            Clock clock) {
        this.proposals = proposals;
        this.terms = terms;
        this.jurisdictions = jurisdictions;
        this.organs = organs;
        this.persons = persons;
        this.desk = desk;
        this.identities = identities;
        this.recusals = recusals;
        this.actor = actor;
        this.rights = rights;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What whoever proposed is told.
     *
     * @param receipt the code by which the answer is read; kept nowhere
     * @param answer null while it is open
     * @param reasons null while it is open
     * @param answeredAt null while it is open
     */
    @Schema(name = "ProposalReceipt")
    record ProposalReceipt(
            String receipt,
            String matter,
            String jurisdiction,
            Instant proposedAt,
            Proposal.@Nullable Answer answer,
            @Nullable String reasons,
            @Nullable Instant answeredAt) {}

    /**
     * A proposal as the office sees it: not by whom, whose identity is sealed.
     *
     * @param organ the organ concerned; null for none
     * @param hasContact whether a contact was told, which is sealed
     * @param dueOn by when it is to be answered; null where no book sets a term
     * @param overdue whether it is open and that day is past
     */
    @Schema(name = "Proposal")
    record ProposalView(
            UUID id,
            String jurisdiction,
            @Nullable UUID organ,
            @Nullable String organName,
            String matter,
            String text,
            boolean hasContact,
            Instant proposedAt,
            @Nullable LocalDate dueOn,
            boolean overdue,
            Proposal.@Nullable Answer answer,
            @Nullable UUID startedCase,
            @Nullable String reasons,
            @Nullable PersonRef answeredBy,
            @Nullable Instant answeredAt) {}

    ProposalReceipt propose(Propose told) {
        List<Violation> violations = new ArrayList<>();
        var jurisdiction = jurisdictions.findById(told.jurisdiction());
        if (jurisdiction == null) {
            violations.add(Jurisdictions.unknown(told.jurisdiction(), "/jurisdiction"));
        }
        Organ organ = null;
        if (told.organ() != null) {
            organ = organs.findById(told.organ());
            if (organ == null) {
                violations.add(Violation.at("/organ", "organ-unknown", "没有此机关", "There is no such organ"));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        var receipt = ReceiptCode.drawn();
        var proposal = new Proposal(
                receipt.digest(),
                jurisdiction,
                organ,
                told.matter(),
                told.text(),
                actor.find().map(Actor::personId).orElse(null),
                Instant.now(clock));
        proposal.keepContact(identities.seal(null, told.contact(), null, sealedFor(proposal)));
        terms.begin(proposal);
        proposals.persistAndFlush(proposal);
        terms.raise(proposal);
        events.fire(new ProposalEvent.ProposalMade(
                proposal.id(), 1, told.jurisdiction(), told.organ(), told.matter(), told.text(), proposal.dueOn()));
        return receiptOf(proposal, receipt);
    }

    private static String sealedFor(Proposal proposal) {
        return "proposal:" + proposal.id();
    }

    /** @throws Problem 404 */
    ProposalReceipt byReceipt(String told) {
        var receipt = ReceiptCode.typed(told);
        return receiptOf(proposals.ofReceipt(receipt).orElseThrow(Problem::notFound), receipt);
    }

    private static ProposalReceipt receiptOf(Proposal proposal, ReceiptCode receipt) {
        return new ProposalReceipt(
                receipt.code(),
                proposal.matter(),
                proposal.jurisdiction().code(),
                proposal.proposedAt(),
                proposal.answer(),
                proposal.reasons(),
                proposal.answeredAt());
    }

    List<Proposal> page(Boolean open, UUID after, int limit) {
        return proposals.page(rights.get().pathsOf(READERS), open, after, limit);
    }

    long counted(Boolean open) {
        return proposals.counted(rights.get().pathsOf(READERS), open);
    }

    /** The proposal under its lock, for whoever handles cases of its place. @throws Problem 404 for others */
    Proposal authorised(UUID id) {
        return proposals
                .findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(found -> rights.get().holdsOver(found.jurisdiction(), Role.HANDLER, Role.ORGANISATION))
                .orElseThrow(Problem::notFound);
    }

    void answer(Proposal proposal, AnswerProposal told) {
        if (proposal.answer() != null) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "already-answered",
                    new Text("已经答复", "The proposal has been answered"));
        }
        if (told.startedCase() != null) {
            requireStarted(proposal, told.startedCase());
        }
        terms.meet(proposal);
        proposal.answer(told.startedCase(), told.reasons(), actor.get().personId(), Instant.now(clock));
        events.fire(new ProposalEvent.ProposalAnswered(proposal.id(), 2, told.startedCase(), told.reasons()));
    }

    /** What is said to have been started was: an exemption case of the place, opened since the proposal, and applied for. */
    private void requireStarted(Proposal proposal, UUID caseId) {
        if (!desk.sees(caseId)) {
            throw Problem.invalid("/startedCase", "case-unknown", "没有此案件", "There is no such case");
        }
        var started = desk.unseen(caseId);
        List<Violation> violations = new ArrayList<>();
        if (started.kind() != CaseKind.EXEMPTION
                || started.number() == null
                || started.status() == CaseStatus.WITHDRAWN) {
            violations.add(Violation.at(
                    "/startedCase",
                    "not-started",
                    "应为已申请或者已主动启动的容错案件",
                    "It must be an exemption case that was applied for or started"));
        }
        if (started.createdAt().isBefore(proposal.proposedAt())) {
            violations.add(Violation.at(
                    "/startedCase",
                    "older-than-the-proposal",
                    "该案早于建议,并非据建议启动;已在办理的,应不采纳并说明理由",
                    "It is older than the proposal and was not started by it; decline with that reason"));
        }
        if (!started.jurisdiction().contains(proposal.jurisdiction())
                && !proposal.jurisdiction().contains(started.jurisdiction())) {
            violations.add(Violation.at("/startedCase", "of-another-place", "该案不在建议所涉区划", "It is of another place"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    /**
     * As {@link #authorised}, for whoever is to know how the proposer is reached: nobody of the organ concerned, nor who
     * must keep off the case that was started.
     *
     * @throws Problem 404, or 403 for them
     */
    Proposal authorisedToOpen(UUID id) {
        var proposal = authorised(id);
        if (belongsTo(proposal.organ())
                || proposal.caseId() != null
                        && recusals.recused(proposal.caseId(), actor.get().personId())) {
            throw Problem.coded(
                    ProblemType.NOT_ALLOWED,
                    "recused",
                    new Text("建议涉及您或您所在的单位,应当回避", "The proposal concerns you or your organ, and you are recused"));
        }
        return proposal;
    }

    private boolean belongsTo(Organ organ) {
        return organ != null
                && (rights.get().grants().stream()
                                .anyMatch(grant -> grant.organId().equals(organ.id()))
                        || persons.findById(actor.get().personId()).organ().id().equals(organ.id()));
    }

    /** Opens how the proposer is reached. @throws Problem 409 where nothing was told */
    IdentityView open(Proposal proposal, OpenIdentity wanted) {
        if (!proposal.hasContact()) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "nobody-named",
                    new Text("建议人没有留下联系方式", "Whoever proposed it told no contact"));
        }
        events.fire(new ProposalEvent.ProposerIdentityOpened(
                proposal.id(), proposal.answer() == null ? 1 : 2, wanted.reasons()));
        return identities.open(proposal.contact(), sealedFor(proposal));
    }

    Map<Proposal, ProposalView> views(List<Proposal> shown) {
        var who = persons.refs(shown.stream().map(Proposal::answeredBy));
        Map<Proposal, ProposalView> views = new LinkedHashMap<>();
        for (var proposal : shown) {
            var organ = proposal.organ();
            views.put(
                    proposal,
                    new ProposalView(
                            proposal.id(),
                            proposal.jurisdiction().code(),
                            organ == null ? null : organ.id(),
                            organ == null ? null : organ.name(),
                            proposal.matter(),
                            proposal.content(),
                            proposal.hasContact(),
                            proposal.proposedAt(),
                            proposal.dueOn(),
                            proposal.answer() == null
                                    && proposal.dueOn() != null
                                    && proposal.dueOn().isBefore(Clocks.today(clock)),
                            proposal.answer(),
                            proposal.caseId(),
                            proposal.reasons(),
                            who.get(proposal.answeredBy()),
                            proposal.answeredAt()));
        }
        return views;
    }
}
