package org.rongcuo.filing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.policy.EvaluationView;
import org.rongcuo.policy.SubjectStatus;
import org.rongcuo.shared.Text;

/**
 * A filing with its answers.
 *
 * @param missing what it lacks before it can be submitted; empty when it is whole
 * @param consultationRequired whether the coordination group consults before the feedback
 * @param consulted whether it has
 * @param filedAt when the filing that was accepted had been submitted, by the ledger; null while none is accepted
 * @param feedback the answers of the office, the latest last
 * @param summary of the archive; null before
 */
record FilingView(
        UUID caseId,
        FilingContent content,
        List<Missing> missing,
        boolean consultationRequired,
        boolean consulted,
        @Nullable Instant filedAt,
        List<Feedback> feedback,
        @Nullable String summary,
        long stateVersion) {

    /** Something it lacks. @param pointer where it would stand in the filing */
    @Schema(name = "FilingMissing")
    record Missing(String pointer, String code, Text text) {}

    /**
     * An answer of the office.
     *
     * @param consultation in which the group held something of it; null when it was not asked
     * @param consultationReasons why it departs from what the group held; null where it does not
     */
    @Schema(name = "FilingFeedback")
    record Feedback(
            UUID id,
            FilingFeedback.Result result,
            Text resultLabel,
            String reasons,
            @Nullable String advice,
            @Nullable UUID consultation,
            @Nullable String consultationReasons,
            PersonRef givenBy,
            Instant givenAt) {}

    /**
     * What the tables say of what is planned.
     *
     * @param purpose always {@code EX_ANTE}
     * @param notice that this is no determination
     */
    @Schema(name = "FilingEvaluation")
    record Evaluation(
            UUID id,
            String purpose,
            Text notice,
            @Nullable SubjectStatus subjectStatus,
            EvaluationView content,
            String contentHash,
            PersonRef evaluatedBy,
            Instant evaluatedAt) {}
}
