package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.w3c.dom.Element;

/**
 * A decision table as sets: for each row and input column the pieces of the column's values that the cell holds.
 *
 * @param decision the decision that holds the table
 * @param hitPolicy as the table has it, {@code UNIQUE} where it is silent
 * @param columns the input columns
 * @param rows the rows, in order
 */
record TableGrid(Element decision, String hitPolicy, List<Column> columns, List<Row> rows) {
    TableGrid {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * An input column.
     *
     * @param input what it reads, as people know it
     * @param pieces the values that its item or decision admits
     * @param readable the pieces that the engine lets into the table; all, unless the column admits less than its item
     */
    record Column(String input, ValuePieces pieces, BitSet readable) {}

    /**
     * A row.
     *
     * @param id its id
     * @param cells for each input column the pieces that its cell holds
     * @param outputs texts of the output cells
     */
    record Row(String id, List<BitSet> cells, List<String> outputs) {
        Row {
            cells = List.copyOf(cells);
            outputs = List.copyOf(outputs);
        }

        boolean meets(Row other) {
            for (var column = 0; column < cells.size(); column++) {
                if (!cells.get(column).intersects(other.cells.get(column))) {
                    return false;
                }
            }
            return true;
        }

        /** Whether each vector that the other row matches is matched by this row. */
        boolean holds(Row other) {
            for (var column = 0; column < cells.size(); column++) {
                var rest = (BitSet) other.cells.get(column).clone();
                rest.andNot(cells.get(column));
                if (!rest.isEmpty()) {
                    return false;
                }
            }
            return true;
        }

        boolean neverMatches() {
            return cells.stream().anyMatch(BitSet::isEmpty);
        }
    }

    String id() {
        return Nodes.attribute(decision, "id");
    }

    String name() {
        return Nodes.attribute(decision, "name");
    }

    boolean singleHit() {
        return hitPolicy.equals("UNIQUE") || hitPolicy.equals("FIRST") || hitPolicy.equals("ANY");
    }

    /** The facts in a box, given by its set of pieces for each column; columns that may have any value are left out. */
    List<AnalysisFinding.ColumnFacts> facts(List<BitSet> box) {
        var facts = new ArrayList<AnalysisFinding.ColumnFacts>();
        for (var n = 0; n < columns.size(); n++) {
            var column = columns.get(n);
            if (box.get(n).cardinality() < column.pieces().size()) {
                facts.add(new AnalysisFinding.ColumnFacts(
                        n + 1, column.input(), column.pieces().words(box.get(n))));
            }
        }
        return facts;
    }

    /** Numbers of the rows whose conditions are alike, by the conditions; rows that never match are left out. */
    List<List<Integer>> alike() {
        var groups = new TreeMap<Integer, List<Integer>>();
        for (var n = 0; n < rows.size(); n++) {
            var cells = rows.get(n).cells();
            var first = n;
            for (var other : groups.keySet()) {
                if (rows.get(other).cells().equals(cells)) {
                    first = other;
                    break;
                }
            }
            if (!rows.get(n).neverMatches()) {
                groups.computeIfAbsent(first, key -> new ArrayList<>()).add(n + 1);
            }
        }
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }
}
