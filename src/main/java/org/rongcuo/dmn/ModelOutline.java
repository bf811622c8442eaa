package org.rongcuo.dmn;

import java.util.List;
import java.util.Optional;

/**
 * What a model asks and decides, without the engine.
 *
 * @param name the book's name in the model, in Chinese
 * @param items its checklist items (核实清单), in document order
 * @param decisions its decisions, in document order
 */
public record ModelOutline(String name, List<Item> items, List<DecisionOutline> decisions) {
    public ModelOutline {
        items = List.copyOf(items);
        decisions = List.copyOf(decisions);
    }

    /** The item of that id, if the book has one. */
    public Optional<Item> item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** The decision of that id, if the book has one. */
    public Optional<DecisionOutline> decision(String id) {
        return decisions.stream().filter(decision -> decision.id().equals(id)).findFirst();
    }
}
