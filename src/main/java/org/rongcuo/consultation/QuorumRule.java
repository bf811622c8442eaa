package org.rongcuo.consultation;

import org.rongcuo.shared.Text;

/** How many of the members must be present for a case; who is recused from it is not counted, neither among them nor as present. */
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

    /** @param members of the group who are not recused; the quorum is one at least */
    int needed(int members) {
        return switch (this) {
            case MORE_THAN_HALF -> members / 2 + 1;
            case TWO_THIRDS -> Math.max(1, (2 * members + 2) / 3);
            case ALL -> Math.max(1, members);
        };
    }
}
