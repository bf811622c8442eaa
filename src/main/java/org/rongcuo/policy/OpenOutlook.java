package org.rongcuo.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.Diagram;
import org.rongcuo.dmn.Item;
import org.rongcuo.policy.EvaluationView.OpenItem;

/**
 * What open items still decide.
 *
 * @param possible the outcomes that answers to them can still bring about, the lightest first
 * @param openItems in the order in which to ask
 * @param material those that may still matter; empty only if it is proven that none does
 * @param assumed an answer to each, if none matters
 */
record OpenOutlook(
        List<Recommendation> possible, List<OpenItem> openItems, List<Item> material, Map<String, Object> assumed) {
    /**
     * Exactly, by the diagram of what comes out. Of the answers that could be assumed the one is taken that speaks for the
     * fewest bottom lines: whatever nobody found out is not to look like an accusation.
     *
     * @param facts the answers that fit
     * @param models those that ask
     */
    static OpenOutlook of(
            Diagram<Recommendation> diagram,
            Map<String, Object> facts,
            List<Item> open,
            Collection<CompiledModel> models) {
        var outlook = diagram.given(facts);
        Map<String, Object> assumed = new HashMap<>();
        for (var item : open) {
            var answer = outlook.material().isEmpty()
                    ? diagram.anyAnswer(item.id(), each -> weight(item, each, models))
                    : diagram.anyAnswer(item.id());
            answer.ifPresent(value -> assumed.put(item.id(), value));
        }
        // An item that its books cannot agree upon has no answer that could be assumed.
        var material = open.stream()
                .filter(item -> outlook.material().contains(item.id()) || !assumed.containsKey(item.id()))
                .toList();
        var ordered = new ArrayList<OpenItem>();
        for (var id : outlook.material()) {
            open.stream().filter(item -> item.id().equals(id)).forEach(item -> ordered.add(view(item, true)));
        }
        for (var item : open) {
            if (!outlook.material().contains(item.id())) {
                ordered.add(view(item, material.contains(item)));
            }
        }
        return new OpenOutlook(
                Arrays.stream(Recommendation.values())
                        .filter(outlook.possible()::contains)
                        .toList(),
                ordered,
                material,
                assumed);
    }

    /** Bottom lines before all, then that something is so: what was not found is rather taken not to be. */
    private static int weight(Item item, Object answer, Collection<CompiledModel> models) {
        var accusations = models.stream()
                .mapToInt(model -> model.accusations(item.id(), answer))
                .sum();
        return 2 * accusations + (Boolean.TRUE.equals(answer) ? 1 : 0);
    }

    /** Where nothing can be proven anything may come out, and everything may matter. */
    static OpenOutlook unproven(List<Item> open) {
        return new OpenOutlook(
                List.of(Recommendation.values()),
                open.stream().map(item -> view(item, true)).toList(),
                open,
                Map.of());
    }

    /** Ids of the open items that decide nothing any more. */
    Set<String> immaterial() {
        return openItems.stream()
                .filter(item -> !item.material())
                .map(OpenItem::item)
                .collect(Collectors.toSet());
    }

    /**
     * Whether the tables have decided though items are open: whatever the answers, one outcome that is theirs. Where they
     * refer whatever the answers, nothing is assumed; a person judges, and wants the facts.
     */
    boolean isDecided() {
        return material.isEmpty() && possible.size() == 1 && !possible.contains(Recommendation.REFER);
    }

    private static OpenItem view(Item item, boolean material) {
        return new OpenItem(item.id(), item.question(), material);
    }
}
