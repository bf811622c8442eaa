package org.rongcuo.consultation;

import org.rongcuo.access.OrganKind;
import org.rongcuo.shared.Text;

/** What a member is in a coordination group. */
enum GroupFunction {
    CO_LEAD_DISCIPLINE_INSPECTION("纪检监察牵头人", "co-lead of discipline inspection", OrganKind.DISCIPLINE_INSPECTION),
    CO_LEAD_ORGANISATION("组织部门牵头人", "co-lead of the organisation department", OrganKind.ORGANISATION),
    MEMBER("成员", "member", null);

    private final Text label;
    private final OrganKind kind;

    GroupFunction(String zh, String en, OrganKind kind) {
        this.label = new Text(zh, en);
        this.kind = kind;
    }

    Text label() {
        return label;
    }

    boolean isCoLead() {
        return this != MEMBER;
    }

    /** Whether somebody of an organ of the kind may be it. */
    boolean suits(OrganKind organ) {
        return kind == null || kind == organ;
    }
}
