package org.rongcuo.procedure;

import java.util.Map;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Text;

/**
 * Where an EXEMPTION case stands (domain.md "The procedures", Exemption), with every legal move and the one event that
 * makes it.
 */
public enum ExemptionStatus {
    DRAFT("草稿", "draft"),
    APPLIED("已申请", "applied"),
    REFUSED("不予受理", "refused"),
    VERIFYING("核实中", "verifying"),
    DETERMINED("已认定", "determined"),
    NOTIFIED("已反馈", "notified"),
    WITHDRAWN("已撤回", "withdrawn");

    private final Text label;

    ExemptionStatus(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }

    /** Whether it is applied for and has not ended: outcomes are open. */
    public boolean isOpen() {
        return this == APPLIED || this == VERIFYING;
    }

    /** The moves from here, each with the event that makes it. */
    public Map<ExemptionStatus, Class<? extends DomainEvent>> next() {
        return switch (this) {
            case DRAFT ->
                Map.of(APPLIED, ExemptionMove.ApplicationFiled.class, WITHDRAWN, ExemptionMove.DraftDiscarded.class);
            case APPLIED ->
                Map.of(
                        VERIFYING, ExemptionMove.ApplicationAccepted.class,
                        REFUSED, ExemptionMove.ApplicationRefused.class,
                        WITHDRAWN, ExemptionMove.ApplicationWithdrawn.class);
            case VERIFYING ->
                Map.of(
                        DETERMINED, ExemptionMove.LastSubjectDetermined.class,
                        WITHDRAWN, ExemptionMove.ApplicationWithdrawn.class);
            case DETERMINED -> Map.of(NOTIFIED, ExemptionMove.LastSubjectNotified.class);
            case REFUSED, NOTIFIED, WITHDRAWN -> Map.of();
        };
    }
}
