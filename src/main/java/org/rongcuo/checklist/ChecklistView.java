package org.rongcuo.checklist;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.policy.AppliedVersion;
import org.rongcuo.policy.EvaluationView;
import org.rongcuo.policy.ItemView;
import org.rongcuo.shared.Text;

/**
 * The checklist of a case for one subject, derived on read.
 *
 * @param revision counts the answers written; may be sent as {@code If-Match} of the next answers
 * @param versions the versions that ask
 * @param openItems the items without a fitting answer, in the order in which to ask: the one that decides most first, those
 *     that decide nothing any more last
 * @param dropped answers to items that no version asks any more
 */
public record ChecklistView(
        UUID caseId,
        UUID subjectId,
        long revision,
        List<AppliedVersion> versions,
        List<Question> questions,
        List<EvaluationView.OpenItem> openItems,
        List<Dropped> dropped) {

    /**
     * An item with its answer.
     *
     * @param answer null while it is open, and where the records give it
     * @param supplied the fact as the records give it; null where it is answered by hand
     * @param offers answers that records offer; the handler may adopt one
     * @param since how the question differs from the one that was asked when the case was applied for; null when it is the same
     */
    @Schema(name = "ChecklistQuestion")
    public record Question(
            ItemView item,
            @Nullable Given answer,
            @Nullable Supplied supplied,
            List<Offer> offers,
            @Nullable Since since) {}

    /**
     * A fact that the system supplies, from what the item names as its source.
     *
     * @param value null while somebody has still to find what the records give; the item is open then
     * @param why in words, from the records
     */
    @Schema(name = "SuppliedFact")
    public record Supplied(@Nullable Object value, Text why) {}

    /** An answer on offer. @param record id of the record that found it @param label of the record, such as 第三方评估报告 */
    @Schema(name = "OfferedAnswer")
    public record Offer(UUID record, Object value, Text label) {}

    /** What versions that took effect after the application did to a question. */
    @Schema(name = "QuestionSince")
    public enum Since {
        /** It is newly asked. */
        ADDED,
        /** It is put in other words, or admits other answers. */
        CHANGED
    }

    /**
     * An answer given.
     *
     * @param finding the record whose finding it adopts; null when it is the handler's own
     * @param fits false when the versions that apply no longer admit it; it counts as open then
     */
    @Schema(name = "GivenAnswer")
    public record Given(
            Object value,
            List<UUID> evidence,
            @Nullable String note,
            @Nullable UUID finding,
            PersonRef answeredBy,
            Instant answeredAt,
            boolean fits) {}

    /** An answer that no longer counts. */
    @Schema(name = "DroppedAnswer")
    public record Dropped(String item, Given answer, Text why) {}
}
