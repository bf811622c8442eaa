package org.rongcuo.tasks;

import org.rongcuo.shared.Text;

/** What a task asks for. */
public enum TaskKind {
    /** A version took effect that asks something of an open case. */
    CHECKLIST_CHANGED(About.CASE, "核实清单有变化,请复核", "the checklist has changed; look at it again"),
    /** A correction has not been reported by its due date. */
    CORRECTION_OVERDUE(About.CASE, "纠错逾期未报告,请督办", "a correction is overdue; see to it"),
    /** The day comes by which a book is to be reviewed. */
    POLICY_REVIEW(About.BOOK, "办法到期复核", "the book is due for review"),
    /** An authority above has issued a document that affects a book. */
    SUPERIOR_DOCUMENT(About.BOOK, "上级文件出台,请复核办法", "a superior document was issued; review the book");

    /** What a task belongs to: it decides whose work it is and in whose ledger chain its completion stands. */
    public enum About {
        CASE,
        BOOK
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

    public Text label() {
        return label;
    }
}
