package org.rongcuo.policy;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.shared.Text;

/**
 * Whether a version could be approved for tomorrow.
 *
 * @param ready whether nothing stands against it any more
 * @param conditions what stands, or stood until a reason was given in writing
 */
record ApprovalView(VersionStatus status, boolean ready, List<Condition> conditions) {
    /**
     * @param gate the code that a reason in writing names
     * @param subject what is concerned, as a reason in writing names it; null for the version as a whole
     * @param within the decision, or the book, whose one reason would serve all that it holds; null for none
     * @param excusable whether a reason in writing lifts it
     * @param lifted whether one has
     * @param counterExample facts that show it, with which it can be tried; null where it is not about facts
     */
    @Schema(name = "ApprovalCondition")
    record Condition(
            String gate,
            @Nullable String subject,
            @Nullable String within,
            Text message,
            boolean excusable,
            boolean lifted,
            @Nullable CounterExample counterExample) {}
}
