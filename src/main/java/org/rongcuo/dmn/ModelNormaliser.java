package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Puts right what editors leave behind, so that one model has one form: blank input cells, missing variables,
 * annotations and requirements, defaults written out, prefixed type names. What cannot be put right without guessing
 * is reported. Policy contract, "The gate also normalises what dmn-js leaves".
 */
final class ModelNormaliser {
    private static final Map<String, Map<String, String>> DEFAULTS = Map.of(
            "decisionTable", Map.of("hitPolicy", "UNIQUE", "preferredOrientation", "Rule-as-Row"),
            "itemDefinition", Map.of("isCollection", "false"),
            "itemComponent", Map.of("isCollection", "false"));

    private static final Set<String> DROPPED_WHEN_EMPTY =
            Set.of("description", "question", "allowedAnswers", "allowedValues", "inputValues", "outputValues");

    private final Element definitions;
    private final Findings findings;
    private final Set<String> ids = new HashSet<>();

    ModelNormaliser(Document model, Findings findings) {
        this.definitions = model.getDocumentElement();
        this.findings = findings;
    }

    /** Everything but the requirements, which need the names that the FEEL texts use. */
    void normalise() {
        definitions.removeAttribute("exporter");
        definitions.removeAttribute("exporterVersion");
        tidy(definitions);
        for (var decision : Nodes.children(definitions, "decision")) {
            var table = Nodes.child(decision, "decisionTable");
            if (table != null) {
                completeCells(table);
            }
        }
        for (var item : Nodes.children(definitions, "inputData")) {
            completeVariable(item, typeOfUses(Nodes.attribute(item, "name")));
        }
        for (var decision : Nodes.children(definitions, "decision")) {
            completeVariable(decision, typeOfLogic(decision));
            dropOutputName(decision);
        }
    }

    private void tidy(Element element) {
        var defaults = DEFAULTS.getOrDefault(element.getLocalName(), Map.of());
        defaults.forEach((name, value) -> {
            if (value.equals(Nodes.attribute(element, name))) {
                element.removeAttribute(name);
            }
        });
        for (var name : List.of("label", "outputLabel", "typeRef", "name", "aggregation")) {
            if ("".equals(Nodes.attribute(element, name))) {
                element.removeAttribute(name);
            }
        }
        var typeRef = Nodes.attribute(element, "typeRef");
        if (typeRef != null && typeRef.startsWith("feel:")) {
            element.setAttribute("typeRef", typeRef.substring("feel:".length()));
        }
        if (element.getLocalName().equals("typeRef") && element.getTextContent().startsWith("feel:")) {
            element.setTextContent(element.getTextContent().substring("feel:".length()));
        }
        for (var child : Nodes.children(element)) {
            if (DROPPED_WHEN_EMPTY.contains(child.getLocalName())
                    && child.getTextContent().isBlank()) {
                element.removeChild(child);
            } else {
                tidy(child);
            }
        }
    }

    private void completeCells(Element table) {
        var annotations = Nodes.children(table, "annotation").size();
        for (var rule : Nodes.children(table, "rule")) {
            for (var cell : Nodes.children(rule, "inputEntry")) {
                if (Nodes.text(cell).isBlank()) {
                    Nodes.setText(cell, "-");
                }
            }
            var written = Nodes.children(rule, "annotationEntry");
            for (var entry : written) {
                if (Nodes.child(entry, "text") == null) {
                    Nodes.setText(entry, "");
                }
            }
            for (var missing = written.size(); missing < annotations; missing++) {
                var entry = Nodes.create(rule, "annotationEntry");
                rule.appendChild(entry);
                Nodes.setText(entry, "");
            }
        }
    }

    private void completeVariable(Element holder, String inferred) {
        var name = Nodes.attribute(holder, "name");
        if (name == null) {
            return;
        }
        var variable = Nodes.child(holder, "variable");
        if (variable == null) {
            variable = Nodes.create(holder, "variable");
            var id = Nodes.attribute(holder, "id");
            if (id != null) {
                variable.setAttribute("id", free(id + "_variable"));
            }
            variable.setAttribute("name", name);
            Nodes.insertBefore(
                    holder, variable, List.of("informationRequirement", "decisionTable", "literalExpression"));
        }
        if (Nodes.attribute(variable, "name") == null) {
            variable.setAttribute("name", name);
        }
        if (Nodes.attribute(variable, "typeRef") == null) {
            if (inferred == null) {
                findings.add(
                        "type-unknown",
                        Nodes.place(holder),
                        "“" + Findings.quote(name) + "”没有类型,请为变量指定 typeRef",
                        "\"" + Findings.quote(name) + "\" has no type: give its variable a typeRef");
            } else {
                variable.setAttribute("typeRef", inferred);
            }
        }
    }

