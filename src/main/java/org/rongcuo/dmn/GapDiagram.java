package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The vectors of a box that no row of a set matches, as a decision diagram over the columns: values that leave the same
 * remainder share a branch, and equal remainders are one node, so that gaps come out in few and large boxes. Exact; gives
 * up at a number of nodes.
 */
final class GapDiagram {
    /** Measured: this many nodes take less than a second. */
    static final int MAX_NODES = 200_000;

    private static final Node COVERED = new Node(-1, List.of());
    private static final Node OPEN = new Node(-1, List.of());

    private final List<TableGrid.Row> rows;
    private final List<BitSet> box;
    private final List<Map<BitSet, Node>> memo = new ArrayList<>();
    private final Map<Node, Node> unique = new HashMap<>();
    private int nodes;

    /** A column, and what remains open for each set of its values; values that remain covered are left out. */
    private record Node(int column, List<Branch> branches) {}

    /** Two branches are alike if they lead to the very same node. */
    private record Branch(BitSet values, Node rest) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Branch branch && branch.rest == rest && branch.values.equals(values);
        }

        @Override
        public int hashCode() {
            return 31 * values.hashCode() + System.identityHashCode(rest);
        }
    }

    private GapDiagram(List<TableGrid.Row> rows, List<BitSet> box) {
        this.rows = rows;
        this.box = box;
        box.forEach(column -> memo.add(new HashMap<>()));
    }

    /** What a search for gaps gave. @param boxes the gaps, at most as many as asked for @param more whether there are more */
    record Gaps(List<List<BitSet>> boxes, boolean more) {}

    /** The diagram has become too large. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The gaps that rows leave in a box, in boxes that do not overlap.
     *
     * @throws TooLarge if they are too intricate
     */
    static Gaps gaps(List<TableGrid.Row> rows, List<BitSet> box, int atMost) throws TooLarge {
        var diagram = new GapDiagram(rows, box);
        var gaps = new ArrayList<List<BitSet>>();
        var more = diagram.collect(diagram.root(), new ArrayList<>(box), gaps, atMost);
        return new Gaps(gaps, more);
    }

    /** Whether the rows leave no gap in the box. */
    static boolean covers(List<TableGrid.Row> rows, List<BitSet> box) throws TooLarge {
        return new GapDiagram(rows, box).root() == COVERED;
    }

    private Node root() throws TooLarge {
        var active = new BitSet();
        for (var n = 0; n < rows.size(); n++) {
            active.set(n, !rows.get(n).neverMatches());
        }
        return box.stream().anyMatch(BitSet::isEmpty) ? COVERED : rest(0, active);
    }

    private Node rest(int column, BitSet active) throws TooLarge {
        if (active.isEmpty()) {
            return OPEN;
        }
        if (column == box.size() || coveredByOne(column, active)) {
            return COVERED;
        }
        var known = memo.get(column).get(active);
        if (known == null) {
            if (++nodes > MAX_NODES
                    || nodes % 1024 == 0 && Thread.currentThread().isInterrupted()) {
                throw new TooLarge();
            }
            known = branch(column, active);
            memo.get(column).put(active, known);
        }
        return known;
    }

    private boolean coveredByOne(int from, BitSet active) {
        for (var row = active.nextSetBit(0); row >= 0; row = active.nextSetBit(row + 1)) {
            var covers = true;
            for (var column = from; covers && column < box.size(); column++) {
                var open = (BitSet) box.get(column).clone();
                open.andNot(rows.get(row).cells().get(column));
                covers = open.isEmpty();
            }
            if (covers) {
                return true;
            }
        }
        return false;
    }

    private Node branch(int column, BitSet active) throws TooLarge {
        Map<BitSet, BitSet> valuesByRows = new LinkedHashMap<>();
        var values = box.get(column);
        for (var value = values.nextSetBit(0); value >= 0; value = values.nextSetBit(value + 1)) {
            var matching = new BitSet();
            for (var row = active.nextSetBit(0); row >= 0; row = active.nextSetBit(row + 1)) {
                matching.set(row, rows.get(row).cells().get(column).get(value));
            }
            valuesByRows.computeIfAbsent(matching, key -> new BitSet()).set(value);
        }
        Map<Node, BitSet> valuesByRest = new java.util.IdentityHashMap<>();
        var order = new ArrayList<Node>();
        for (var group : valuesByRows.entrySet()) {
            var rest = rest(column + 1, group.getKey());
            if (rest != COVERED) {
                var joined = valuesByRest.get(rest);
                if (joined == null) {
                    order.add(rest);
                    valuesByRest.put(rest, group.getValue());
                } else {
                    joined.or(group.getValue());
                }
            }
        }
        if (order.isEmpty()) {
            return COVERED;
        }
        if (order.size() == 1 && valuesByRest.get(order.get(0)).equals(values)) {
            return order.get(0);
        }
        var node = new Node(
                column,
                order.stream()
                        .map(rest -> new Branch(valuesByRest.get(rest), rest))
                        .toList());
        return unique.computeIfAbsent(node, key -> key);
    }

    /** @return whether some gaps were left out */
    private boolean collect(Node node, List<BitSet> path, List<List<BitSet>> into, int atMost) {
        if (node == COVERED) {
            return false;
        }
        if (into.size() == atMost) {
            return true;
        }
        if (node == OPEN) {
            into.add(List.copyOf(path));
            return false;
        }
        for (var branch : node.branches) {
            path.set(node.column, branch.values);
            if (collect(branch.rest, path, into, atMost)) {
                return true;
            }
            path.set(node.column, box.get(node.column));
        }
        return false;
    }
}
