package org.rongcuo.consultation;

import org.rongcuo.shared.Text;

/** What a conclusion is to the organ that determines. */
enum ConclusionForm {
    /** The determination may depart from it, with reasons. */
    ADVICE("会商意见", "advice"),
    /** It takes effect when the competent organ determines so, and that organ does not depart from it. */
    DECISION("会商决定", "decision"),
    /** 退回补充核实. */
    RETURN("退回补充核实", "returned for more verification");

    private final Text label;

    ConclusionForm(String zh, String en) {
        this.label = new Text(zh, en);
    }

    Text label() {
        return label;
    }
}
