package org.rongcuo.dmn;

import static org.rongcuo.dmn.ModelComparison.field;
import static org.rongcuo.dmn.ModelComparison.fields;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rongcuo.dmn.DecisionChange.ColumnChange;
import org.rongcuo.dmn.DecisionChange.ColumnSide;
import org.rongcuo.dmn.DecisionChange.ConditionChange;
import org.rongcuo.dmn.DecisionChange.OutputChange;
import org.rongcuo.dmn.DecisionChange.RowChange;
import org.rongcuo.dmn.DecisionChange.RowPlace;
import org.rongcuo.dmn.FieldChange.ChangedField;

/** Compares the tables of a decision; one that is no table, or is not there, counts as a table without rows. */
final class TableComparison {
    /** OUTPUT ORDER, the third that the standard has, is refused by the gate. */
    private static final Set<String> ORDER_COUNTS = Set.of("FIRST", "RULE ORDER");

    private static final String ANY = "-";

    private final Pair<Edition> editions;
    private final Pair<DecisionOutline> decisions;
    private final List<Pair<Edition.Column>> inputs;
    private final List<Pair<Edition.Column>> outputs;

    TableComparison(Pair<Edition> editions, Pair<DecisionOutline> decisions) {
        this.editions = editions;
        this.decisions = decisions;
        this.inputs = match(Edition::inputs);
        this.outputs = match(Edition::outputs);
    }

    private List<Pair<Edition.Column>> match(BiFunction<Edition, String, List<Edition.Column>> columns) {
        var sides = Edition.say(editions, decisions.say(DecisionOutline::id), columns);
        return Pair.match(
                Objects.requireNonNullElse(sides.before(), List.of()),
                Objects.requireNonNullElse(sides.after(), List.of()),
                List.<Function<Edition.Column, ?>>of(Edition.Column::key));
    }

    List<ColumnChange> columns() {
        return Stream.concat(
                        inputs.stream().map(pair -> column(ColumnSide.INPUT, pair)),
                        outputs.stream().map(pair -> column(ColumnSide.OUTPUT, pair)))
                .filter(change ->
                        change.kind() != ChangeKind.CHANGED || !change.fields().isEmpty())
                .toList();
    }

    private static ColumnChange column(ColumnSide side, Pair<Edition.Column> pair) {
        var fields = pair.whole()
                ? fields(
                        field(ChangedField.LABEL, pair.say(Edition.Column::label)),
                        field(ChangedField.TYPE, pair.say(Edition.Column::type)),
                        field(ChangedField.VALUES, pair.say(Edition.Column::values)))
                : List.<FieldChange>of();
        var column = pair.latest();
        return new ColumnChange(
                side,
                column.called(),
                column.expression(),
                pair.kind(),
                fields,
                DiffWords.column(side, column.called(), pair.kind(), fields));
    }

    List<RowChange> rows() {
        var pairs = Pair.match(
                lines(editions.before(), decisions.before(), Pair::before),
                lines(editions.after(), decisions.after(), Pair::after),
                List.<Function<Line, ?>>of(Line::id, Line::content));
        var moved = orderCounts() ? moved(pairs) : new HashSet<Line>();
        return pairs.stream()
                .map(pair -> row(pair, moved.contains(pair.after())))
                .filter(change -> change.kind() != ChangeKind.CHANGED
                        || !change.conditions().isEmpty()
                        || !change.outputs().isEmpty()
                        || !change.fields().isEmpty())
                .toList();
    }

    /**
     * A row by the columns of both versions.
     *
     * @param conditions texts of the cells as they compare, in the order of {@link #inputs}; {@code -} for a column that its
     *     version does not have
     * @param outputs in the order of {@link #outputs}; null for a column that its version does not have
     */
    private record Line(RowOutline row, List<String> conditions, List<String> outputs) {
        String id() {
            return row.id();
        }

        Content content() {
            return new Content(conditions, outputs);
        }

        RowPlace place() {
            return new RowPlace(row.id(), row.number());
        }
    }

    /** What a row says, whatever it is called. */
    private record Content(List<String> conditions, List<String> outputs) {}

    private List<Line> lines(
            Edition edition, DecisionOutline decision, Function<Pair<Edition.Column>, Edition.Column> side) {
        return decision == null
                ? List.of()
                : decision.rows().stream()
                        .map(row -> new Line(
                                row,
                                texts(edition, row.conditions(), inputs, side, ANY),
                                texts(edition, row.outputs(), outputs, side, null)))
                        .toList();
    }

    private static List<String> texts(
            Edition edition,
            List<String> cells,
            List<Pair<Edition.Column>> columns,
            Function<Pair<Edition.Column>, Edition.Column> side,
            String absent) {
        var texts = new ArrayList<String>();
        for (var pair : columns) {
            var column = side.apply(pair);
            texts.add(column == null ? absent : edition.comparable(cells.get(column.index())));
        }
        return texts;
    }

