package org.rongcuo.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.rongcuo.access.Role;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.consultation.AgendaView.AgendaItem;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.procedure.Deadline;
import org.rongcuo.procedure.Deadlines;
import org.rongcuo.procedure.Step;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/** Draws up what a group is to consult on. */
@ApplicationScoped
class Agenda {
    private final CoordinationGroups groups;
    private final Consultations consultations;
    private final ConsultationMeetings meetings;
    private final MeetingSight sight;
    private final Deadlines deadlines;
    private final EntityManager entityManager;
    private final Clock clock;

    Agenda(
            CoordinationGroups groups,
            Consultations consultations,
            ConsultationMeetings meetings,
            MeetingSight sight,
            Deadlines deadlines,
            EntityManager entityManager,
            Clock clock) {
        this.groups = groups;
        this.consultations = consultations;
        this.meetings = meetings;
        this.sight = sight;
        this.deadlines = deadlines;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** @throws Problem 403 unless the current person is a member */
    AgendaView of(CoordinationGroup group) {
        var today = Clocks.today(clock);
        if (!sight.isMember(group.id(), today)) {
            throw Problem.coded(
                    ProblemType.NOT_ALLOWED,
                    "not-a-member",
                    new Text("您不是该协调小组的成员", "You are not a member of the coordination group"));
        }
        List<AgendaItem> waiting = new ArrayList<>();
        List<AgendaItem> deferred = new ArrayList<>();
        var rhythm = groups.current(group).rhythm();
        for (var consultation : consultations.list("groupId = ?1 order by id", group.id())) {
            var file = entityManager.find(CaseFile.class, consultation.caseId());
            if (!sight.seesCase(file.id(), Role.COORDINATOR)) {
                continue;
            }
            if (waits(consultation, file, today)) {
                waiting.add(item(consultation, file, group.nextMeetingOn(), rhythm, today));
            } else if (file.status() == CaseStatus.DEFERRED
                    && consultations.latest(file.id()).orElseThrow().id().equals(consultation.id())) {
                deferred.add(item(consultation, file, null, null, today));
            }
        }
        return new AgendaView(group.id(), rhythm, group.nextMeetingOn(), waiting, deferred);
    }

    private boolean waits(Consultation consultation, CaseFile file, LocalDate today) {
        return (file.status() == CaseStatus.CONSULTING || file.status() == CaseStatus.SUBMITTED)
                && !consultation.isRecalled()
                && consultations.conclusion(consultation.id()).isEmpty()
                && (consultation.meetingId() == null
                        || meetings.findById(consultation.meetingId()).heldOn().isBefore(today));
    }

    private AgendaItem item(Consultation consultation, CaseFile file, LocalDate next, Rhythm rhythm, LocalDate today) {
        var referredOn = Clocks.dateOf(consultation.referredAt());
        var due = rhythm == null ? null : due(referredOn, next, rhythm);
        var limit = deadlines
                .running(file.id(), Step.CONSULTATION, null)
                .map(Deadline::limitOn)
                .orElse(null);
        return new AgendaItem(
                consultation.id(),
                file.id(),
                file.number(),
                file.title(),
                file.kind(),
                consultation.referredAt(),
                due,
                limit,
                due != null && due.isBefore(today) || limit != null && limit.isBefore(today),
                ChronoUnit.DAYS.between(referredOn, today));
    }

    /** Going back from the next regular date, the first on or after the day of the referral. */
    private static LocalDate due(LocalDate referredOn, LocalDate next, Rhythm rhythm) {
        var due = next;
        for (var earlier = rhythm.before(due); !earlier.isBefore(referredOn); earlier = rhythm.before(due)) {
            due = earlier;
        }
        return due;
    }
}
