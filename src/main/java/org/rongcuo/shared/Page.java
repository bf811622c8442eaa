package org.rongcuo.shared;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list in stable order.
 *
 * @param items the page's items
 * @param count how many there are in all, capped
 * @param next the next page's address, relative to the server, null on the last page
 */
public record Page<T>(
        List<T> items,
        Count count,

        @Schema(description = "下一页的地址,末页为空 · address of the next page, absent on the last") @Nullable
        String next) {

    /** Counting stops here: a count beyond it says {@code exact: false}. */
    public static final int COUNT_CAP = 1000;

    /** @param count the number, at most {@link #COUNT_CAP}; @param exact whether it is all there are */
    @Schema(name = "PageCount")
    public record Count(int count, boolean exact) {
        public static Count capped(long counted) {
            return new Count((int) Math.min(counted, COUNT_CAP), counted <= COUNT_CAP);
        }
    }
}
