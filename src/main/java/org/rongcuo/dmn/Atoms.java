package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The items of one or several books as variables: each item's values cut into pieces such that whatever the books ask of
 * the item is true of a piece wholly or not at all. Words and truth values are pieces by themselves, numbers and dates are
 * cut at each literal that a cell or an expression compares them with.
 */
final class Atoms {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Variable> variables = new ArrayList<>();

    /** @param id the item's id @param items of that id in all books, which admit one type */
    record Variable(String id, ItemType type, ValuePieces pieces, List<Item> items) {
        /** The piece that holds an answer as JSON gave it or as a typed value; -1 if no book admits it. */
        int piece(Object answer) {
            for (var item : items) {
                if (item.read(answer) instanceof Reading.Admissible admissible
                        && admissible.value() instanceof Comparable<?> value) {
                    return pieces.indexOf(value);
                }
            }
            return -1;
        }
    }

    /**
     * @param books in the order in which their items shall be asked of
     * @throws Forest.TooIntricate if an item is of two types
     */
    Atoms(Collection<CompiledModel> books) {
        Map<String, List<Item>> items = new LinkedHashMap<>();
        Map<String, Set<Comparable<?>>> ends = new HashMap<>();
        for (var book : books) {
            for (var item : order(book)) {
                items.computeIfAbsent(item.id(), id -> new ArrayList<>()).add(item);
            }
            BookCuts.of(book)
                    .forEach((id, cuts) -> ends.computeIfAbsent(id, key -> new LinkedHashSet<>())
                            .addAll(cuts));
        }
        items.forEach((id, same) -> {
            numbers.put(id, variables.size());
            variables.add(variable(id, same, ends.getOrDefault(id, Set.of())));
        });
    }

    /** As the outcome comes to read them, so that what is read together stands together. */
    private static List<Item> order(CompiledModel book) {
        var decisions = new HashMap<String, BookIndex.Decision>();
        book.index()
                .decisions()
                .forEach(decision -> decisions.put(decision.outline().name(), decision));
        var named = new HashMap<String, Item>();
        book.outline().items().forEach(item -> named.put(item.name(), item));
        Set<Item> ordered = new LinkedHashSet<>();
        book.index().decisions().stream()
                .filter(decision -> decision.outline().id().equals(book.kind().outcome()))
                .forEach(decision -> visit(decision, decisions, named, ordered));
        ordered.addAll(book.outline().items());
        return List.copyOf(ordered);
    }

    private static void visit(
            BookIndex.Decision decision,
            Map<String, BookIndex.Decision> decisions,
            Map<String, Item> items,
            Set<Item> ordered) {
        for (var name : decision.requires()) {
            if (items.containsKey(name)) {
                ordered.add(items.get(name));
            } else {
                visit(decisions.get(name), decisions, items, ordered);
            }
        }
    }

    private static Variable variable(String id, List<Item> items, Set<Comparable<?>> ends) {
        var type = items.get(0).type();
        if (items.stream().anyMatch(item -> item.type() != type)) {
            throw new Forest.TooIntricate("an item of two types");
        }
        var cuts = new LinkedHashSet<>(ends);
        items.stream()
                .filter(item -> item.range() != null)
                .forEach(item -> cuts.addAll(AllowedRange.of(item.range()).ends()));
        Predicate<Comparable<?>> admitted =
                value -> items.stream().anyMatch(item -> item.read(value) instanceof Reading.Admissible);
        var pieces =
                switch (type) {
                    case BOOLEAN -> ValuePieces.ofTruth();
                    case STRING ->
                        ValuePieces.ofWords(items.stream()
                                .flatMap(item -> item.allowedValues().stream())
                                .distinct()
                                .toList());
                    case NUMBER -> ValuePieces.ofNumbers(cuts, admitted);
                    case DATE -> ValuePieces.ofDates(cuts, admitted);
                };
        if (pieces.size() == 0) {
            throw new Forest.TooIntricate("an item without a value");
        }
        return new Variable(id, type, pieces, items);
    }

    int[] sizes() {
        return variables.stream().mapToInt(variable -> variable.pieces.size()).toArray();
    }

    List<Variable> variables() {
        return variables;
    }

    /** The variable's number; null if no book has such an item. */
    Integer number(String item) {
        return numbers.get(item);
    }
}
