package org.rongcuo.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events that move an EXEMPTION case along {@link CaseStatus}. */
public sealed interface ExemptionMove extends CaseMove {
    /** 申请. */
    record ApplicationFiled(UUID caseId, long stateVersion, String number, UUID handlingOrgan, String statement)
            implements ExemptionMove {}

    /** 受理. */
    record ApplicationAccepted(UUID caseId, long stateVersion, Complexity complexity, String reasons)
            implements ExemptionMove {}

    /** 不予受理, with reasons. */
    record ApplicationRefused(UUID caseId, long stateVersion, String reasons) implements ExemptionMove {}

    /** 撤回. */
    record ApplicationWithdrawn(UUID caseId, long stateVersion, String reasons) implements ExemptionMove {}

    /** 对不予受理申请复议. */
    record RefusalReviewRequested(UUID caseId, long stateVersion, UUID review, String grounds)
            implements ExemptionMove {}

    /** 复议维持不予受理. */
    record RefusalConfirmed(UUID caseId, long stateVersion, UUID review, String reasons) implements ExemptionMove {}

    /** 复议撤销不予受理: it is accepted. */
    record RefusalOverturned(UUID caseId, long stateVersion, UUID review, String reasons) implements ExemptionMove {}

    /** 搁置: facts cannot be settled; the clocks stop until the case is verified again on a date. */
    record CaseDeferred(UUID caseId, long stateVersion, UUID deferral, String reasons, LocalDate reverifyOn)
            implements ExemptionMove {}

    /** 恢复核实 by the handler, on the day set for it or before; a deferral that has expired lasts until somebody ends it. */
    record VerificationResumed(UUID caseId, long stateVersion, UUID deferral, String reasons)
            implements ExemptionMove {}

    /** 终止认定: the deferral is spent; nothing adverse may rest on it. */
    record CaseLeftUnresolved(UUID caseId, long stateVersion, UUID deferral, String reasons) implements ExemptionMove {}

    /** An unresolved case is verified again on new evidence. */
    record CaseReopened(UUID caseId, long stateVersion, String reasons, List<UUID> evidence) implements ExemptionMove {}

    /** 提请会商. */
    record ConsultationReferred(UUID caseId, long stateVersion, UUID consultation, UUID group, String reasons)
            implements ExemptionMove {}

    /** 退回补充核实 by the coordination group. @param minutesHash of the minutes in which it is concluded */
    record ConsultationReturned(
            UUID caseId,
            long stateVersion,
            UUID consultation,
            UUID meeting,
            List<GroupResult.Told> results,
            String minutesHash)
            implements ExemptionMove {}

    /** 撤回会商: the handler takes the case back and verifies it again, whether the group has concluded or not. */
    record ConsultationRecalled(UUID caseId, long stateVersion, UUID consultation, boolean concluded, String reasons)
            implements ExemptionMove {}

    /** 认定 of the last subject whose outcome was open. */
    record LastSubjectDetermined(UUID caseId, long stateVersion, DeterminationMade determination)
            implements ExemptionMove {}

    /** 反馈 to the last subject who had not been told. */
    record LastSubjectNotified(UUID caseId, long stateVersion, FeedbackGiven feedback) implements ExemptionMove {}

    /** 申请复议 of a determination, the first while none is open. */
    record ReviewRequested(
            UUID caseId, long stateVersion, UUID review, UUID subject, UUID determination, String grounds)
            implements ExemptionMove {}

    /** 复议决定 of the last open review. @param determination the one that replaces the original, null when it stands */
    record LastReviewDecided(
            UUID caseId, long stateVersion, UUID review, UUID subject, DeterminationMade determination, String reasons)
            implements ExemptionMove {}

    /** 公示. @param text as shown; @param reasons why narrower or shorter than the book allows, null where it is not */
    record NoticePublished(
            UUID caseId,
            long stateVersion,
            UUID notice,
            String audience,
            LocalDate from,
            LocalDate until,
            String text,
            String reasons)
            implements ExemptionMove {}

    /** 撤下公示, with reasons. */
    record NoticeWithdrawn(UUID caseId, long stateVersion, UUID notice, String reasons) implements ExemptionMove {}

    /** 异议成立: back to verification (再核查), in a new round. */
    record ObjectionUpheld(UUID caseId, long stateVersion, UUID notice, UUID objection, String answer)
            implements ExemptionMove {}

    /** 报同级党委(党组)备案. */
    record OutcomeRegistered(UUID caseId, long stateVersion, UUID registration, UUID organ, String remark)
            implements ExemptionMove {}

    /** 归档. @param explained what the record lacks, each with why it is archived nevertheless */
    record CaseArchived(UUID caseId, long stateVersion, String retention, List<ExplainedGap> explained, String remark)
            implements ExemptionMove {}

    /** Something that the record lacks, with the reasons. @param about the record that it lacks of; null for the case */
    record ExplainedGap(String step, String code, @Nullable String about, String reasons) {}

    /** What a determination says, for the ledger. */
    record DeterminationMade(
            UUID determination,
            UUID subject,
            UUID evaluation,
            String evaluationHash,
            String recommendation,
            String outcome,
            String ladderStep,
            String disciplineForm,
            String meeting,
            LocalDate meetingOn,
            String reasons,
            String departureReasons,
            String openItemsReasons,
            int round,
            String origin,
            UUID supersedes,
            String heavierReasons,
            List<EffectOf> effects,
            UUID consultation,
            String consultationReasons) {}

    /** A favourable effect (结果运用) that a determination carries or declines. @param computed whether the table attaches it */
    record EffectOf(String effect, boolean computed, boolean confirmed, String reasons) {}

    /** What a feedback says, for the ledger. @param receipt null while it has not come back */
    record FeedbackGiven(
            UUID feedback,
            UUID subject,
            UUID determination,
            LocalDate deliveredOn,
            String method,
            String remedies,
            String note,
            ReceiptOf receipt) {}

    /** 送达回证: who took a paper and when, or refused to sign before witnesses. */
    record ReceiptOf(String receivedBy, LocalDate receivedOn, boolean refusedToSign, List<String> witnesses) {}
}
