package org.rongcuo.determination;

import org.rongcuo.shared.Text;

/** What a determination came of. */
enum DeterminationOrigin {
    FIRST("首次认定", "first"),
    /** Of a later round, after an objection was upheld. */
    REVERIFIED("再核查后认定", "after verification anew"),
    /** Of an internal review. */
    REVIEW("复议变更", "of a review");

    private final Text label;

    DeterminationOrigin(String zh, String en) {
        this.label = new Text(zh, en);
    }

    Text label() {
        return label;
    }
}
