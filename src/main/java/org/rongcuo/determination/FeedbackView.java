package org.rongcuo.determination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.cases.Subject;
import org.rongcuo.policy.SubjectStatus;
import org.rongcuo.shared.Text;

/** What a subject was told. @param receipt null while it has not come back */
record FeedbackView(
        UUID id,
        UUID subject,
        UUID determination,
        LocalDate deliveredOn,
        DeliveryMethod method,
        String remedies,
        @Nullable String note,
        PersonRef givenBy,
        Instant givenAt,
        @Nullable ReceiptView receipt) {
    static List<FeedbackView> of(List<Feedback> given, FeedbackReceipts receipts, Persons persons) {
        var givers = persons.refs(given.stream().map(Feedback::givenBy));
        var received = receipts.of(given.stream().map(Feedback::id).toList());
        return given.stream().map(feedback -> of(feedback, received, givers)).toList();
    }

    private static FeedbackView of(
            Feedback feedback, Map<UUID, FeedbackReceipt> received, Map<UUID, PersonRef> givers) {
        return new FeedbackView(
                feedback.id(),
                feedback.subjectId(),
                feedback.determinationId(),
                feedback.deliveredOn(),
                feedback.method(),
                feedback.remedies(),
                feedback.note(),
                givers.get(feedback.givenBy()),
                feedback.givenAt(),
                ReceiptView.of(received.get(feedback.id())));
    }

    /** The remedies that a subject is told of by default. */
    record RemediesView(UUID subject, String name, SubjectStatus status, Text remedies) {
        static RemediesView of(Subject subject) {
            return new RemediesView(subject.id(), subject.name(), subject.status(), Remedies.of(subject.status()));
        }
    }
}
