package org.rongcuo.procedure;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Text;

/**
 * Where a case stands, with every legal move and the one event that makes it (domain.md "The procedures"). Both kinds begin
 * as DRAFT and part there: the moves of an EXEMPTION are {@link ExemptionMove}s, those of a PRIOR_FILING
 * {@link FilingMove}s.
 */
public enum CaseStatus {
    DRAFT("草稿", "draft"),

    APPLIED("已申请", "applied"),
    REFUSED("不予受理", "refused"),
    REFUSAL_UNDER_REVIEW("不予受理复议中", "refusal under review"),
    VERIFYING("核实中", "verifying"),
    DEFERRED("暂缓定论", "deferred"),
    CONSULTING("会商中", "consulting"),
    DETERMINED("已认定", "determined"),
    NOTIFIED("已反馈", "notified"),
    UNDER_REVIEW("复议中", "under review"),
    PUBLICISED("公示", "publicised"),
    REGISTERED("已报备", "registered"),
    CLOSED("已归档", "closed"),
    UNRESOLVED("终止认定", "unresolved"),

    SUBMITTED("已报备待反馈", "submitted"),
    MONITORED("事中监管", "monitored"),
    ARCHIVED("已整理归档", "archived"),

    WITHDRAWN("已撤回", "withdrawn");

    private static final Set<CaseStatus> OPEN = EnumSet.of(APPLIED, VERIFYING, DEFERRED, CONSULTING);
    private static final Set<CaseStatus> DECIDED =
            EnumSet.of(DETERMINED, NOTIFIED, UNDER_REVIEW, PUBLICISED, REGISTERED, CLOSED);

    private final Text label;

    CaseStatus(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }

    /** Whether an exemption is applied for and its outcomes are open. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** Whether all subjects of an exemption are determined: it has come to the registrar. */
    public boolean isDecided() {
        return DECIDED.contains(this);
    }

    /** Whether the case has ended: only administrative acts are added to it any more. */
    public boolean isEnded() {
        return this == CLOSED || this == ARCHIVED || next().isEmpty();
    }

    /** The statuses in which outcomes are open, by name. */
    public static String[] open() {
        return OPEN.stream().map(Enum::name).toArray(String[]::new);
    }

    /** Every status but those given. */
    public static CaseStatus[] allBut(CaseStatus... left) {
        var excluded = Set.of(left);
        return Arrays.stream(values())
                .filter(status -> !excluded.contains(status))
                .toArray(CaseStatus[]::new);
    }

    /** The moves from here, each with the event that makes it. */
    public Map<CaseStatus, Class<? extends DomainEvent>> next() {
        return switch (this) {
            case DRAFT ->
                Map.ofEntries(
                        entry(APPLIED, ExemptionMove.ApplicationFiled.class),
                        entry(SUBMITTED, FilingMove.FilingSubmitted.class),
                        entry(WITHDRAWN, CaseMove.DraftDiscarded.class));
            case APPLIED ->
                Map.ofEntries(
                        entry(VERIFYING, ExemptionMove.ApplicationAccepted.class),
                        entry(REFUSED, ExemptionMove.ApplicationRefused.class),
                        entry(WITHDRAWN, ExemptionMove.ApplicationWithdrawn.class));
            case REFUSED -> Map.of(REFUSAL_UNDER_REVIEW, ExemptionMove.RefusalReviewRequested.class);
            case REFUSAL_UNDER_REVIEW ->
                Map.ofEntries(
                        entry(REFUSED, ExemptionMove.RefusalConfirmed.class),
                        entry(VERIFYING, ExemptionMove.RefusalOverturned.class));
            case VERIFYING ->
                Map.ofEntries(
                        entry(DEFERRED, ExemptionMove.CaseDeferred.class),
                        entry(CONSULTING, ExemptionMove.ConsultationReferred.class),
                        entry(DETERMINED, ExemptionMove.LastSubjectDetermined.class),
                        entry(WITHDRAWN, ExemptionMove.ApplicationWithdrawn.class));
            case DEFERRED ->
                Map.ofEntries(
                        entry(VERIFYING, ExemptionMove.VerificationResumed.class),
                        entry(UNRESOLVED, ExemptionMove.CaseLeftUnresolved.class),
                        entry(WITHDRAWN, ExemptionMove.ApplicationWithdrawn.class));
            case CONSULTING ->
                Map.ofEntries(
                        entry(VERIFYING, ExemptionMove.ConsultationReturned.class),
                        entry(DETERMINED, ExemptionMove.LastSubjectDetermined.class),
                        entry(WITHDRAWN, ExemptionMove.ApplicationWithdrawn.class));
            case DETERMINED -> Map.of(NOTIFIED, ExemptionMove.LastSubjectNotified.class);
            case NOTIFIED ->
                Map.ofEntries(
                        entry(UNDER_REVIEW, ExemptionMove.ReviewRequested.class),
                        entry(PUBLICISED, ExemptionMove.NoticePublished.class),
                        // An objection to a notice withdrawn meanwhile is answered all the same.
                        entry(VERIFYING, ExemptionMove.ObjectionUpheld.class),
                        entry(REGISTERED, ExemptionMove.OutcomeRegistered.class));
            case UNDER_REVIEW -> Map.of(NOTIFIED, ExemptionMove.LastReviewDecided.class);
            case PUBLICISED ->
                Map.ofEntries(
                        entry(NOTIFIED, ExemptionMove.NoticeWithdrawn.class),
                        entry(VERIFYING, ExemptionMove.ObjectionUpheld.class),
                        entry(REGISTERED, ExemptionMove.OutcomeRegistered.class));
            case REGISTERED -> Map.of(CLOSED, ExemptionMove.CaseArchived.class);
            case UNRESOLVED -> Map.of(VERIFYING, ExemptionMove.CaseReopened.class);
            case SUBMITTED ->
                Map.ofEntries(
                        entry(MONITORED, FilingMove.FilingAccepted.class),
                        entry(DRAFT, FilingMove.FilingReturned.class),
                        entry(WITHDRAWN, FilingMove.FilingWithdrawn.class));
            case MONITORED -> Map.of(ARCHIVED, FilingMove.FilingArchived.class);
            case CLOSED, ARCHIVED, WITHDRAWN -> Map.of();
        };
    }

    /** Where an event leads from here; null when it does not move a case that stands here. */
    public CaseStatus after(CaseMove move) {
        return next().entrySet().stream()
                .filter(edge -> edge.getValue() == move.getClass())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
