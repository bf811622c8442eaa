package org.rongcuo.procedure;

import org.rongcuo.shared.Text;

/** How involved a case is; the PROCEDURE books set their terms by it, in these words. */
public enum Complexity {
    SIMPLE("简易", "simple"),
    ORDINARY("普通", "ordinary"),
    MAJOR("重大复杂", "major or complex");

    private final Text label;

    Complexity(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
