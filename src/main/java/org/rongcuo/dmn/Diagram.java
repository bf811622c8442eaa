package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.rongcuo.shared.Text;

/**
 * A function of the items of some books, stored as a decision diagram. Growing further ones of it ({@link #map}, {@link
 * #with}) is for one thread at a time; reading is for any number.
 *
 * @param <T> what the function yields; told apart by {@code equals}
 */
public final class Diagram<T> {
    private final BookDiagrams books;
    private final int root;

    Diagram(BookDiagrams books, int root) {
        this.books = books;
        this.root = root;
    }

    BookDiagrams books() {
        return books;
    }

    int root() {
        return root;
    }

    /** The function of what this yields; within {@link BookDiagrams#exactly}. */
    public <R> Diagram<R> map(Function<? super T, ? extends R> function) {
        return new Diagram<>(books, books.forest().map(root, value -> function.apply(read(value))));
    }

    /** The function of what this and another of the same books yield; within {@link BookDiagrams#exactly}. */
    public <U, R> Diagram<R> with(Diagram<U> other, BiFunction<? super T, ? super U, ? extends R> function) {
        if (other.books != books) {
            throw new IllegalArgumentException("diagrams over different items");
        }
        return new Diagram<>(
                books,
                books.forest()
                        .combine(root, other.root, (left, right) -> function.apply(read(left), other.read(right))));
    }

    @SuppressWarnings("unchecked")
    private T read(Object value) {
        return (T) value;
    }

    /** The same function, freed of all that it was made of. */
    public Diagram<T> alone() {
        return BookDiagrams.alone(this);
    }

    /** How many nodes the diagrams of its books have together; a measure of its weight in memory. */
    public int size() {
        return books.forest().size();
    }

    /** All that it can yield. */
    public Set<T> values() {
        var values = new LinkedHashSet<T>();
        books.forest().range(root).forEach(value -> values.add(read(value)));
        return values;
    }

    /**
     * What it can still yield once some answers are known, and which of the others it still depends on.
     *
     * @param answers by item id, as JSON gave them or typed; those that no book admits, and items of no book, count as
     *     open
     */
    public Outlook<T> given(Map<String, Object> answers) {
        var rest = restricted(answers);
        var values = new LinkedHashSet<T>();
        rest.forest.range(rest.root).forEach(value -> values.add(read(value)));
        return new Outlook<>(
                values,
                new Influence(rest.forest, rest.root).order(books.atoms().variables()));
    }

    /** A function with some variables fixed. */
    private record Rest(Forest forest, int root) {}

    private Rest restricted(Map<String, Object> answers) {
        var variables = books.atoms().variables();
        var known = new int[variables.size()];
        for (var n = 0; n < known.length; n++) {
            var answer = answers.get(variables.get(n).id());
            known[n] = answer == null ? -1 : variables.get(n).piece(answer);
        }
        var forest = new Forest(books.atoms().sizes());
        return new Rest(forest, books.forest().restrict(root, known, forest));
    }

    /**
     * Answers on which it yields a certain value, one for each item that it takes to get there.
     *
     * @return by item id, typed; empty if it never yields such a value
     */
    public Optional<Map<String, Object>> example(Predicate<? super T> wanted) {
        var fruitful = fruitful(wanted);
        if (!fruitful.is(root)) {
            return Optional.empty();
        }
        var forest = books.forest();
        var path = new LinkedHashMap<String, Object>();
        for (var node = root; !forest.isConstant(node); ) {
            var variable = books.atoms().variables().get(forest.variableOf(node));
            var piece = 0;
            while (!fruitful.is(forest.childrenOf(node)[piece])) {
                piece++;
            }
            path.put(variable.id(), variable.pieces().sample(piece));
            node = forest.childrenOf(node)[piece];
        }
        return Optional.of(path);
    }

    private Fruitful fruitful(Predicate<? super T> wanted) {
        return new Fruitful(books.forest(), value -> wanted.test(read(value)));
    }

    /**
     * Boxes of answers on which it yields what is wanted, at most so many; they do not overlap.
     *
     * @param wanted the value
     * @return for each box the items that matter, by id, with their values in words
     */
    public List<Region> regions(Predicate<? super T> wanted, int atMost) {
        var regions = new ArrayList<Region>();
        collect(root, fruitful(wanted), new LinkedHashMap<>(), new LinkedHashMap<>(), regions, atMost);
        return regions;
    }

