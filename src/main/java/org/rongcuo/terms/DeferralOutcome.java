package org.rongcuo.terms;

import org.rongcuo.shared.Text;

/** How a deferral ended. */
enum DeferralOutcome {
    RESUMED("恢复核实", "verification resumed"),
    UNRESOLVED("终止认定", "left unresolved"),
    WITHDRAWN("申请人撤回", "withdrawn by the applicant");

    private final Text label;

    DeferralOutcome(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
