package org.rongcuo.cases;

import org.rongcuo.access.Role;
import org.rongcuo.shared.Text;

/** Who, in relation to a case, does an act. {@link CaseActs} knows who is what. */
public enum Party {
    /** Who applied, as long as the role lasts. */
    APPLICANT(new Text("申请人本人", "the applicant"), Role.APPLICANT),
    /** A subject of the case, or for a unit whoever belongs to it. */
    SUBJECT(new Text("当事人", "a subject of the case"), Role.APPLICANT),
    /** Handlers and organisation staff of the handling organ, of its kind above, or of an organ that handles it too. */
    HANDLER(new Text("承办机关的承办人", "a handler of the handling organ"), Role.HANDLER, Role.ORGANISATION),
    /** Those of them who do so in the handling organ itself, or above: an organ that handles it too is not among them. */
    LEAD(new Text("主办机关的承办人", "a handler of the organ that leads the handling"), Role.HANDLER, Role.ORGANISATION),
    /** Those handlers who are named to verify the case. */
    INVESTIGATOR(new Text("核实人员", "an investigator of the case"), Role.HANDLER, Role.ORGANISATION),
    /** Deciders of the handling organ, or of its kind above, who did not handle the case. */
    DECIDER(new Text("认定机关未参与承办的人员", "a decider of the organ who did not handle the case"), Role.DECIDER),
    /** Deciders who neither handled nor determined any of it. */
    REVIEWER(new Text("未参与承办和认定的人员", "a decider who took no part in the case"), Role.DECIDER),
    /** Coordinators before whom the case was brought. */
    COORDINATOR(new Text("受理会商的协调小组成员", "a member of the group that consults on the case"), Role.COORDINATOR),
    /** The party committee of the handling organ's level. */
    REGISTRAR(new Text("同级党委(党组)备案人员", "the registrar of the same level"), Role.REGISTRAR),
    /** Supervisors over the place of a filing. */
    SUPERVISOR(new Text("监督员", "a supervisor of the place"), Role.SUPERVISOR);

    private final Text label;
    private final Role[] roles;

    Party(Text label, Role... roles) {
        this.label = label;
        this.roles = roles;
    }

    Text label() {
        return label;
    }

    /** The roles one of which it takes to be of this party. */
    Role[] roles() {
        return roles.clone();
    }

    /** Whether the case is its own: it acts in its own cause, which recuses it from every other act. */
    public boolean isConcerned() {
        return this == APPLICANT || this == SUBJECT;
    }
}
