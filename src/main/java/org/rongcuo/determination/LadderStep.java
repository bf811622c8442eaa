package org.rongcuo.determination;

import org.rongcuo.shared.Text;

/** How far a mitigation goes (rules.md "Effects ladder"), from the heaviest to the lightest for the subject. */
enum LadderStep {
    LIGHTER("从轻", "lighter, within the band"),
    MITIGATED("减轻", "mitigated, one tier lower"),
    WAIVED_WITH_ADMONITION("免予处分,予以诫勉", "sanction waived with admonition"),
    WAIVED_WITH_INSPECTION("免予处分,责令检查", "sanction waived with ordered self-examination"),
    WAIVED_WITH_CRITICISM("免予处分,批评教育", "sanction waived with criticism and education"),
    WAIVED_WITH_REMINDER("免予处分,谈话提醒", "sanction waived with a reminder talk");

    private final Text label;

    LadderStep(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }

    /** 免予处分. */
    boolean waivesTheSanction() {
        return compareTo(MITIGATED) > 0;
    }
}
