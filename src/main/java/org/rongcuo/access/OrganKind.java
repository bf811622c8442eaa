package org.rongcuo.access;

import org.rongcuo.shared.Text;

/** The kinds of organ (机关) of a jurisdiction. */
public enum OrganKind {
    DISCIPLINE_INSPECTION("纪检监察机关", "discipline inspection and supervision"),
    ORGANISATION("组织人事部门", "organisation department"),
    PARTY_COMMITTEE("党委(党组)", "party committee"),
    AUDIT("审计机关", "audit"),
    POLICY("政策法规机构", "policy office"),
    COMPETENT_DEPARTMENT("主管部门", "competent department"),
    UNIT("单位", "unit");

    private final Text label;

    OrganKind(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
