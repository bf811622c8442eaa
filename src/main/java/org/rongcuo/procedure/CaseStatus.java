package org.rongcuo.procedure;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Text;

/**
 * Where a case stands, with every legal move and the events that make it (domain.md "The procedures"). Both kinds begin
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

    /** Whether another case may go on with the matter: ended, or nothing of its substance is dealt with as it stands. */
    public boolean isSettled() {
        return isEnded() || this == REGISTERED || this == REFUSED || this == UNRESOLVED;
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

    /** The moves from here, each with the events that make it. */
    public Map<CaseStatus, Set<Class<? extends DomainEvent>>> next() {
        return switch (this) {
            case DRAFT ->
                Map.ofEntries(
                        by(APPLIED, ExemptionMove.ApplicationFiled.class),
                        by(SUBMITTED, FilingMove.FilingSubmitted.class),
                        by(WITHDRAWN, CaseMove.DraftDiscarded.class));
            case APPLIED ->
                Map.ofEntries(
                        by(VERIFYING, ExemptionMove.ApplicationAccepted.class),
                        by(REFUSED, ExemptionMove.ApplicationRefused.class),
                        by(WITHDRAWN, ExemptionMove.ApplicationWithdrawn.class));
            case REFUSED -> Map.ofEntries(by(REFUSAL_UNDER_REVIEW, ExemptionMove.RefusalReviewRequested.class));
            case REFUSAL_UNDER_REVIEW ->
                Map.ofEntries(
                        by(REFUSED, ExemptionMove.RefusalConfirmed.class),
                        by(VERIFYING, ExemptionMove.RefusalOverturned.class));
            case VERIFYING ->
                Map.ofEntries(
                        by(DEFERRED, ExemptionMove.CaseDeferred.class),
                        by(CONSULTING, ExemptionMove.ConsultationReferred.class),
                        by(DETERMINED, ExemptionMove.LastSubjectDetermined.class),
                        by(WITHDRAWN, ExemptionMove.ApplicationWithdrawn.class));
            case DEFERRED ->
                Map.ofEntries(
                        by(VERIFYING, ExemptionMove.VerificationResumed.class),
                        by(UNRESOLVED, ExemptionMove.CaseLeftUnresolved.class),
                        by(WITHDRAWN, ExemptionMove.ApplicationWithdrawn.class));
            case CONSULTING ->
                Map.ofEntries(
                        by(
                                VERIFYING,
                                ExemptionMove.ConsultationReturned.class,
                                ExemptionMove.ConsultationRecalled.class),
                        by(DETERMINED, ExemptionMove.LastSubjectDetermined.class),
                        by(WITHDRAWN, ExemptionMove.ApplicationWithdrawn.class));
            case DETERMINED -> Map.ofEntries(by(NOTIFIED, ExemptionMove.LastSubjectNotified.class));
            case NOTIFIED ->
                Map.ofEntries(
                        by(UNDER_REVIEW, ExemptionMove.ReviewRequested.class),
                        by(PUBLICISED, ExemptionMove.NoticePublished.class),
                        // An objection to a notice withdrawn meanwhile is answered all the same.
                        by(VERIFYING, ExemptionMove.ObjectionUpheld.class),
                        by(REGISTERED, ExemptionMove.OutcomeRegistered.class));
            case UNDER_REVIEW -> Map.ofEntries(by(NOTIFIED, ExemptionMove.LastReviewDecided.class));
            case PUBLICISED ->
                Map.ofEntries(
                        by(NOTIFIED, ExemptionMove.NoticeWithdrawn.class),
                        by(VERIFYING, ExemptionMove.ObjectionUpheld.class),
                        by(REGISTERED, ExemptionMove.OutcomeRegistered.class));
            case REGISTERED -> Map.ofEntries(by(CLOSED, ExemptionMove.CaseArchived.class));
            case UNRESOLVED -> Map.ofEntries(by(VERIFYING, ExemptionMove.CaseReopened.class));
            case SUBMITTED ->
                Map.ofEntries(
                        by(MONITORED, FilingMove.FilingAccepted.class),
                        by(DRAFT, FilingMove.FilingReturned.class),
                        by(WITHDRAWN, FilingMove.FilingWithdrawn.class));
            case MONITORED -> Map.ofEntries(by(ARCHIVED, FilingMove.FilingArchived.class));
            case CLOSED, ARCHIVED, WITHDRAWN -> Map.of();
        };
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is read only
    private static Map.Entry<CaseStatus, Set<Class<? extends DomainEvent>>> by(
            CaseStatus to, Class<? extends DomainEvent>... events) {
        return Map.entry(to, Set.of(events));
    }

    /** Where an event leads from here; null when it does not move a case that stands here. */
    public CaseStatus after(CaseMove move) {
        return next().entrySet().stream()
                .filter(edge -> edge.getValue().contains(move.getClass()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
