package org.rongcuo.consultation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rongcuo.cases.RecusalGround;
import org.rongcuo.consultation.EngagementRequests.Finding;
import org.rongcuo.consultation.EngagementRequests.Participant;
import org.rongcuo.consultation.GroupRequests.GroupContent;
import org.rongcuo.procedure.GroupResult;
import org.rongcuo.shared.DomainEvent;

/** What happens in consultation: to groups and meetings in chains of their own, to a case in the case's. */
sealed interface ConsultationEvent extends DomainEvent {

    /** In the chain of a group. */
    sealed interface OfGroup extends ConsultationEvent {
        UUID group();

        @Override
        default String chain() {
            return "coordination-group:" + group();
        }
    }

    /** In the chain of a meeting. */
    sealed interface OfMeeting extends ConsultationEvent {
        UUID meeting();

        @Override
        default String chain() {
            return "consultation-meeting:" + meeting();
        }
    }

    /** In the chain of a case. */
    sealed interface OfCase extends ConsultationEvent {
        UUID caseId();

        @Override
        default String chain() {
            return "case:" + caseId();
        }
    }

    record GroupEstablished(UUID group, long stateVersion, String jurisdiction, GroupContent content)
            implements OfGroup {}

    record GroupRevised(UUID group, long stateVersion, GroupContent content) implements OfGroup {}

    record MeetingCalled(
            UUID meeting,
            long stateVersion,
            UUID group,
            LocalDate heldOn,
            String place,
            UUID chair,
            List<UUID> consultations)
            implements OfMeeting {}

    record AttendanceRecorded(UUID meeting, long stateVersion, List<UUID> present) implements OfMeeting {}

    /** 提请会商 on a filing, whose status it leaves. */
    record ConsultationAsked(UUID caseId, long stateVersion, UUID consultation, UUID group, String reasons)
            implements OfCase {}

    /** A member is recused from a case, from every act on it. @param explanationHash its SHA-256, as with other recusals */
    record MemberRecused(
            UUID caseId,
            long stateVersion,
            UUID consultation,
            UUID meeting,
            UUID recusal,
            UUID member,
            boolean selfDeclared,
            RecusalGround ground,
            String explanationHash)
            implements OfCase {}

    /** A member voted; what, is sealed. @param commitment salted hash of what was voted */
    record VoteCast(
            UUID caseId,
            long stateVersion,
            UUID consultation,
            UUID meeting,
            UUID vote,
            UUID subject,
            UUID member,
            String commitment)
            implements OfCase {}

    /** Somebody who may read it read what the members voted, so many votes. Not what it is. */
    record VotesOpened(UUID caseId, long stateVersion, UUID consultation, UUID meeting, int votes) implements OfCase {}

    /** The group concluded, by advice or decision. @param minutesHash of the minutes, which are kept apart */
    record ConsultationConcluded(
            UUID caseId,
            long stateVersion,
            UUID consultation,
            UUID meeting,
            ConclusionForm form,
            List<GroupResult.Told> results,
            String minutesHash)
            implements OfCase {}

    record EngagementCommissioned(
            UUID caseId,
            long stateVersion,
            UUID engagement,
            EngagementKind kind,
            String termsOfReference,
            List<Participant> participants,
            LocalDate deadline,
            BigDecimal costEstimate)
            implements OfCase {}

    /** @param late whether it came after the deadline */
    record EngagementReported(
            UUID caseId,
            long stateVersion,
            UUID engagement,
            UUID document,
            String text,
            BigDecimal cost,
            List<Finding> findings,
            boolean late)
            implements OfCase {}

    record EngagementCancelled(UUID caseId, long stateVersion, UUID engagement, String reasons) implements OfCase {}
}
