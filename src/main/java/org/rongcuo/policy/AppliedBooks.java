package org.rongcuo.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rongcuo.dmn.Item;
import org.rongcuo.dmn.Reading;
import org.rongcuo.shared.Text;

/**
 * The versions that bear on a matter at both dates and the items they ask: the union over every layer, an item once
 * (policy-contract "What a model holds").
 */
public final class AppliedBooks {
    private final Books.TwoDates dates;
    private final List<AppliedVersion> versions;
    private final Map<String, List<Item>> items;

    private AppliedBooks(Books.TwoDates dates, List<AppliedVersion> versions, Map<String, List<Item>> items) {
        this.dates = dates;
        this.versions = versions;
        this.items = items;
    }

    static AppliedBooks of(Books.TwoDates dates, Books books) {
        Map<String, List<Item>> items = new LinkedHashMap<>();
        for (var version : dates.asked()) {
            books.usable(version)
                    .ifPresent(model -> model.outline()
                            .items()
                            .forEach(item -> items.computeIfAbsent(item.id(), id -> new ArrayList<>())
                                    .add(item)));
        }
        return new AppliedBooks(
                dates, dates.asked().stream().map(AppliedVersion::of).toList(), items);
    }

    Books.TwoDates dates() {
        return dates;
    }

    public List<AppliedVersion> versions() {
        return versions;
    }

    /** The questions, each as the most specific book asks it. */
    public List<ItemView> items() {
        return items.values().stream().map(asked -> ItemView.of(asked.get(0))).toList();
    }

    /** The ids of the items, in the order of the questions. */
    Set<String> ids() {
        return items.keySet();
    }

    /** How an item is put and what it admits, in all versions that ask it, for comparison. */
    Object asked(String id) {
        var asked = items.get(id);
        return List.of(
                asked.get(0).question(),
                asked.stream()
                        .map(item -> List.of(item.type(), item.allowedValues(), String.valueOf(item.range())))
                        .collect(Collectors.toSet()));
    }

    public Optional<ItemView> item(String id) {
        return Optional.ofNullable(items.get(id)).map(asked -> ItemView.of(asked.get(0)));
    }

    /** Whether at least one version that asks the item admits the answer. */
    public boolean admits(String id, Object answer) {
        return refusal(id, answer).isEmpty();
    }

    /** Whether the item is asked and the answer admitted. */
    public boolean fits(String id, Object answer) {
        return items.containsKey(id) && admits(id, answer);
    }

    /** Why no version admits the answer; empty when one does. */
    public Optional<Refusal> refusal(String id, Object answer) {
        Reading.Inadmissible why = null;
        for (var item : items.getOrDefault(id, List.of())) {
            var reading = item.read(answer);
            if (reading instanceof Reading.Admissible) {
                return Optional.empty();
            }
            why = why == null ? (Reading.Inadmissible) reading : why;
        }
        return Optional.ofNullable(why).map(refused -> new Refusal(refused.code(), refused.message()));
    }

    /** Why an answer is not admissible, coded. */
    public record Refusal(String code, Text message) {}
}
