package org.rongcuo.dmn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/** One of two versions that are compared: its outline, and what of its document the outline leaves out. */
final class Edition {
    private final ModelOutline outline;
    private final Renames renames;
    private final ModelTypes types;
    private final Map<String, String> typeOfName;
    private final CellTests.Reader cells;
    private final Map<String, Element> decisions = new HashMap<>();

    /** @param renames what its FEEL texts are read by; what is shown is what stands there */
    Edition(String xml, ModelOutline outline, Renames renames) {
        var definitions = AdmittedModel.document(xml).getDocumentElement();
        this.outline = outline;
        this.renames = renames;
        this.types = new ModelTypes(definitions, new Findings());
        this.typeOfName = GridReader.typesByName(definitions);
        this.cells = new CellTests.Reader(typeOfName.keySet());
        Nodes.children(definitions, "decision")
                .forEach(decision -> decisions.put(Nodes.attribute(decision, "id"), decision));
    }

    /**
     * A column of a table.
     *
     * @param index its place among the inputs or the outputs, from 0
     * @param key by which it is matched: what it reads or its name, by the newer version's names
     * @param expression what it reads or its name, as it stands
     * @param called what people call it: its label, else what it reads, its name, or the decision's
     * @param label null if it has none
     * @param type in a word, with the values it admits; null if it has none of its own
     * @param values FEEL text of those that the column itself admits; null if there are none
     * @param domain null if it is not known, and for outputs
     */
    record Column(
            int index,
            String key,
            String expression,
            String called,
            String label,
            String type,
            String values,
            ValueDomain domain) {}

    /** What each of two versions says of what it calls so; null where it has none. */
    static <R> Pair<R> say(Pair<Edition> editions, Pair<String> called, BiFunction<Edition, String, R> what) {
        return new Pair<>(
                called.before() == null ? null : what.apply(editions.before(), called.before()),
                called.after() == null ? null : what.apply(editions.after(), called.after()));
    }

    ModelOutline outline() {
        return outline;
    }

    /** A FEEL text as it compares with the other version's. */
    String comparable(String feel) {
        return renames.in(feel.strip());
    }

    /** The cell's values; null if they cannot be told. */
    CellTests cell(String feel) {
        return cells.read(feel);
    }

    /** The type of an item or decision of that name; null if it names none. */
    ModelTypes.Declared typeOf(String name) {
        return types.of(typeOfName.get(name));
    }

    /** FEEL text of a decision that is an expression; null if it is a table. */
    String expression(String decision) {
        var literal = Nodes.child(decisions.get(decision), "literalExpression");
        return literal == null ? null : Nodes.text(literal).strip();
    }

    List<Column> inputs(String decision) {
        var inputs = columns(decision, "input");
        return IntStream.range(0, inputs.size())
                .mapToObj(index -> input(index, inputs.get(index)))
                .toList();
    }

    List<Column> outputs(String decision) {
        var outputs = columns(decision, "output");
        return IntStream.range(0, outputs.size())
                .mapToObj(index -> output(index, outputs.get(index), decision))
                .toList();
    }

    private List<Element> columns(String decision, String kind) {
        var table = Nodes.child(decisions.get(decision), "decisionTable");
        return table == null ? List.of() : Nodes.children(table, kind);
    }

    private Column input(int index, Element input) {
        var expression = Nodes.child(input, "inputExpression");
        var text = Nodes.text(expression).strip();
        var named = typeOfName.containsKey(text);
        var written = types.of(Nodes.attribute(expression, "typeRef"));
        var values = values(input, "inputValues");
        var domain = ValueDomain.of(named ? typeOf(text) : written);
        if (domain != null && written != null) {
            domain = domain.and(ValueDomain.of(written));
        }
        if (domain != null && values != null) {
            domain = domain.and(cell(values));
        }
        var label = label(input);
        return new Column(
                index,
                comparable(text),
                text,
                label == null ? text : label,
                label,
                // A column that reads an item or decision is of its type, whose change is told there.
                named ? null : written(written),
                values,
                domain);
    }

    private Column output(int index, Element output, String decision) {
        var name = Nodes.attribute(output, "name");
        var label = label(output);
        var known = name == null ? Nodes.attribute(decisions.get(decision), "name") : name;
        return new Column(
                index,
                name == null ? "" : name,
                name == null ? "" : name,
                label == null ? known : label,
                label,
                written(types.of(Nodes.attribute(output, "typeRef"))),
                values(output, "outputValues"),
                null);
    }

    private static String label(Element column) {
        var label = Nodes.attribute(column, "label");
        return label == null || label.isBlank() ? null : label;
    }

    private static String values(Element column, String kind) {
        var values = Nodes.child(column, kind);
        return values == null ? null : Nodes.text(values).strip();
    }

    private static String written(ModelTypes.Declared type) {
        if (type == null) {
            return null;
        }
        var admitted = type.range() == null ? String.join(", ", type.words()) : type.range();
        return word(type) + (admitted.isEmpty() ? "" : " (" + admitted + ")");
    }

    /** A type in a word, whatever values it admits. */
    static String word(ModelTypes.Declared type) {
        if (type == null) {
            return null;
        }
        return (type.base() == null ? "structure" : type.base()) + (type.collection() ? " list" : "");
    }
}
