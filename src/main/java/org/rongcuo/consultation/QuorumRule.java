package org.rongcuo.consultation;

import org.rongcuo.shared.Text;

/** How many of the members must be present for a case, recused ones not counted among them. */
enum QuorumRule {
    MORE_THAN_HALF("过半数成员", "more than half of the members"),
    TWO_THIRDS("三分之二以上成员", "two thirds of the members"),
    ALL("全体成员", "all members");

    private final Text label;

    QuorumRule(String zh, String en) {
        this.label = new Text(zh, en);
    }

    Text label() {
        return label;
    }

    /** @param members of the group, those recused included: a recusal does not make the quorum smaller */
    int needed(int members) {
        return switch (this) {
            case MORE_THAN_HALF -> members / 2 + 1;
            case TWO_THIRDS -> (2 * members + 2) / 3;
            case ALL -> members;
        };
    }
}
