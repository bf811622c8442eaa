package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;

/**
 * What the engine's analysis of a table will cost, found by walking the way it will walk without doing the work: its
 * search splits each column at all ends of the rows still in play and goes on with each part, so that it grows with the
 * power of the columns. It cannot be interrupted; a table that would take too long must not be given to it.
 */
final class EngineCost {
    /** Measured on a core that is idle: the engine spends about this many units in ten seconds. */
    static final long MAX = 100_000_000;

    private final TableGrid grid;
    private final List<List<int[]>> spans = new ArrayList<>();
    private final int[] intervals;
    private long cost;
    private long overlaps;

    private EngineCost(TableGrid grid) {
        this.grid = grid;
        this.intervals = new int[grid.columns().size()];
        for (var n = 0; n < grid.columns().size(); n++) {
            var ofColumn = spans(n);
            spans.add(ofColumn);
            intervals[n] = ofColumn.size();
        }
    }

    /** The cost in units, not much above {@link #MAX} where it is above. */
    static long of(TableGrid grid) {
        var walk = new EngineCost(grid);
        if (!grid.hitPolicy().equals("COLLECT")) {
            var all = new int[grid.rows().size()];
            for (var n = 0; n < all.length; n++) {
                all[n] = n;
            }
            walk.walk(0, all, 1);
            walk.walk(0, all, 2);
        }
        walk.cost += walk.overlaps * walk.overlaps / 4;
        walk.cost += walk.contractions();
        return walk.cost;
    }

    /** The intervals that the engine makes of a column's cells: row, first and last place among the sorted values. */
    private List<int[]> spans(int column) {
        var sorted = grid.columns().get(column).pieces().sorted();
        var spans = new ArrayList<int[]>();
        for (var row = 0; row < grid.rows().size(); row++) {
            var cell = grid.rows().get(row).cells().get(column);
            var begun = -1;
            for (var place = 0; place <= sorted.length; place++) {
                var in = place < sorted.length && cell.get(sorted[place]);
                if (in && begun < 0) {
                    begun = place;
                } else if (!in && begun >= 0) {
                    spans.add(new int[] {row, begun, place - 1});
                    begun = -1;
                }
            }
        }
        return spans;
    }

    /** @param least how many rows must be in play for the search to go on: one for gaps, two for overlaps */
    private void walk(int column, int[] rows, int least) {
        if (cost > MAX) {
            return;
        }
        if (column == grid.columns().size()) {
            overlaps += least - 1;
            return;
        }
        // It looks each interval of the column up in the list of rows in play.
        cost += 20 + intervals[column] + (long) intervals[column] * Math.min(rows.length, 64) / 8;
        var inPlay = new BitSet();
        for (var row : rows) {
            inPlay.set(row);
        }
        var places = grid.columns().get(column).pieces().size();
        var ofColumn =
                spans.get(column).stream().filter(span -> inPlay.get(span[0])).toList();
        var ends = new BitSet(places + 1);
        for (var span : ofColumn) {
            ends.set(span[1]);
            ends.set(span[2] + 1);
        }
        for (var from = ends.nextSetBit(0); from >= 0 && cost <= MAX; ) {
            var to = ends.nextSetBit(from + 1);
            if (to < 0) {
                return;
            }
            var begin = from;
            var active = ofColumn.stream()
                    .filter(span -> span[1] <= begin && span[2] >= begin)
                    .mapToInt(span -> span[0])
                    .toArray();
            if (active.length >= least) {
                walk(column + 1, active, least);
            }
            from = to;
        }
    }

    /** Rows with the same outputs are held against each other, pair by pair. */
    private long contractions() {
        var groups = new HashMap<List<String>, Long>();
        grid.rows().forEach(row -> groups.merge(row.outputs(), 1L, Long::sum));
        return groups.values().stream()
                .mapToLong(size -> size * size * (grid.columns().size() + size))
                .sum();
    }
}
