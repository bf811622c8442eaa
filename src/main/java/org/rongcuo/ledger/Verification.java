package org.rongcuo.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.shared.Text;

/**
 * What a verification of the ledger found.
 *
 * @param intact whether everything holds
 * @param chains how many chains were read, the broken one included
 * @param entries how many entries were read, the broken one included
 * @param firstBroken the first thing that does not hold, null when all does; chains are read in the order of their names
 *     (by bytes), each from its first entry; what lies behind the first break is not examined
 */
record Verification(
        @Schema(description = "是否完整 · whether everything holds")
        boolean intact,

        long chains,
        long entries,

        @Nullable Break firstBroken) {

    static Verification intact(long chains, long entries) {
        return new Verification(true, chains, entries, null);
    }

    static Verification broken(long chains, long entries, Break firstBroken) {
        return new Verification(false, chains, entries, firstBroken);
    }

    /**
     * Where the ledger is broken.
     *
     * @param chain the chain
     * @param sequence the entry, which for a missing one is the place where it should stand
     * @param code see {@link Reason}
     * @param text the reason in words
     */
    @Schema(name = "LedgerBreak")
    record Break(
            String chain,
            long sequence,

            @Schema(
                    description =
                            "entry-changed · entry-missing · entry-reordered · payload-changed · payload-missing ·"
                                    + " head-mismatch · head-missing · chain-missing · position-missing · position-reordered")
            String code,

            Text text) {
        static Break of(Reason reason, String chain, long sequence) {
            return new Break(
                    chain,
                    sequence,
                    reason.code,
                    new Text(chain + " 第 " + sequence + " 条:" + reason.zh, chain + " #" + sequence + ": " + reason.en));
        }
    }

    /** Why the ledger is broken; the code is part of the contract. */
    enum Reason {
        ENTRY_CHANGED("entry-changed", "条目内容与散列不符", "the entry does not match the hash it was given"),
        ENTRY_MISSING("entry-missing", "条目缺失", "the entry is missing"),
        ENTRY_REORDERED("entry-reordered", "条目不在原位", "the entry stands in another place than it was written"),
        PAYLOAD_CHANGED("payload-changed", "内容与散列不符", "the payload does not match its hash"),
        PAYLOAD_MISSING("payload-missing", "内容缺失", "the payload is missing"),
        HEAD_MISMATCH("head-mismatch", "链尾登记与最后条目不符", "the chain's head does not match its last entry"),
        HEAD_MISSING("head-missing", "链尾登记缺失", "the chain's head is missing"),
        CHAIN_MISSING("chain-missing", "整条记录链缺失", "the whole chain is missing"),
        POSITION_MISSING("position-missing", "全局序号缺失", "the position among all entries is missing"),
        POSITION_REORDERED("position-reordered", "全局序号次序错误", "the position among all entries is out of order");

        private final String code;
        private final String zh;
        private final String en;

        Reason(String code, String zh, String en) {
            this.code = code;
            this.zh = zh;
            this.en = en;
        }
    }
}
