package org.rongcuo.consultation;

import org.rongcuo.procedure.CaseKind;
import org.rongcuo.shared.Text;

/** What a member votes, and what a group concludes: of a subject of an exemption, or of a filing as a whole. */
enum Vote {
    EXEMPT("免责", "exempt", CaseKind.EXEMPTION),
    MITIGATE("减责", "mitigate", CaseKind.EXEMPTION),
    NOT_TOLERABLE("不予容错", "not tolerable", CaseKind.EXEMPTION),
    /** 同意报备. */
    ENDORSE("同意报备", "endorse the filing", CaseKind.PRIOR_FILING),
    /** 不同意报备. */
    OPPOSE("不同意报备", "oppose the filing", CaseKind.PRIOR_FILING),
    MORE_VERIFICATION("补充核实", "more verification", null),
    ABSTAIN("弃权", "abstain", null),
    /** 未形成多数意见: what a group concludes when nothing has a majority; nobody votes it. */
    NO_MAJORITY("未形成多数意见", "no majority", null);

    private final Text label;
    private final CaseKind kind;

    Vote(String zh, String en, CaseKind kind) {
        this.label = new Text(zh, en);
        this.kind = kind;
    }

    Text label() {
        return label;
    }

    boolean suits(CaseKind of) {
        return kind == null || kind == of;
    }

    /** Whether a member may vote it. */
    boolean isVote() {
        return this != NO_MAJORITY;
    }

    /** An abstention is counted, and is no result. */
    boolean isResult() {
        return this != ABSTAIN;
    }
}
