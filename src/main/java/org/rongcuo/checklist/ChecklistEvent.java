package org.rongcuo.checklist;

import java.util.List;
import java.util.UUID;
import org.rongcuo.shared.DomainEvent;

/** What happens to a case's checklists; in the case's ledger chain, without moving its state version. */
public sealed interface ChecklistEvent extends DomainEvent {
    UUID caseId();

    @Override
    default String chain() {
        return "case:" + caseId();
    }

    /** Items answered or taken back for a subject. */
    record ItemsAnswered(UUID caseId, long stateVersion, UUID subject, List<Answered> answers)
            implements ChecklistEvent {}

    /** One answer. @param value null when it was taken back @param finding the record whose finding it adopts, or null */
    record Answered(String item, Object value, List<UUID> evidence, String note, UUID finding) {}

    /** The tables were asked and the result recorded. */
    record ChecklistEvaluated(
            UUID caseId, long stateVersion, UUID subject, UUID evaluation, String contentHash, String recommendation)
            implements ChecklistEvent {}
}
