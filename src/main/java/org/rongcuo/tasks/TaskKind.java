package org.rongcuo.tasks;

import org.rongcuo.shared.Text;

/** What a task asks for. */
public enum TaskKind {
    /** A version took effect that asks something of an open case. */
    CHECKLIST_CHANGED(About.CASE, "核实清单有变化,请复核", "the checklist has changed; look at it again"),
    /** A step of a case runs; it closes by itself when the step is done, as do the three that follow. */
    STEP_DUE(About.CASE, "办理步骤,请在时限内办结", "a step of the procedure; do it within its limit"),
    /** The target of a step is near. */
    STEP_REMINDER(About.CASE, "办理步骤临近目标期限", "the target of a step is near"),
    /** The target of a step is passed, its limit is not. */
    STEP_TARGET_PASSED(About.CASE, "办理步骤已过目标期限", "the target of a step is passed"),
    /** The limit of a step is passed: the deciders' to see to, or the handlers' where a subject owes it. */
    STEP_OVERDUE(About.CASE, "办理步骤超期,请督办", "a step is overdue; see to it that it is done"),
    /** A proposal waits for its answer; it closes by itself when it is answered, as does the one that follows. */
    PROPOSAL_DUE(About.PROPOSAL, "建议待答复,请在时限内答复", "a proposal; answer it within its limit"),
    /** The limit of the answer is passed: the deciders' of the place to see to. */
    PROPOSAL_OVERDUE(About.PROPOSAL, "建议逾期未答复,请督办", "a proposal is overdue; see to it that it is answered"),
    /** The day comes by which a book is to be reviewed. */
    POLICY_REVIEW(About.BOOK, "办法到期复核", "the book is due for review"),
    /** An authority above has issued a document that affects a book. */
    SUPERIOR_DOCUMENT(About.BOOK, "上级文件出台,请复核办法", "a superior document was issued; review the book");

    /** What a task belongs to: it decides whose work it is and in whose ledger chain its completion stands. */
    public enum About {
        CASE,
        BOOK,
        PROPOSAL
    }

    private final About about;
    private final Text label;

    TaskKind(About about, String zh, String en) {
        this.about = about;
        this.label = new Text(zh, en);
    }

    public About about() {
        return about;
    }

    /** Whether it closes by itself, when what it is about is done; nobody completes it. */
    public boolean closesByItself() {
        return this == STEP_DUE
                || this == STEP_REMINDER
                || this == STEP_TARGET_PASSED
                || this == STEP_OVERDUE
                || about == About.PROPOSAL;
    }

    public Text label() {
        return label;
    }
}
