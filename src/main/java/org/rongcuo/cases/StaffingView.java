package org.rongcuo.cases;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.shared.Text;

/** What callers are told about who works on a case, and about other cases. */
final class StaffingView {
    private StaffingView() {}

    /**
     * A recusal.
     *
     * @param granted null while undecided: the person's acts are suspended
     * @param reasons null while undecided, and of one's own
     * @param meeting of the coordination group at which it was put on record, null for others
     */
    @Schema(name = "Recusal")
    record RecusalView(
            UUID id,
            PersonRef person,
            RecusalGround ground,
            Text groundLabel,
            String explanation,
            PersonRef demandedBy,
            Instant demandedAt,
            @Nullable Boolean granted,
            @Nullable String reasons,
            @Nullable PersonRef decidedBy,
            @Nullable Instant decidedAt,
            @Nullable UUID meeting) {}

    /** A link as one of its ends sees it. @param outgoing whether this case was linked to the other, not the other to it */
    @Schema(name = "CaseLink")
    record LinkView(
            UUID id,
            CaseLink.Kind kind,
            boolean outgoing,
            CaseView.Summary other,
            String reasons,
            PersonRef linkedBy,
            Instant linkedAt) {}
}
