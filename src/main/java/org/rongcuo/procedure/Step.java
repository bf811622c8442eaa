package org.rongcuo.procedure;

import org.rongcuo.shared.Text;

/** The steps for which the PROCEDURE books set terms, in their words. */
public enum Step {
    ACCEPTANCE("受理", "acceptance", true),
    /** The applicant's: what was missing is supplied. */
    SUPPLEMENT("补正", "supplement", false),
    VERIFICATION("核实", "verification", true),
    CONSULTATION("会商", "consultation", true),
    DETERMINATION("认定", "determination", true),
    FEEDBACK("反馈", "feedback", true),
    /** The subject's: when it is over, the right to ask for the review has lapsed. */
    REVIEW_APPLICATION("复议申请", "application for review", false),
    REVIEW_DECISION("复议决定", "review decision", true),
    /** How long the notice stands: nobody's duty. */
    PUBLIC_NOTICE("公示", "public notice", false),
    OBJECTION_ANSWER("异议答复", "answer to an objection", true),
    REGISTRATION("报备", "registration", true),
    ARCHIVE("归档", "archive", true),
    /** Until the case is verified again; it runs while the others stand still. */
    DEFERRAL("搁置", "deferral", true),
    FILING_FEEDBACK("报备反馈", "feedback on a filing", true),
    /** What the monitoring of a filing found is corrected: the applicant's to do, and the office's to see to. */
    FINDING_CORRECTION("监管整改", "correction of a finding", true),
    /** Of no case: a proposal waits for its answer. */
    PROPOSAL_ANSWER("建议答复", "answer to a proposal", true);

    private final Text label;
    private final boolean duty;

    Step(String zh, String en, boolean duty) {
        this.label = new Text(zh, en);
        this.duty = duty;
    }

    public Text label() {
        return label;
    }

    /** Whether the office owes it: it is reminded of the step, and its delay is overdue. Of the others the term lapses. */
    public boolean isDuty() {
        return duty;
    }
}
