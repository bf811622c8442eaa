package org.rongcuo.procedure;

import org.rongcuo.shared.Text;

/**
 * The steps of a case that have a term: those for which the PROCEDURE books set one, in their words, and what runs beside
 * the course of the case until a day that an act has set.
 */
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
    /** The subject's report on a round of a correction, due by the day of its plan. */
    CORRECTION("纠错", "correction", true, false),
    /** The report on a hearing, an expert's opinion and the like, due by the day of its terms. */
    ENGAGEMENT("听取意见", "engagement", true, false),
    /** A recusal that is demanded; no day is set, but who is demanded to keep off takes no part meanwhile. */
    RECUSAL_DECISION("回避决定", "decision on a recusal", true, false),
    /** What the monitoring of a filing found is corrected, by the day that the record sets. */
    FINDING_CORRECTION("监管整改", "correction of a finding", true, false),
    /** Of no case: a proposal waits for its answer. */
    PROPOSAL_ANSWER("建议答复", "answer to a proposal", true);

    private final Text label;
    private final boolean duty;
    private final boolean ofCourse;

    Step(String zh, String en, boolean duty) {
        this(zh, en, duty, true);
    }

    Step(String zh, String en, boolean duty, boolean ofCourse) {
        this.label = new Text(zh, en);
        this.duty = duty;
        this.ofCourse = ofCourse;
    }

    public Text label() {
        return label;
    }

    /** Whether somebody owes it: they are reminded of the step, and its delay is overdue. Of the others the term lapses. */
    public boolean isDuty() {
        return duty;
    }

    /**
     * Whether it belongs to the course of the case: the books set its term, and it stands still and ends with the course.
     * What runs beside it does so until its own end, or until nothing of the case is still to be done.
     */
    public boolean isOfCourse() {
        return ofCourse;
    }
}
