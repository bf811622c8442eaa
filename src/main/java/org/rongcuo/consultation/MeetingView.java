package org.rongcuo.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.consultation.ConsultationView.ConclusionView;
import org.rongcuo.consultation.ConsultationView.GroupRef;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.shared.Text;

/** A meeting of a group. @param present the members present, as recorded */
@Schema(name = "ConsultationMeeting")
record MeetingView(
        UUID id,
        GroupRef group,
        LocalDate heldOn,
        String place,
        PersonRef chair,
        PersonRef calledBy,
        Instant calledAt,
        List<PersonRef> present,
        List<ItemView> items,
        long stateVersion) {

    /** An item of the list. @param matter null for a case that the caller does not see, as whoever is recused from it */
    @Schema(name = "ConsultationItem")
    record ItemView(UUID consultation, @Nullable MatterView matter) {}

    /**
     * A case on the list.
     *
     * @param takenOver whether another meeting has it on its list since
     * @param quorum as recorded now
     * @param votes that were cast; what they say is sealed
     * @param conclusion null while there is none, or when another meeting made it
     */
    @Schema(name = "ConsultationMatter")
    record MatterView(
            UUID caseId,
            String number,
            String title,
            CaseKind kind,
            boolean takenOver,
            QuorumView quorum,
            List<RecusedView> recused,
            List<CastView> votes,
            @Nullable ConclusionView conclusion) {}

    /** @param members of the group, recused ones not counted @param present entitled members present */
    @Schema(name = "QuorumView")
    record QuorumView(int members, int needed, int present, int coLeadsNeeded, int coLeadsPresent, boolean reached) {}

    @Schema(name = "RecusedMember")
    record RecusedView(PersonRef member, Text why) {}

    /** That a member voted. @param subject null for a filing */
    @Schema(name = "CastVoteView")
    record CastView(PersonRef member, @Nullable UUID subject, Instant castAt) {}

    /**
     * A vote.
     *
     * @param subject null for a filing
     * @param commitment salted hash of what was voted, as the ledger holds it
     * @param content null for whoever may not open it
     */
    @Schema(name = "SealedVoteView")
    record VoteView(
            UUID id,
            UUID consultation,
            @Nullable UUID subject,
            PersonRef member,
            Instant castAt,
            String commitment,
            @Nullable ContentView content) {}

    /** What a member voted. @param dissent null when there is none */
    @Schema(name = "VoteContent")
    record ContentView(Vote vote, Text voteLabel, @Nullable String dissent, String reasons) {}
}
