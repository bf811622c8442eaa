package org.rongcuo.determination;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.rongcuo.procedure.ExemptionMove.DeterminationMade;
import org.rongcuo.procedure.ExemptionMove.ReceiptOf;
import org.rongcuo.shared.DomainEvent;

/** What happens in internal reviews without moving the case. */
sealed interface ReviewEvent extends DomainEvent {
    UUID caseId();

    @Override
    default String chain() {
        return "case:" + caseId();
    }

    @Override
    default String feature() {
        return "cases";
    }

    /** 申请复议 while another is open. */
    record FurtherReviewRequested(
            UUID caseId, long stateVersion, UUID review, UUID subject, UUID determination, String grounds)
            implements ReviewEvent {}

    /** 放弃复议. */
    record ReviewWaived(UUID caseId, long stateVersion, UUID subject, UUID determination, String statement)
            implements ReviewEvent {}

    /** Evaluated again with facts as the review found them. @param found by item id, what differs from the original */
    record ReviewEvaluated(
            UUID caseId,
            long stateVersion,
            UUID review,
            UUID subject,
            UUID evaluation,
            String contentHash,
            String recommendation,
            Map<String, Object> found,
            String reasons)
            implements ReviewEvent {}

    /** 复议决定 while another is open. @param determination the one that replaces the original, null when it stands */
    record ReviewDecided(
            UUID caseId, long stateVersion, UUID review, UUID subject, DeterminationMade determination, String reasons)
            implements ReviewEvent {}

    /** The review decision was delivered. @param receipt null when none came back */
    record ReviewDelivered(
            UUID caseId, long stateVersion, UUID review, LocalDate deliveredOn, String method, ReceiptOf receipt)
            implements ReviewEvent {}
}
