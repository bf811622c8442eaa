package org.rongcuo.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.Subject;
import org.rongcuo.checklist.ChecklistService;
import org.rongcuo.checklist.FindingSource;
import org.rongcuo.consultation.EngagementRequests.CancelEngagement;
import org.rongcuo.consultation.EngagementRequests.CommissionEngagement;
import org.rongcuo.consultation.EngagementRequests.ReportEngagement;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.Deadlines;
import org.rongcuo.procedure.Step;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Violation;

/** Engagements: commissioned with terms, reported on with findings that may answer the checklist, or cancelled. */
@ApplicationScoped
class EngagementService implements FindingSource {
    private final Engagements engagements;
    private final CaseDesk desk;
    private final ChecklistService checklists;
    private final Deadlines deadlines;
    private final CurrentActor actor;
    private final Clock clock;

    EngagementService(
            Engagements engagements,
            CaseDesk desk,
            ChecklistService checklists,
            Deadlines deadlines,
            CurrentActor actor,
            Clock clock) {
        this.engagements = engagements;
        this.desk = desk;
        this.checklists = checklists;
        this.deadlines = deadlines;
        this.actor = actor;
        this.clock = clock;
    }

    Engagement commission(CaseFile file, CommissionEngagement wanted) {
        desk.requirePossible(file, ConsultationAct.ENGAGEMENT, Optional.empty());
        List<Violation> violations = new ArrayList<>();
        if (wanted.deadline().isBefore(Clocks.today(clock))) {
            violations.add(Violation.at("/deadline", "in-the-past", "期限已过", "The deadline has passed"));
        }
        var subjects = desk.subjects(file.id());
        for (int i = 0; i < wanted.participants().size(); i++) {
            var participant = wanted.participants().get(i);
            var pointer = "/participants/" + i;
            if (wanted.kind().isIndependent()
                    && (!Boolean.TRUE.equals(participant.independent()) || participant.declaration() == null)) {
                violations.add(Violation.at(
                        pointer + "/independent",
                        "no-independence-declaration",
                        wanted.kind().label().zh() + "的参加人须声明独立并附声明",
                        "Whoever takes part in a " + wanted.kind().label().en() + " declares independence, in words"));
            }
            if (subjects.stream()
                    .anyMatch(subject -> subject.name().equals(participant.name())
                            || subject.name().equals(participant.organisation())
                            || participant.person() != null
                                    && participant.person().equals(subject.personId()))) {
                violations.add(Violation.at(
                        pointer, "is-a-subject", "是本案当事人或来自当事单位", "is a subject of the case, or of the unit that is"));
            }
        }
        refuse(violations);
        var engagement = new Engagement(file.id(), wanted, actor.get().personId(), Instant.now(clock));
        engagements.persistAndFlush(engagement);
        deadlines.beginUntil(file.id(), Step.ENGAGEMENT, engagement.id(), engagement.deadline());
        desk.note(
                file,
                ConsultationAct.ENGAGEMENT,
                version -> new ConsultationEvent.EngagementCommissioned(
                        file.id(),
                        version,
                        engagement.id(),
                        engagement.kind(),
                        engagement.termsOfReference(),
                        wanted.participants(),
                        engagement.deadline(),
                        engagement.costEstimate()));
        return engagement;
    }

    /** @param documents the ids of the case's documents */
    Engagement report(CaseFile file, UUID id, ReportEngagement wanted, Set<UUID> documents) {
        desk.requirePossible(file, ConsultationAct.ENGAGEMENT_REPORT, Optional.empty());
        var engagement = engagements.of(file.id(), id);
        requireUnderWay(engagement);
        List<Violation> violations = new ArrayList<>();
        if (wanted.document() == null && (wanted.text() == null || wanted.text().isBlank())) {
            violations.add(Violation.at("", "report-missing", "document 与 text 至少给出其一", "give document or text"));
        }
        if (wanted.document() != null && !documents.contains(wanted.document())) {
            violations.add(Violation.at("/document", "document-unknown", "本案没有此材料", "The case has no such document"));
        }
        check(file, wanted, violations);
        refuse(violations);
        var end = EngagementEnd.reported(id, wanted, actor.get().personId(), Instant.now(clock));
        engagements.add(end);
        deadlines.meet(file.id(), Step.ENGAGEMENT, id);
        desk.note(
                file,
                ConsultationAct.ENGAGEMENT_REPORT,
                version -> new ConsultationEvent.EngagementReported(
                        file.id(),
                        version,
                        id,
                        wanted.document(),
                        wanted.text(),
                        wanted.cost(),
                        wanted.findings(),
                        EngagementView.isLate(engagement, end, Clocks.today(clock))));
        return engagement;
    }

    private void check(CaseFile file, ReportEngagement wanted, List<Violation> violations) {
        var subjects = desk.subjects(file.id());
        var ids = subjects.stream().map(Subject::id).collect(Collectors.toSet());
        var asked = file.kind() == CaseKind.EXEMPTION ? asked(file, subjects) : null;
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < wanted.findings().size(); i++) {
            var finding = wanted.findings().get(i);
            var pointer = "/findings/" + i;
            if (finding.subject() != null && !ids.contains(finding.subject())) {
                violations.add(Violation.at(
                        pointer + "/subject", "subject-unknown", "本案没有此当事人", "The case has no such subject"));
            }
            if (asked != null && !asked.contains(finding.item())) {
                violations.add(Violation.at(
                        pointer + "/item", "item-unknown", "适用的办法中没有此项", "No book that applies asks this item"));
            }
            if (!seen.add(Arrays.asList(finding.item(), finding.subject()))) {
                violations.add(Violation.at(pointer, "finding-twice", "同一事项已有结论", "The item has a finding already"));
            }
        }
    }

    private Set<String> asked(CaseFile file, List<Subject> subjects) {
        return subjects.stream()
                .flatMap(subject -> checklists.derive(desk.sheet(file, subject.id())).questions().stream())
                .map(question -> question.item().item())
                .collect(Collectors.toSet());
    }

    Engagement cancel(CaseFile file, UUID id, CancelEngagement wanted) {
        desk.requirePossible(file, ConsultationAct.ENGAGEMENT_CANCELLATION, Optional.empty());
        var engagement = engagements.of(file.id(), id);
        requireUnderWay(engagement);
        engagements.add(
                EngagementEnd.cancelled(id, wanted.reasons(), actor.get().personId(), Instant.now(clock)));
        deadlines.drop(file.id(), Step.ENGAGEMENT, id);
        desk.note(
                file,
                ConsultationAct.ENGAGEMENT_CANCELLATION,
                version -> new ConsultationEvent.EngagementCancelled(file.id(), version, id, wanted.reasons()));
        return engagement;
    }

    private void requireUnderWay(Engagement engagement) {
        if (engagements.end(engagement.id()).isPresent()) {
            throw MeetingService.refused("engagement-ended", "此项已报告或已取消", "It has been reported on or cancelled");
        }
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    @Override
    public List<Finding> findings(UUID caseId, UUID subjectId) {
        return engagements.of(caseId).stream()
                .flatMap(engagement -> engagements.end(engagement.id()).stream()
                        .flatMap(end -> end.findings().stream())
                        .filter(finding ->
                                finding.subject() == null || finding.subject().equals(subjectId))
                        .map(finding -> new Finding(
                                engagement.id(),
                                finding.item(),
                                finding.value(),
                                engagement.kind().label())))
                .toList();
    }
}
