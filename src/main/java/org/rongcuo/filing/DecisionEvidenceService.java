package org.rongcuo.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.checklist.FindingSource;
import org.rongcuo.filing.DecisionEvidenceResource.AddEvidence;
import org.rongcuo.policy.EvaluationService;
import org.rongcuo.policy.ItemView;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;

/**
 * 三重一大 evidence. It offers answers to the items that the books group as 决策过程 and whose admissible answers hold a word
 * that the step proves, whichever book asks them and whatever the item is called; steps that no book asks for are shown
 * and offer nothing.
 */
@ApplicationScoped
class DecisionEvidenceService implements FindingSource {
    private static final String DECISION_PROCESS = "决策过程";

    /** The answers that a step proves, in the words of the books. */
    private static final Map<DecisionEvidenceKind, List<String>> PROVES = new EnumMap<>(Map.of(
            DecisionEvidenceKind.COLLECTIVE, List.of("集体民主决策", "集体研究决定", "集体研究"),
            DecisionEvidenceKind.LEGALITY, List.of("符合", "合法"),
            DecisionEvidenceKind.EXPERT, List.of("经专家论证"),
            DecisionEvidenceKind.RISK, List.of("经风险评估"),
            DecisionEvidenceKind.RESEARCH, List.of("经调研论证"),
            DecisionEvidenceKind.PARTICIPATION, List.of("经公众参与")));

    private final DecisionEvidences evidences;
    private final EvaluationService evaluations;
    private final CaseDesk desk;
    private final Persons persons;
    private final CurrentActor actor;
    private final Clock clock;

    DecisionEvidenceService(
            DecisionEvidences evidences,
            EvaluationService evaluations,
            CaseDesk desk,
            Persons persons,
            CurrentActor actor,
            Clock clock) {
        this.evidences = evidences;
        this.evaluations = evaluations;
        this.desk = desk;
        this.persons = persons;
        this.actor = actor;
        this.clock = clock;
    }

    /** How it was decided. @param missing the steps of which there is no evidence */
    @Schema(name = "DecisionProcess")
    record DecisionProcessView(List<EvidenceView> evidence, List<MissingStep> missing) {}

    /** A step without evidence. */
    @Schema(name = "MissingDecisionStep")
    record MissingStep(DecisionEvidenceKind kind, Text label) {}

    /**
     * Evidence of a step.
     *
     * @param supports whether the conclusion speaks for what was decided
     * @param documents of the case it was recorded in
     * @param proves whether it supports and a quorum, where there is one, was met
     * @param fromFiling number of the filing that it comes from; null for the case's own
     */
    @Schema(name = "DecisionEvidence")
    record EvidenceView(
            UUID id,
            DecisionEvidenceKind kind,
            Text kindLabel,
            LocalDate heldOn,
            String organiser,
            String conclusion,
            boolean supports,
            List<UUID> documents,
            @Nullable Integer participants,
            @Nullable Integer quorum,
            boolean proves,
            @Nullable String fromFiling,
            PersonRef recordedBy,
            Instant recordedAt) {}

    DecisionProcessView add(CaseFile file, AddEvidence told) {
        desk.requirePossible(file, FilingAct.EVIDENCE, Optional.empty());
        List<Violation> violations = new ArrayList<>();
        var known = desk.documents(file.id());
        for (int i = 0; i < told.papers().size(); i++) {
            if (!known.contains(told.papers().get(i))) {
                violations.add(Violation.at(
                        "/documents/" + i, "document-unknown", "本案没有此材料", "The case has no such document"));
            }
        }
        if (told.heldOn().isAfter(Clocks.today(clock))) {
            violations.add(Violation.at("/heldOn", "in-the-future", "尚未进行", "has not been held"));
        }
        if (told.quorum() != null && told.participants() == null) {
            violations.add(
                    Violation.at("/participants", "not-null", "有规定人数的应写明参加人数", "a quorum wants the number present"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        var evidence = new DecisionEvidence(file.id(), told, actor.get().personId(), Instant.now(clock));
        evidences.persist(evidence);
        desk.note(
                file,
                FilingAct.EVIDENCE,
                version -> new FilingEvent.DecisionEvidenceAdded(
                        file.id(),
                        version,
                        evidence.id(),
                        evidence.kind(),
                        evidence.heldOn(),
                        evidence.organiser(),
                        evidence.conclusion(),
                        evidence.supports(),
                        evidence.documents(),
                        evidence.participants(),
                        evidence.quorum()));
        return view(file);
    }

    DecisionProcessView view(CaseFile file) {
        var all = evidences.of(file.id());
        var who = persons.refs(all.stream().map(DecisionEvidence::recordedBy));
        var present = all.stream().map(DecisionEvidence::kind).collect(Collectors.toSet());
        return new DecisionProcessView(
                all.stream().map(evidence -> view(file, evidence, who)).toList(),
                Arrays.stream(DecisionEvidenceKind.values())
                        .filter(kind -> !present.contains(kind))
                        .map(kind -> new MissingStep(kind, kind.label()))
                        .toList());
    }

    private EvidenceView view(CaseFile file, DecisionEvidence evidence, Map<UUID, PersonRef> who) {
        return new EvidenceView(
                evidence.id(),
                evidence.kind(),
                evidence.kind().label(),
                evidence.heldOn(),
                evidence.organiser(),
                evidence.conclusion(),
                evidence.supports(),
                evidence.documents(),
                evidence.participants(),
                evidence.quorum(),
                evidence.proves(),
                evidence.caseId().equals(file.id())
                        ? null
                        : desk.unseen(evidence.caseId()).number(),
                who.get(evidence.recordedBy()),
                evidence.recordedAt());
    }

    @Override
    public List<Finding> findings(UUID caseId, UUID subjectId) {
        var proving =
                evidences.of(caseId).stream().filter(DecisionEvidence::proves).toList();
        if (proving.isEmpty()) {
            return List.of();
        }
        var sheet = desk.sheet(desk.unseen(caseId), subjectId);
        List<Finding> findings = new ArrayList<>();
        for (var item : evaluations.booksFor(sheet.matter()).items()) {
            if (DECISION_PROCESS.equals(item.group())) {
                proving.forEach(evidence -> finding(evidence, item).ifPresent(findings::add));
            }
        }
        return findings;
    }

    private static Optional<Finding> finding(DecisionEvidence evidence, ItemView item) {
        return PROVES.get(evidence.kind()).stream()
                .filter(item.allowedValues()::contains)
                .findFirst()
                .map(word -> new Finding(
                        evidence.id(),
                        item.item(),
                        word,
                        new Text(
                                evidence.kind().label().zh() + "(" + evidence.organiser() + "," + evidence.heldOn()
                                        + ")",
                                evidence.kind().label().en() + " (" + evidence.organiser() + ", " + evidence.heldOn()
                                        + ")")));
    }
}
