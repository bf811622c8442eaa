package org.rongcuo.dmn;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Books as functions of their items: what a book says for whatever answers, compiled into decision diagrams over the pieces
 * that its cells cut the answers into. Exact: questions about outcomes still possible, about items that no longer matter and
 * about where two books differ are read off the diagrams. Policy contract, "Evaluation", partial answers.
 */
public final class BookDiagrams {
    private final Atoms atoms;
    private final Forest forest;

    private BookDiagrams(Collection<CompiledModel> books) {
        this.atoms = new Atoms(books);
        this.forest = new Forest(atoms.sizes());
    }

    /**
     * What one book says.
     *
     * @param word the outcome word; empty where no word stands and a person must judge
     * @param bottomLine whether a bottom line (底线) is hit
     * @param effects what is attached (结果运用), none if the book names none; empty where it is not known
     */
    public record Said(
            Diagram<Optional<String>> word, Diagram<Boolean> bottomLine, Diagram<Optional<Set<Object>>> effects) {}

    /**
     * Books over common items.
     *
     * @param books the most important first: its items come first
     * @throws NotExact if they are too intricate, or do with a number or date what literals do not cut
     */
    public static BookDiagrams over(Collection<CompiledModel> books) throws NotExact {
        try {
            SilentEngine.ensure();
            return new BookDiagrams(books);
        } catch (Forest.TooIntricate intricate) {
            throw new NotExact(intricate.getMessage());
        }
    }

    /** What cannot be worked out exactly; whoever asked must be told "not proven", never guess. */
    public static final class NotExact extends Exception {
        private static final long serialVersionUID = 1L;

        NotExact(String message) {
            super(message);
        }
    }

    /** Work on diagrams. */
    @FunctionalInterface
    public interface Work<T> {
        T done();
    }

    /** Does work on diagrams of these books. @throws NotExact if they become too intricate on the way */
    public <T> T exactly(Work<T> work) throws NotExact {
        try {
            return work.done();
        } catch (Forest.TooIntricate intricate) {
            throw new NotExact(intricate.getMessage());
        }
    }

    /** What one of these books says; to be called within {@link #exactly}. */
    public Said of(CompiledModel book) {
        var symbols = new BookSymbols(book, atoms, forest);
        var bottomLine = symbols.decision("bottomLine");
        var hit = bottomLine == null ? forest.constant(false) : symbols.anyHit(bottomLine.hits());
        return new Said(
                new Diagram<>(this, word(book, symbols, hit)),
                new Diagram<>(this, hit),
                new Diagram<>(this, effects(symbols)));
    }

    /** The same value whatever the answers are. */
    public <T> Diagram<T> always(T value) {
        return new Diagram<>(this, forest.constant(value));
    }

    /**
     * Whether a book admits the answers to some items.
     *
     * @param items ids; those that the book does not ask are left out
     */
    public Diagram<Boolean> admits(CompiledModel book, Collection<String> items) {
        var admits = forest.constant(true);
        for (var item : book.outline().items()) {
            if (items.contains(item.id())) {
                var number = atoms.number(item.id());
                var pieces = atoms.variables().get(number).pieces();
                var admitted =
                        forest.variable(number, piece -> item.read(pieces.sample(piece)) instanceof Reading.Admissible);
                admits = forest.and(admits, admitted);
            }
        }
        return new Diagram<>(this, admits);
    }

    /** As {@link StrictReading} reads a word, for all answers at once. */
    private int word(CompiledModel book, BookSymbols symbols, int bottomLine) {
        var doubt = forest.constant(false);
        for (var decision : book.outline().decisions()) {
            if (book.reading().concerns(decision.id())) {
                var symbol = symbols.decision(decision.id());
                doubt = forest.or(doubt, symbols.failed(symbol));
                doubt = forest.or(doubt, isNull(symbols, symbol));
            }
        }
        var said = forest.map(
                symbols.decision(book.kind().outcome()).value(),
                value -> value instanceof String word && book.kind().words().contains(word)
                        ? Optional.of(word)
                        : Optional.empty());
        said = forest.combine(
                said,
                bottomLine,
                (word, hit) -> Boolean.TRUE.equals(hit) && StrictReading.isLenient(word) ? Optional.empty() : word);
        said = forest.combine(
                said,
                catchAllOnly(book, symbols),
                (word, only) -> Boolean.TRUE.equals(only) && word.equals(Optional.of("免责")) ? Optional.empty() : word);
        return forest.choose(doubt, forest.constant(Optional.empty()), said);
    }

    private int isNull(BookSymbols symbols, Symbol symbol) {
        if (symbol.hits() == null) {
            return forest.map(symbol.value(), value -> value == Symbol.NULL);
        }
        return symbol.hits().nullIfNone()
                ? forest.map(symbols.anyHit(symbol.hits()), hit -> !Boolean.TRUE.equals(hit))
                : forest.constant(false);
    }

    private int catchAllOnly(CompiledModel book, BookSymbols symbols) {
        var symbol = symbols.decision("circumstances");
        if (symbol == null || symbol.hits() == null) {
            return forest.constant(false);
        }
        var rows = book.outline().decision("circumstances").orElseThrow().rows();
        var catchAlls = forest.constant(false);
        var others = forest.constant(false);
        for (var row : rows) {
            var hit = symbol.hits().rows().get(row.number() - 1);
            if (row.catchAll()) {
                catchAlls = forest.or(catchAlls, hit);
            } else {
                others = forest.or(others, hit);
            }
        }
        return forest.combine(catchAlls, others, (a, b) -> Boolean.TRUE.equals(a) && !Boolean.TRUE.equals(b));
    }

    private int effects(BookSymbols symbols) {
        var symbol = symbols.decision("effects");
        if (symbol == null) {
            return forest.constant(Optional.of(Set.of()));
        }
        var value = symbol.hits() == null ? symbol.value() : sets(symbol.hits());
        return forest.map(
                value,
                worth -> worth instanceof List<?> list
                        ? Optional.of(new HashSet<>(list))
                        : worth instanceof Set<?> ? Optional.of(worth) : Optional.empty());
    }

    private int sets(Symbol.Hits hits) {
        var sets = forest.constant(Set.of());
        for (var n = 0; n < hits.rows().size(); n++) {
            var output = hits.outputs().get(n);
            sets = forest.combine(sets, hits.rows().get(n), (sofar, holds) -> {
                if (!Boolean.TRUE.equals(holds)) {
                    return sofar;
                }
                var more = new HashSet<Object>((Set<?>) sofar);
                more.add(output);
                return Set.copyOf(more);
            });
        }
        var read = hits.nullIfNone() ? forest.map(sets, set -> ((Set<?>) set).isEmpty() ? Symbol.NULL : set) : sets;
        return forest.choose(hits.failed(), forest.constant(Symbol.FAILED), read);
    }

    Atoms atoms() {
        return atoms;
    }

    Forest forest() {
        return forest;
    }

    private BookDiagrams(Atoms atoms) {
        this.atoms = atoms;
        this.forest = new Forest(atoms.sizes());
    }

    /** A diagram alone, without all that it was made of. */
    static <T> Diagram<T> alone(Diagram<T> diagram) {
        var alone = new BookDiagrams(diagram.books().atoms);
        return new Diagram<>(alone, diagram.books().forest.copy(diagram.root(), alone.forest));
    }
}