    /** The one type that all input columns give to the item of that name, or null. */
    private String typeOfUses(String name) {
        var types = new HashSet<String>();
        for (var decision : Nodes.children(definitions, "decision")) {
            var table = Nodes.child(decision, "decisionTable");
            if (table == null) {
                continue;
            }
            for (var input : Nodes.children(table, "input")) {
                var expression = Nodes.child(input, "inputExpression");
                if (expression != null
                        && Nodes.text(expression).equals(name)
                        && Nodes.attribute(expression, "typeRef") != null) {
                    types.add(Nodes.attribute(expression, "typeRef"));
                }
            }
        }
        return types.size() == 1 ? types.iterator().next() : null;
    }

    private static String typeOfLogic(Element decision) {
        var literal = Nodes.child(decision, "literalExpression");
        if (literal != null) {
            return Nodes.attribute(literal, "typeRef");
        }
        var table = Nodes.child(decision, "decisionTable");
        if (table == null) {
            return null;
        }
        var outputs = Nodes.children(table, "output");
        var policy = Nodes.attribute(table, "hitPolicy");
        var single = policy == null || policy.equals("FIRST") || policy.equals("ANY");
        return outputs.size() == 1 && single ? Nodes.attribute(outputs.get(0), "typeRef") : null;
    }

    /** A single output is named and typed by the decision's variable; the engine refuses a second name. */
    private static void dropOutputName(Element decision) {
        var table = Nodes.child(decision, "decisionTable");
        var variable = Nodes.child(decision, "variable");
        if (table == null || variable == null || Nodes.attribute(variable, "typeRef") == null) {
            return;
        }
        var outputs = Nodes.children(table, "output");
        if (outputs.size() == 1) {
            outputs.get(0).removeAttribute("name");
            outputs.get(0).removeAttribute("typeRef");
        }
    }

    /**
     * Adds the requirements that the FEEL texts imply.
     *
     * @param used for each decision the names that its texts use
     */
    void addRequirements(Map<Element, ? extends Collection<String>> used) {
        Map<String, Element> byName = new HashMap<>();
        for (var kind : List.of("inputData", "decision")) {
            for (var element : Nodes.children(definitions, kind)) {
                byName.putIfAbsent(Nodes.attribute(element, "name"), element);
            }
        }
        used.forEach((decision, names) -> {
            var required = new HashSet<>(requirements(decision));
            for (var name : names) {
                var source = byName.get(name);
                var id = source == null ? null : Nodes.attribute(source, "id");
                if (id != null && required.add(id)) {
                    require(decision, source, id);
                }
            }
        });
    }

    private void require(Element decision, Element source, String id) {
        var requirement = Nodes.create(decision, "informationRequirement");
        requirement.setAttribute("id", free(Nodes.attribute(decision, "id") + "_requires_" + id));
        var isItem = source.getLocalName().equals("inputData");
        var reference = Nodes.create(decision, isItem ? "requiredInput" : "requiredDecision");
        reference.setAttribute("href", "#" + id);
        requirement.appendChild(reference);
        Nodes.insertBefore(decision, requirement, List.of("decisionTable", "literalExpression"));
    }

    /** Ids of the items and decisions that a decision requires, in the order of the document. */
    static List<String> requirements(Element decision) {
        var ids = new ArrayList<String>();
        for (var requirement : Nodes.children(decision, "informationRequirement")) {
            for (var reference : Nodes.children(requirement)) {
                var href = Nodes.attribute(reference, "href");
                if (href != null && href.startsWith("#")) {
                    ids.add(href.substring(1));
                }
            }
        }
        return ids;
    }

    private String free(String wanted) {
        if (ids.isEmpty()) {
            collectIds(definitions, ids);
        }
        var id = wanted;
        for (var n = 2; !ids.add(id); n++) {
            id = wanted + "_" + n;
        }
        return id;
    }

    private static void collectIds(Element element, Set<String> into) {
        var id = Nodes.attribute(element, "id");
        if (id != null) {
            into.add(id);
        }
        Nodes.children(element).forEach(child -> collectIds(child, into));
    }
}
