package org.rongcuo.cases;

import org.rongcuo.shared.Text;

/** Why a person keeps off a case (政务处分法 47). */
public enum RecusalGround {
    NEAR_RELATIVE_OF_SUBJECT("是当事人的近亲属", "near relative of a subject"),
    NEAR_RELATIVE_OF_REPORTER("是检举人的近亲属", "near relative of the reporter"),
    WITNESS("担任过本案的证人", "witness in the case"),
    INTEREST("本人或者其近亲属与本案有利害关系", "own or a relative's interest in the case"),
    OTHER("可能影响案件公正处理的其他情形", "other circumstances that may impair fairness");

    private final Text label;

    RecusalGround(String zh, String en) {
        this.label = new Text(zh, en);
    }

    Text label() {
        return label;
    }
}
