package org.rongcuo.policy;

import org.rongcuo.shared.Text;

/** Which date's rules judge (从旧兼从轻): a setting of the speaking book. */
public enum LenityMode {
    TWO_DATE("从旧兼从轻:行为时与认定时两套规则择轻", "the lighter of the rules at conduct and at decision, ties to the old"),
    CONDUCT("依行为时规则", "the rules at conduct"),
    DECISION("依认定时规则", "the rules at decision");

    private final Text label;

    LenityMode(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
