package org.rongcuo.determination;

import org.rongcuo.shared.Text;

/**
 * The four forms (四种形态) of discipline enforcement that a determination falls under, from the lightest to the heaviest: 批评教育、
 * 谈话提醒 and the like; light sanctions; heavy ones; those of a suspected crime.
 */
enum DisciplineForm {
    FIRST("第一种形态", "first form"),
    SECOND("第二种形态", "second form"),
    THIRD("第三种形态", "third form"),
    FOURTH("第四种形态", "fourth form");

    private final Text label;

    DisciplineForm(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
