package org.rongcuo.procedure;

import org.rongcuo.shared.Text;

/** The two kinds of case (domain.md "The procedures"). */
public enum CaseKind {
    /** 事后容错: whether a mistake is tolerated. */
    EXEMPTION("容错认定", "exemption"),
    /** 事前报备: recorded before acting; weighty later, never an immunity. */
    PRIOR_FILING("事前报备", "prior filing");

    private final Text label;

    CaseKind(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
