package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What the engine's analysis of a table will cost, found by walking the way it will walk without doing the work: its
 * search splits each column at all ends of the rows still in play and goes on with each part, so that it grows with the
 * power of the columns; then it holds rows with the same outputs against each other, looking each pair up in the list of
 * all rows that it found within others. It cannot be interrupted; a table that would take too long must not be given to
 * it.
 */
final class EngineCost {
    /**
     * About ten seconds and a half more. Measured on a busy machine: 5 columns of numbers by 45 rows 4.5 million units,
     * 4.2 s; 5 by 500 rows of narrow intervals 14.3 million, 13.0 s; 1 column by 120 rows that mostly overlap 9.4 million,
     * 11.1 s; 1 by 400 rows that adjoin 6.0 million, 1.7 s. Refused: 1 by 200 rows that mostly overlap, which kept the
     * engine busy for 201 s.
     */
    static final long MAX = 20_000_000;

    private static final int LOOK_UPS_PER_UNIT = 32;
    private static final int STEPS_PER_UNIT = 16;

    private final TableGrid grid;
    private final List<List<int[]>> spans = new ArrayList<>();
    private final int[] intervals;
    private final List<BitSet> groups = new ArrayList<>();
    private final List<BitSet> within = new ArrayList<>();
    private long cost;
    private long overlaps;
    private long inclusions;

    private EngineCost(TableGrid grid) {
        this.grid = grid;
        this.intervals = new int[grid.columns().size()];
        for (var n = 0; n < grid.columns().size(); n++) {
            var ofColumn = spans(n);
            spans.add(ofColumn);
            intervals[n] = ofColumn.size();
        }
        var byOutputs = new LinkedHashMap<List<String>, BitSet>();
        for (var row = 0; row < grid.rows().size(); row++) {
            byOutputs
                    .computeIfAbsent(grid.rows().get(row).outputs(), key -> new BitSet())
                    .set(row);
        }
        groups.addAll(byOutputs.values());
    }

    /** The cost in units, not much above {@link #MAX} where it is above. */
    static long of(TableGrid grid) {
        var walk = new EngineCost(grid);
        walk.cost += walk.comparisons();
        if (walk.cost <= MAX && !grid.hitPolicy().equals("COLLECT")) {
            var all = new int[grid.rows().size()];
            for (var n = 0; n < all.length; n++) {
                all[n] = n;
            }
            walk.inclusions();
            walk.walk(0, all, 1);
            walk.walk(0, all, 2);
        }
        walk.cost += walk.overlaps * walk.overlaps / STEPS_PER_UNIT;
        walk.cost += walk.lookUps();
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
            if (least == 2) {
                overlap(rows);
            }
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

    /** In each overlap it asks of each two rows with the same outputs whether one lies within the other. */
    private void overlap(int[] rows) {
        overlaps++;
        var here = new BitSet();
        for (var row : rows) {
            here.set(row);
        }
        for (var row : rows) {
            var inner = (BitSet) within.get(row).clone();
            inner.and(here);
            inclusions += inner.cardinality();
        }
        for (var group : groups) {
            var alike = (BitSet) group.clone();
            alike.and(here);
            cost += (long) alike.cardinality() * alike.cardinality();
        }
    }

    /** For each row those with the same outputs that lie within it. */
    private void inclusions() {
        for (var outer = 0; outer < grid.rows().size(); outer++) {
            within.add(new BitSet());
        }
        for (var group : groups) {
            for (var outer = group.nextSetBit(0); outer >= 0; outer = group.nextSetBit(outer + 1)) {
                for (var inner = group.nextSetBit(0); inner >= 0; inner = group.nextSetBit(inner + 1)) {
                    within.get(outer)
                            .set(
                                    inner,
                                    inner != outer
                                            && grid.rows()
                                                    .get(outer)
                                                    .holds(grid.rows().get(inner)));
                }
            }
        }
    }

    /** Rows with the same outputs are held against each other, pair by pair. */
    private long comparisons() {
        return groups.stream()
                .mapToLong(BitSet::cardinality)
                .map(size -> size * size * (grid.columns().size() + size) / STEPS_PER_UNIT)
                .sum();
    }

    /** Each pair is looked up among the inclusions, once for each overlap that has them, and the pairs found to be one. */
    private long lookUps() {
        if (cost > MAX) {
            return 0;
        }
        var pairs = groups.stream()
                .mapToLong(BitSet::cardinality)
                .map(size -> size * size)
                .sum();
        var joined = groups.stream().mapToLong(this::joined).sum();
        return pairs * (inclusions + joined) / LOOK_UPS_PER_UNIT + joined * joined / STEPS_PER_UNIT;
    }

    /** How many pairs of the group could be written as one row: they differ in one column, where they touch. */
    private long joined(BitSet group) {
        var sorted =
                grid.columns().stream().map(column -> column.pieces().sorted()).toList();
        var joined = 0L;
        for (var a = group.nextSetBit(0); a >= 0; a = group.nextSetBit(a + 1)) {
            for (var b = group.nextSetBit(a + 1); b >= 0; b = group.nextSetBit(b + 1)) {
                var differing = -1;
                var several = false;
                for (var column = 0; column < sorted.size() && !several; column++) {
                    if (!cell(a, column).equals(cell(b, column))) {
                        several = differing >= 0;
                        differing = column;
                    }
                }
                if (!several
                        && differing >= 0
                        && touch(cell(a, differing), cell(b, differing), sorted.get(differing))) {
                    joined++;
                }
            }
        }
        return joined;
    }

    private BitSet cell(int row, int column) {
        return grid.rows().get(row).cells().get(column);
    }

    private static boolean touch(BitSet one, BitSet other, int[] sorted) {
        for (var place = 0; place < sorted.length; place++) {
            if (one.get(sorted[place])
                    && (other.get(sorted[place])
                            || place > 0 && other.get(sorted[place - 1])
                            || place + 1 < sorted.length && other.get(sorted[place + 1]))) {
                return true;
            }
        }
        return false;
    }
}
