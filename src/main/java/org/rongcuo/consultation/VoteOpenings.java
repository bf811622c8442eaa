package org.rongcuo.consultation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.DomainEvent;

/**
 * 开封表决: that somebody read what the members voted is an act on the case with its entry in the ledger, before it is shown;
 * one for each reader, and another when more votes lie there than that reader has read.
 */
@ApplicationScoped
class VoteOpenings {
    private final EntityManager entityManager;
    private final CaseDesk desk;
    private final CurrentActor actor;
    private final Event<DomainEvent> events;
    private final Clock clock;

    VoteOpenings(
            EntityManager entityManager, CaseDesk desk, CurrentActor actor, Event<DomainEvent> events, Clock clock) {
        this.entityManager = entityManager;
        this.desk = desk;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    /** Notes that the current person reads the votes on an item of the meeting. @param votes how many lie there */
    void note(ConsultationMeeting meeting, Consultation consultation, int votes) {
        var me = actor.get().personId();
        if (isNoted(meeting, consultation, me, votes)) {
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            var file = desk.locked(consultation.caseId());
            if (keep(meeting, consultation, me, votes)) {
                events.fire(new ConsultationEvent.VotesOpened(
                        file.id(), file.stateVersion(), consultation.id(), meeting.id(), votes));
            }
        });
    }

    private boolean isNoted(ConsultationMeeting meeting, Consultation consultation, UUID person, int votes) {
        return !entityManager
                .createNativeQuery("select 1 from consultation_votes_opening where meeting_id = ?1"
                        + " and consultation_id = ?2 and person_id = ?3 and votes = ?4")
                .setParameter(1, meeting.id())
                .setParameter(2, consultation.id())
                .setParameter(3, person)
                .setParameter(4, votes)
                .getResultList()
                .isEmpty();
    }

    /** Answers whether it was not kept before. */
    private boolean keep(ConsultationMeeting meeting, Consultation consultation, UUID person, int votes) {
        return entityManager
                        .createNativeQuery("insert into consultation_votes_opening"
                                + " (meeting_id, consultation_id, person_id, votes, opened_at)"
                                + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
                        .setParameter(1, meeting.id())
                        .setParameter(2, consultation.id())
                        .setParameter(3, person)
                        .setParameter(4, votes)
                        .setParameter(5, Instant.now(clock))
                        .executeUpdate()
                == 1;
    }
}
