package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Reads the outline of a model that passed all checks. */
final class ModelReader {
    private final Element definitions;
    private final ModelTypes types;

    private ModelReader(Element definitions, ModelTypes types) {
        this.definitions = definitions;
        this.types = types;
    }

    static ModelOutline outline(Element definitions, ModelTypes types) {
        var reader = new ModelReader(definitions, types);
        return new ModelOutline(Nodes.attribute(definitions, "name"), reader.items(), reader.decisions());
    }

    private List<Item> items() {
        var items = new ArrayList<Item>();
        for (var data : Nodes.children(definitions, "inputData")) {
            var type = types.of(Nodes.attribute(Nodes.child(data, "variable"), "typeRef"));
            var name = Nodes.attribute(data, "name");
            var question = Nodes.childText(data, "description");
            var scope = Nodes.rc(data, "scope");
            var source = Nodes.rc(data, "source");
            items.add(new Item(
                    Nodes.attribute(data, "id"),
                    name,
                    question == null ? name : question,
                    ItemType.valueOf(type.base().toUpperCase(Locale.ROOT)),
                    type.words(),
                    type.range(),
                    Nodes.rc(data, "group"),
                    Nodes.rc(data, "evidence"),
                    Nodes.rc(data, "basis"),
                    scope == null ? ItemScope.SUBJECT : ItemScope.valueOf(scope),
                    source == null ? ItemSource.ANSWER : ItemSource.valueOf(source)));
        }
        return items;
    }

    private List<DecisionOutline> decisions() {
        Map<String, List<String>> requires = new HashMap<>();
        for (var decision : Nodes.children(definitions, "decision")) {
            requires.put(Nodes.attribute(decision, "id"), ModelNormaliser.requirements(decision));
        }
        var outlines = new ArrayList<DecisionOutline>();
        for (var decision : Nodes.children(definitions, "decision")) {
            var id = Nodes.attribute(decision, "id");
            var table = Nodes.child(decision, "decisionTable");
            var behind = closure(id, requires);
            var items = Nodes.children(definitions, "inputData").stream()
                    .map(data -> Nodes.attribute(data, "id"))
                    .filter(behind::contains)
                    .toList();
            outlines.add(new DecisionOutline(
                    id,
                    Nodes.attribute(decision, "name"),
                    table == null ? null : hitPolicy(table),
                    items,
                    table == null ? List.of() : columns(table),
                    table == null ? List.of() : rows(table)));
        }
        return outlines;
    }

    private static String hitPolicy(Element table) {
        var aggregation = Nodes.attribute(table, "aggregation");
        return TableChecks.hitPolicy(table) + (aggregation == null ? "" : " " + aggregation);
    }

    private static List<String> columns(Element table) {
        return Nodes.children(table, "input").stream()
                .map(input -> {
                    var label = Nodes.attribute(input, "label");
                    return label == null || label.isBlank() ? Nodes.text(Nodes.child(input, "inputExpression")) : label;
                })
                .toList();
    }

    private static List<RowOutline> rows(Element table) {
        var annotations = Nodes.children(table, "annotation").stream()
                .map(annotation -> Nodes.attribute(annotation, "name"))
                .toList();
        var rows = new ArrayList<RowOutline>();
        for (var rule : Nodes.children(table, "rule")) {
            var notes = texts(rule, "annotationEntry");
            rows.add(new RowOutline(
                    Nodes.attribute(rule, "id"),
                    rows.size() + 1,
                    texts(rule, "inputEntry"),
                    texts(rule, "outputEntry"),
                    notes.get(annotations.indexOf("依据")),
                    notes.get(annotations.indexOf("说明")),
                    annotations.contains("生效") ? notes.get(annotations.indexOf("生效")) : null,
                    "true".equals(Nodes.rc(rule, "catchAll"))));
        }
        return rows;
    }

    private static List<String> texts(Element rule, String kind) {
        return Nodes.children(rule, kind).stream().map(Nodes::text).toList();
    }

    /** Ids of everything that a decision rests on, items and decisions, itself left out. */
    static Set<String> closure(String decision, Map<String, List<String>> requires) {
        var seen = new HashSet<String>();
        var open = new ArrayList<>(requires.getOrDefault(decision, List.of()));
        while (!open.isEmpty()) {
            var next = open.remove(open.size() - 1);
            if (seen.add(next)) {
                open.addAll(requires.getOrDefault(next, List.of()));
            }
        }
        return seen;
    }
}
