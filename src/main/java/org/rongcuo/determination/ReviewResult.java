package org.rongcuo.determination;

import org.rongcuo.shared.Text;

/** How an internal review was decided. */
enum ReviewResult {
    UPHELD("维持", "upheld"),
    CHANGED("变更", "changed");

    private final Text label;

    ReviewResult(String zh, String en) {
        this.label = new Text(zh, en);
    }

    Text label() {
        return label;
    }
}
