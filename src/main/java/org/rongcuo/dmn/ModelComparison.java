package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rongcuo.dmn.FieldChange.ChangedField;
import org.rongcuo.dmn.ItemChange.ValuesChange;

/** Compares two versions, item by item and decision by decision. */
final class ModelComparison {
    private final Pair<Edition> editions;

    ModelComparison(Edition before, Edition after) {
        this.editions = new Pair<>(before, after);
    }

    ModelDiff diff() {
        var outlines = editions.say(Edition::outline);
        var fields = fields(field(ChangedField.NAME, outlines.say(ModelOutline::name)));
        var items = match(ModelOutline::items, Item::id)
                .map(this::item)
                .filter(Objects::nonNull)
                .toList();
        var decisions = match(ModelOutline::decisions, DecisionOutline::id)
                .map(this::decision)
                .filter(Objects::nonNull)
                .toList();
        return new ModelDiff(fields, items, decisions, DiffWords.summary(fields, items, decisions));
    }

    private <T> Stream<Pair<T>> match(Function<ModelOutline, List<T>> parts, Function<T, String> id) {
        return Pair.match(
                parts.apply(editions.before().outline()),
                parts.apply(editions.after().outline()),
                List.of(id))
                .stream();
    }

    private ItemChange item(Pair<Item> pair) {
        var fields = fields(
                field(ChangedField.NAME, pair.whole() ? pair.say(Item::name) : new Pair<>(null, null)),
                field(ChangedField.QUESTION, pair.say(Item::question)),
                field(ChangedField.TYPE, pair.say(item -> item.type().name())),
                field(ChangedField.GROUP, pair.say(Item::group)),
                field(ChangedField.EVIDENCE, pair.say(Item::evidence)),
                field(ChangedField.BASIS, pair.say(Item::basis)),
                field(ChangedField.SCOPE, pair.say(item -> item.scope().name())),
                field(ChangedField.SOURCE, pair.say(item -> item.source().name())));
        var values = values(Edition.say(editions, pair.say(Item::name), Edition::typeOf));
        if (pair.whole() && values == null && fields.isEmpty()) {
            return null;
        }
        var item = pair.latest();
        return new ItemChange(
                item.id(),
                item.name(),
                pair.kind(),
                fields,
                values,
                DiffWords.item(item.name(), item.question(), pair.kind(), fields, values));
    }

    private DecisionChange decision(Pair<DecisionOutline> pair) {
        var types = Edition.say(editions, pair.say(DecisionOutline::name), Edition::typeOf);
        var expressions = Edition.say(editions, pair.say(DecisionOutline::id), Edition::expression);
        var written = expressions.before() != null
                && editions.before().comparable(expressions.before()).equals(expressions.after());
        var fields = fields(
                field(ChangedField.NAME, pair.whole() ? pair.say(DecisionOutline::name) : new Pair<>(null, null)),
                field(ChangedField.TYPE, types.say(Edition::word)),
                field(ChangedField.HIT_POLICY, pair.say(DecisionOutline::hitPolicy)),
                field(ChangedField.EXPRESSION, written ? new Pair<>(null, null) : expressions));
        var values = values(types);
        var table = new TableComparison(editions, pair);
        var columns = table.columns();
        var rows = table.rows();
        if (pair.whole() && fields.isEmpty() && values == null && columns.isEmpty() && rows.isEmpty()) {
            return null;
        }
        var decision = pair.latest();
        return new DecisionChange(
                decision.id(),
                decision.name(),
                pair.kind(),
                fields,
                values,
                columns,
                rows,
                DiffWords.decision(decision.name(), pair.kind(), fields, values, columns, rows));
    }

    /** What can be said otherwise of values; null if nothing is. */
    private static ValuesChange values(Pair<ModelTypes.Declared> types) {
        var words = types.say(ModelTypes.Declared::words);
        var was = words.before() == null ? List.<String>of() : words.before();
        var is = words.after() == null ? List.<String>of() : words.after();
        var ranges = types.say(ModelTypes.Declared::range);
        var added = new ArrayList<>(is);
        added.removeAll(was);
        var removed = new ArrayList<>(was);
        removed.removeAll(is);
        if (added.isEmpty() && removed.isEmpty() && ranges.same()) {
            return null;
        }
        var direction = types.whole()
                ? ValueDomain.direction(
                        ValueDomain.of(types.before()), CellTests.ANY, ValueDomain.of(types.after()), CellTests.ANY)
                : null;
        return new ValuesChange(added, removed, ranges.before(), ranges.after(), direction);
    }

    static FieldChange field(ChangedField field, Pair<String> said) {
        return said.same() ? null : new FieldChange(field, said.before(), said.after());
    }

    /** Those that are changes. */
    static List<FieldChange> fields(FieldChange... fields) {
        return Stream.of(fields).filter(Objects::nonNull).toList();
    }
}
