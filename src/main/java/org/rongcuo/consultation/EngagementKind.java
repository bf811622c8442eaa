package org.rongcuo.consultation;

import org.rongcuo.shared.Text;

/** The six ways to clear disputed facts (domain.md "Words"). */
enum EngagementKind {
    HEARING("听证会", "hearing", false),
    SYMPOSIUM("座谈会", "symposium", false),
    THIRD_PARTY("第三方评估", "third-party assessment", true),
    EXPERT_COMMITTEE("专家委员会", "expert committee", true),
    PUBLIC_CONSULTATION("征求意见", "public consultation", false),
    PUBLIC_ADVISER("民意顾问", "public advisers", false);

    private final Text label;
    private final boolean independent;

    EngagementKind(String zh, String en, boolean independent) {
        this.label = new Text(zh, en);
        this.independent = independent;
    }

    Text label() {
        return label;
    }

    /** Whether every participant must have declared independence. */
    boolean isIndependent() {
        return independent;
    }
}