    private void collect(
            int node,
            Fruitful fruitful,
            Map<String, List<Text>> words,
            Map<String, Object> sample,
            List<Region> into,
            int atMost) {
        if (into.size() >= atMost || !fruitful.is(node)) {
            return;
        }
        var forest = books.forest();
        if (forest.isConstant(node)) {
            into.add(new Region(new LinkedHashMap<>(words), new LinkedHashMap<>(sample)));
            return;
        }
        var variable = books.atoms().variables().get(forest.variableOf(node));
        var children = forest.childrenOf(node);
        var pieces = new LinkedHashMap<Integer, BitSet>();
        for (var n = 0; n < children.length; n++) {
            pieces.computeIfAbsent(children[n], key -> new BitSet()).set(n);
        }
        pieces.forEach((child, set) -> {
            words.put(variable.id(), variable.pieces().words(set));
            sample.put(variable.id(), variable.pieces().sample(set.nextSetBit(0)));
            collect(child, fruitful, words, sample, into, atMost);
        });
        words.remove(variable.id());
        sample.remove(variable.id());
    }

    /**
     * A box of answers.
     *
     * @param where by item id the values in words; an item left out may have any value
     * @param example by item id an answer within the box
     */
    public record Region(Map<String, List<Text>> where, Map<String, Object> example) {}

    /**
     * What each item is limited to where it yields what is wanted.
     *
     * @return for each item that cannot have every value there, by id, the values in words; empty words if it is nowhere
     */
    public Map<String, List<Text>> limits(Predicate<? super T> wanted) {
        var variables = books.atoms().variables();
        var reached = new Projection(books.forest(), books.atoms().sizes(), value -> wanted.test(read(value))).of(root);
        var limits = new LinkedHashMap<String, List<Text>>();
        for (var n = 0; n < reached.size(); n++) {
            var pieces = variables.get(n).pieces();
            if (!reached.get(n).equals(pieces.all())) {
                limits.put(variables.get(n).id(), pieces.words(reached.get(n)));
            }
        }
        return limits;
    }

    /**
     * Whether a truth holds whatever some items' answers are; within {@link BookDiagrams#exactly}.
     *
     * @param truth a diagram of truth values
     * @param items ids; others than those of the books are left out
     */
    public static Diagram<Boolean> forAll(Diagram<Boolean> truth, Collection<String> items) {
        var quantified = new BitSet();
        items.stream().map(truth.books.atoms()::number).filter(Objects::nonNull).forEach(quantified::set);
        return new Diagram<>(truth.books, truth.books.forest().forAll(truth.root, quantified));
    }

    /**
     * Those of some facts that alone make it certain that this yields what is wanted: none of them can be left out.
     *
     * @param facts by item id, on which it does
     */
    public Map<String, Object> sufficient(Map<String, Object> facts, Predicate<? super T> wanted) {
        var kept = new LinkedHashMap<>(facts);
        for (var item : facts.keySet()) {
            var answer = kept.remove(item);
            var rest = restricted(kept);
            if (!rest.forest.range(rest.root).stream().allMatch(value -> wanted.test(read(value)))) {
                kept.put(item, answer);
            }
        }
        return kept;
    }

    /** Facts with an answer for every item that they leave open: one fit for all books where they have any in common. */
    public Map<String, Object> complete(Map<String, Object> facts) {
        var complete = new LinkedHashMap<String, Object>();
        for (var variable : books.atoms().variables()) {
            var known = facts.get(variable.id());
            complete.put(
                    variable.id(),
                    known != null
                            ? known
                            : anyAnswer(variable.id()).orElse(variable.pieces().sample(0)));
        }
        return complete;
    }

    /**
     * An answer to whatever is asked of an item, fit for all of these books.
     *
     * @return a typed value; empty if the books have none in common
     */
    public Optional<Object> anyAnswer(String item) {
        return anyAnswer(item, answer -> 0);
    }

    /**
     * The answer to an item, fit for all of these books, that weighs least.
     *
     * @return a typed value; empty if the books have none in common
     */
    public Optional<Object> anyAnswer(String item, ToIntFunction<Object> weight) {
        var number = books.atoms().number(item);
        if (number == null) {
            return Optional.empty();
        }
        var variable = books.atoms().variables().get(number);
        return IntStream.range(0, variable.pieces().size())
                .<Object>mapToObj(variable.pieces()::sample)
                .filter(sample ->
                        variable.items().stream().allMatch(each -> each.read(sample) instanceof Reading.Admissible))
                .min(Comparator.comparingInt(weight));
    }

    /** An answer that one of the books admits to its own item. */
    Object answerTo(Item item) {
        var pieces =
                books.atoms().variables().get(books.atoms().number(item.id())).pieces();
        return IntStream.range(0, pieces.size())
                .<Object>mapToObj(pieces::sample)
                .filter(sample -> item.read(sample) instanceof Reading.Admissible)
                .findFirst()
                .orElseThrow();
    }
}
