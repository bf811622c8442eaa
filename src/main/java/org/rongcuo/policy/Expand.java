package org.rongcuo.policy;

/** What an evaluation may be asked to tell beside the rows that matched. */
enum Expand {
    /** Why each row of each table matched or not. */
    ROWS;

    static final String DESCRIPTION =
            "ROWS:逐行说明命中与否、差在哪一列(事项已答全的办法)· ROWS: why each row matched or not and by which cells, of the books whose items are all answered";

    /** @param expand null for nothing more */
    static Judging judging(Expand expand) {
        return expand == ROWS ? Judging.EXPLAINED : Judging.TRIAL;
    }
}
