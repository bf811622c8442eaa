package org.rongcuo.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.PersonRef;
import org.rongcuo.shared.Text;

/**
 * How the verification of a case stands.
 *
 * @param round it is in
 * @param missing what keeps it from being reported on; null for whom the case concerns
 * @param reported whether a report of the round stands
 * @param way which way the case goes, and why; null for whom the case concerns
 * @param reports the latest first; null for whom the case concerns
 */
record VerificationView(
        int round,
        List<PersonRef> investigators,
        List<AssistantView> assistants,
        @Nullable List<Missing> missing,
        boolean reported,
        CaseRoutes.@Nullable Way way,
        @Nullable List<ReportView> reports) {

    /** Who assists. @param person null for an external expert; @param name, affiliation null for a person */
    record AssistantView(
            @Nullable PersonRef person,
            @Nullable String name,
            @Nullable String affiliation) {}

    /** Something missing. @param subject null where it is about the case */
    @Schema(name = "VerificationGap")
    record Missing(String code, Text text, @Nullable UUID subject) {}

    /** 核实报告. @param stands whether nothing has come since that it does not tell of */
    @Schema(name = "VerificationReport")
    record ReportView(
            UUID id,
            int round,
            boolean stands,
            List<FindingView> findings,
            List<UUID> evidence,
            List<PersonRef> signers,
            PersonRef reportedBy,
            Instant reportedAt) {}

    /** Of a subject. @param evaluation what the tables advised on the answers then */
    @Schema(name = "VerificationFinding")
    record FindingView(UUID subject, UUID evaluation, String facts, String opinion) {}

    /** 陈述申辩. @param heldOn and the place are null unless investigators took it down */
    @Schema(name = "Statement")
    record StatementView(
            UUID id,
            UUID subject,
            int round,
            Statement.Manner manner,
            @Nullable LocalDate heldOn,
            @Nullable String place,
            List<PersonRef> present,
            String text,
            List<UUID> evidence,
            List<ClaimView> claims,
            PersonRef madeBy,
            Instant madeAt) {}

    /** A claim. @param finding null until answered, and so what follows */
    @Schema(name = "Claim")
    record ClaimView(
            UUID id,
            int number,
            String claim,
            Claim.@Nullable Finding finding,
            @Nullable Text findingLabel,
            @Nullable String reasons,
            @Nullable PersonRef answeredBy,
            @Nullable Instant answeredAt) {}
}