    private boolean orderCounts() {
        return decisions.whole()
                && (ORDER_COUNTS.contains(String.valueOf(decisions.before().hitPolicy()))
                        || ORDER_COUNTS.contains(
                                String.valueOf(decisions.after().hitPolicy())));
    }

    /** As few rows as can be such that all others follow each other as they did; of several such sets, one. */
    private static Set<Line> moved(List<Pair<Line>> pairs) {
        var rows = pairs.stream().filter(Pair::whole).toList();
        // The longest row of rows whose old numbers rise: for each length the least number that one can end with.
        var ends = new ArrayList<Integer>();
        var previous = new int[rows.size()];
        for (var n = 0; n < rows.size(); n++) {
            var number = rows.get(n).before().row().number();
            var low = 0;
            for (var high = ends.size(); low < high; ) {
                var middle = (low + high) / 2;
                if (rows.get(ends.get(middle)).before().row().number() < number) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[n] = low == 0 ? -1 : ends.get(low - 1);
            if (low == ends.size()) {
                ends.add(n);
            } else {
                ends.set(low, n);
            }
        }
        Set<Line> moved = new HashSet<>();
        rows.forEach(row -> moved.add(row.after()));
        for (var n = ends.isEmpty() ? -1 : ends.get(ends.size() - 1); n >= 0; n = previous[n]) {
            moved.remove(rows.get(n).after());
        }
        return moved;
    }

    private RowChange row(Pair<Line> pair, boolean moved) {
        var conditions = new ArrayList<ConditionChange>();
        var changedOutputs = new ArrayList<OutputChange>();
        for (var n = 0; n < inputs.size(); n++) {
            var change = condition(pair, n);
            if (change != null) {
                conditions.add(change);
            }
        }
        for (var n = 0; n < outputs.size(); n++) {
            var index = n;
            var said = pair.say(line -> line.outputs().get(index));
            if (!said.same()) {
                var column = outputs.get(n);
                changedOutputs.add(new OutputChange(
                        column.latest().called(),
                        shown(pair.before(), column.before(), RowOutline::outputs, null),
                        shown(pair.after(), column.after(), RowOutline::outputs, null)));
            }
        }
        var rows = pair.say(Line::row);
        var fields = fields(
                field(ChangedField.BASIS, rows.say(row -> written(row.basis()))),
                field(ChangedField.NOTE, rows.say(row -> written(row.note()))),
                field(ChangedField.SINCE, rows.say(row -> written(row.since()))),
                field(
                        ChangedField.CATCH_ALL,
                        rows.say(row -> pair.whole() || row.catchAll() ? "" + row.catchAll() : null)));
        var direction = pair.whole()
                ? conditions.stream().map(ConditionChange::direction).reduce(Direction.EQUIVALENT, Direction::and)
                : null;
        var kind = moved && conditions.isEmpty() && changedOutputs.isEmpty() && fields.isEmpty()
                ? ChangeKind.MOVED
                : pair.kind();
        var places = pair.say(Line::place);
        return new RowChange(
                kind,
                places.before(),
                places.after(),
                moved,
                direction,
                conditions,
                changedOutputs,
                fields,
                DiffWords.row(decisions.latest().name(), kind, places, moved, conditions, changedOutputs, fields));
    }

    private ConditionChange condition(Pair<Line> pair, int index) {
        var said = pair.say(line -> line.conditions().get(index));
        if (said.same() || !pair.whole() && said.latest().equals(ANY)) {
            return null;
        }
        var column = inputs.get(index);
        var before = shown(pair.before(), column.before(), RowOutline::conditions, ANY);
        var after = shown(pair.after(), column.after(), RowOutline::conditions, ANY);
        return new ConditionChange(
                column.latest().called(),
                column.latest().expression(),
                before,
                after,
                pair.whole() ? direction(column, before, after) : null);
    }

    /** A column that only one version has admits in the other what it admits there: it is not looked at. */
    private Direction direction(Pair<Edition.Column> column, String before, String after) {
        var was = column.before() == null ? column.after() : column.before();
        return ValueDomain.direction(
                was.domain(),
                editions.before().cell(before),
                column.latest().domain(),
                editions.after().cell(after));
    }

    /** The cell as it stands; null if there is no such row. */
    private static String shown(
            Line line, Edition.Column column, Function<RowOutline, List<String>> cells, String absent) {
        if (line == null) {
            return null;
        }
        return column == null
                ? absent
                : cells.apply(line.row()).get(column.index()).strip();
    }

    private static String written(String annotation) {
        return annotation == null || annotation.isBlank() ? null : annotation;
    }
}
