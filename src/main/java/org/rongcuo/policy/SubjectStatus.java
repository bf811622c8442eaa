package org.rongcuo.policy;

import org.rongcuo.shared.Text;

/** The standing of a subject that decides which statutes reach it. */
public enum SubjectStatus {
    PARTY_MEMBER("党员", "party member"),
    PARTY_ORGANISATION("党组织", "party organisation"),
    PUBLIC_OFFICIAL("公职人员(非党员)", "public official, no party member"),
    STATE_ENTERPRISE("国有企业人员", "state enterprise staff"),
    UNIT("单位", "unit"),
    OTHER("其他", "other");

    private final Text label;

    SubjectStatus(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
