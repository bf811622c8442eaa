package org.rongcuo.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.CaseReader;
import org.rongcuo.consultation.ConsultationView.ConclusionView;
import org.rongcuo.consultation.ConsultationView.GroupRef;
import org.rongcuo.consultation.ConsultationView.MeetingRef;
import org.rongcuo.consultation.ConsultationView.RecallView;
import org.rongcuo.consultation.ConsultationView.ResultView;
import org.rongcuo.consultation.MeetingView.CastView;
import org.rongcuo.consultation.MeetingView.ContentView;
import org.rongcuo.consultation.MeetingView.ItemView;
import org.rongcuo.consultation.MeetingView.MatterView;
import org.rongcuo.consultation.MeetingView.QuorumView;
import org.rongcuo.consultation.MeetingView.RecusedView;
import org.rongcuo.consultation.MeetingView.VoteView;
import org.rongcuo.shared.Sealing;

/** Shows consultations and meetings to the current person, each what the person may see of them. */
@ApplicationScoped
class ConsultationViews {
    private final CoordinationGroups groups;
    private final Consultations consultations;
    private final ConsultationMeetings meetings;
    private final Sittings sittings;
    private final MeetingSight sight;
    private final VoteOpenings openings;
    private final Sealing sealing;
    private final Persons persons;
    private final CaseDesk desk;
    private final EntityManager entityManager;

    ConsultationViews(
            CoordinationGroups groups,
            Consultations consultations,
            ConsultationMeetings meetings,
            Sittings sittings,
            MeetingSight sight,
            VoteOpenings openings,
            Sealing sealing,
            Persons persons,
            CaseDesk desk,
            EntityManager entityManager) {
        this.groups = groups;
        this.consultations = consultations;
        this.meetings = meetings;
        this.sittings = sittings;
        this.sight = sight;
        this.openings = openings;
        this.sealing = sealing;
        this.persons = persons;
        this.desk = desk;
        this.entityManager = entityManager;
    }

    ConsultationView of(Consultation consultation) {
        var conclusion = consultations.conclusion(consultation.id()).orElse(null);
        var meeting = consultation.meetingId() == null ? null : meetings.findById(consultation.meetingId());
        return new ConsultationView(
                consultation.id(),
                consultation.caseId(),
                group(consultation.groupId()),
                consultation.round(),
                consultation.reasons(),
                person(consultation.referredBy()),
                consultation.referredAt(),
                state(consultation, conclusion, meeting),
                meeting == null ? null : new MeetingRef(meeting.id(), meeting.heldOn(), meeting.place()),
                conclusion == null ? null : conclusion(conclusion, desk.reader(desk.unseen(consultation.caseId()))),
                consultation.isRecalled()
                        ? new RecallView(
                                consultation.recallReasons(),
                                person(consultation.recalledBy()),
                                consultation.recalledAt())
                        : null);
    }

    private static ConsultationView.State state(
            Consultation consultation, GroupConclusion conclusion, ConsultationMeeting meeting) {
        if (consultation.isRecalled()) {
            return ConsultationView.State.RECALLED;
        }
        if (conclusion != null) {
            return ConsultationView.State.CONCLUDED;
        }
        return meeting != null ? ConsultationView.State.SCHEDULED : ConsultationView.State.REFERRED;
    }

    /** Whom the case concerns reads the result about himself, not how the group came to it. */
    ConclusionView conclusion(GroupConclusion conclusion, CaseReader reader) {
        var asOfficial = reader.isOffice();
        return new ConclusionView(
                conclusion.form(),
                conclusion.form().label(),
                conclusion.results().stream()
                        .filter(result -> reader.receives(result.subject()))
                        .map(result -> {
                            var vote = Vote.valueOf(result.result());
                            return new ResultView(
                                    result.subject(), vote, vote.label(), asOfficial ? result.tally() : null);
                        })
                        .toList(),
                asOfficial ? conclusion.minutes() : null,
                asOfficial ? conclusion.present().stream().map(this::person).toList() : null,
                person(conclusion.concludedBy()),
                conclusion.concludedAt());
    }

    MeetingView of(ConsultationMeeting meeting) {
        return new MeetingView(
                meeting.id(),
                group(meeting.groupId()),
                meeting.heldOn(),
                meeting.place(),
                person(meeting.chairId()),
                person(meeting.calledBy()),
                meeting.calledAt(),
                meeting.present().stream().sorted().map(this::person).toList(),
                meeting.items().stream().map(item -> item(meeting, item)).toList(),
                meeting.stateVersion());
    }

    private ItemView item(ConsultationMeeting meeting, UUID id) {
        var consultation = consultations.findById(id);
        if (!sight.seesCase(consultation.caseId())) {
            return new ItemView(id, null);
        }
        var file = entityManager.find(CaseFile.class, consultation.caseId());
        var sitting = sittings.of(meeting, file);
        return new ItemView(
                id,
                new MatterView(
                        file.id(),
                        file.number(),
                        file.title(),
                        file.kind(),
                        !meeting.id().equals(consultation.meetingId()),
                        new QuorumView(
                                sitting.counted().size(),
                                sitting.needed(),
                                sitting.entitled().size(),
                                sitting.coLeads(),
                                sitting.coLeadsPresent(),
                                sitting.isQuorate()),
                        sitting.recused().entrySet().stream()
                                .map(each -> new RecusedView(person(each.getKey()), each.getValue()))
                                .toList(),
                        consultations.votes(meeting.id(), id).stream()
                                .map(vote -> new CastView(person(vote.personId()), vote.subjectId(), vote.castAt()))
                                .toList(),
                        consultations
                                .conclusion(id)
                                .filter(made -> made.meetingId().equals(meeting.id()))
                                .map(made -> conclusion(made, desk.reader(file)))
                                .orElse(null)));
    }

    /** The votes of a meeting on the cases that the current person sees; opened for who may open them, which is noted. */
    List<VoteView> votes(ConsultationMeeting meeting) {
        return meeting.items().stream()
                .map(consultations::findById)
                .filter(consultation -> sight.seesCase(consultation.caseId()))
                .flatMap(consultation -> {
                    var file = entityManager.find(CaseFile.class, consultation.caseId());
                    var opens = sight.opens(meeting, file, sittings.of(meeting, file));
                    var votes = consultations.votes(meeting.id(), consultation.id());
                    if (opens && !votes.isEmpty()) {
                        openings.note(meeting, consultation, votes.size());
                    }
                    return votes.stream().map(vote -> vote(vote, opens));
                })
                .toList();
    }

    VoteView vote(SealedVote vote, boolean opens) {
        return new VoteView(
                vote.id(),
                vote.consultationId(),
                vote.subjectId(),
                person(vote.personId()),
                vote.castAt(),
                vote.commitment(),
                opens ? content(vote.opened(sealing)) : null);
    }

    private static ContentView content(SealedVote.Content content) {
        return new ContentView(content.vote(), content.vote().label(), content.dissent(), content.reasons());
    }

    private GroupRef group(UUID id) {
        var group = groups.findById(id);
        return new GroupRef(id, groups.current(id).name(), group.jurisdiction().code());
    }

    private PersonRef person(UUID id) {
        return PersonRef.of(persons.findById(id));
    }
}
