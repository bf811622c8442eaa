package org.rongcuo.determination;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The receipts of all feedbacks. */
@ApplicationScoped
class FeedbackReceipts implements PanacheRepositoryBase<FeedbackReceipt, UUID> {
    Optional<FeedbackReceipt> of(UUID feedbackId) {
        return find("feedbackId", feedbackId).firstResultOptional();
    }

    Map<UUID, FeedbackReceipt> of(Collection<UUID> feedbacks) {
        return list("feedbackId in ?1", feedbacks).stream()
                .collect(Collectors.toMap(FeedbackReceipt::feedbackId, receipt -> receipt));
    }
}
