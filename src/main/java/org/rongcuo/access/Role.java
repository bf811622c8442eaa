package org.rongcuo.access;

import org.rongcuo.shared.Text;

/** The roles of the mechanism (domain.md "Roles"); a person holds them in an organ, up to a level, for a time. */
public enum Role {
    APPLICANT("申请人", "applicant"),
    HANDLER("承办人", "handler"),
    DECIDER("认定机关人员", "decider"),
    COORDINATOR("协调小组成员", "coordinator"),
    REGISTRAR("党委(党组)备案人员", "registrar"),
    ORGANISATION("组织人事部门人员", "organisation department"),
    SUPERVISOR("监督员", "supervisor"),
    POLICY_EDITOR("政策人员", "policy editor"),
    POLICY_APPROVER("政策审批人", "policy approver"),
    INSPECTOR("监督检查人员", "inspector"),
    ADMINISTRATOR("系统管理员", "administrator");

    private final Text label;

    Role(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
