package org.rongcuo.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongcuo.dmn.BookDiagrams;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.Diagram;
import org.rongcuo.dmn.Evaluation;
import org.rongcuo.dmn.Item;

/**
 * Whether a variant, a TOLERANCE book of a place below or of one field, keeps to what stands above it: proven for all
 * facts by decision diagrams, or refuted by facts on which both models were really evaluated. It may add bottom lines and
 * narrow circumstances; it may not loosen its parent's bottom line nor cut an entitlement.
 */
final class Conformance {
    private static final List<String> LOOSER = List.of("免责", "减责", "提请会商");
    private static final List<String> HEAVIER = List.of("不予容错", "减责");
    private static final String EXEMPT = "免责";

    private Conformance() {}

    /** What was found of a variant. */
    enum Proof {
        CONFORMS,
        /** There is a counter-example. */
        REFUTED,
        NOT_PROVEN
    }

    /** @param refuted null unless there is a counter-example */
    record Found(Proof proof, @Nullable Refuted refuted) {
        static final Found CONFORMS = new Found(Proof.CONFORMS, null);
        static final Found NOT_PROVEN = new Found(Proof.NOT_PROVEN, null);
    }

    /**
     * A counter-example.
     *
     * @param facts by item id, one for each item of the books concerned
     * @param deciding the items of which the answers alone make it certain that the parent's bottom line is hit, or that
     *     the statute entitles
     * @param says the variant's word
     * @param parentSays the parent's word; null if none stands, or there is no parent
     * @param rows the rows of the parent's bottom line that are hit, or those by which the statute entitles
     */
    record Refuted(
            Map<String, Object> facts,
            List<Item> deciding,
            String says,
            @Nullable String parentSays,
            List<CounterExample.Row> rows) {}

    /**
     * Nowhere may the parent hit its bottom line while the variant says 免责, 减责 or 提请会商. A variant of which no word
     * stands refers to a person and loosens nothing.
     */
    static Found bottomLine(CompiledModel variant, CompiledModel parent) {
        try {
            var diagrams = BookDiagrams.over(List.of(parent, variant));
            return diagrams.exactly(() -> {
                var hit = diagrams.of(parent).bottomLine();
                var loosened = diagrams.of(variant)
                        .word()
                        .with(and(hit, admits(diagrams, parent, variant)), Conformance::wordWhere);
                return refute(LOOSER, loosened, (facts, word) -> {
                    var above = parent.evaluate(facts);
                    return Optional.of(word).equals(word(variant.evaluate(facts))) && hitsBottomLine(above)
                            ? refuted(facts, hit, parent, word, word(above).orElse(null), rows(above, "bottomLine"))
                            : null;
                });
            });
        } catch (BookDiagrams.NotExact intricate) {
            return Found.NOT_PROVEN;
        }
    }

    /**
     * Nowhere may the variant say 减责 or 不予容错 where the statute's 免责 is certain from the items that the variant asks,
     * whatever the answers to the statute's other items are, and the parent says 免责. What a statute makes of items that
     * the variant does not ask is for the rule of the layers when a matter is evaluated ({@code entitlement}): the checklist
     * asks them beside the variant's own, and where they entitle, the matter refers to a person. No variant could keep to a
     * ground that it does not ask of.
     *
     * @param parent the nearest TOLERANCE book above; null if there is none, then its word is no condition
     */
    static Found entitlement(CompiledModel variant, CompiledModel statute, @Nullable CompiledModel parent) {
        var asked = ids(variant);
        var unasked = ids(statute).stream().filter(id -> !asked.contains(id)).collect(Collectors.toSet());
        try {
            var alone = BookDiagrams.over(List.of(statute));
            if (!alone.exactly(() -> certain(alone, statute, unasked)).values().contains(true)) {
                return Found.CONFORMS;
            }
            var books = new ArrayList<>(List.of(statute, variant));
            Optional.ofNullable(parent).ifPresent(above -> books.add(1, above));
            var diagrams = BookDiagrams.over(books);
            return diagrams.exactly(() -> {
                var certain = certain(diagrams, statute, unasked);
                var where = and(certain, admits(diagrams, books.toArray(CompiledModel[]::new)));
                if (parent != null) {
                    where = and(where, diagrams.of(parent).word().map(Optional.of(EXEMPT)::equals));
                }
                var cut = diagrams.of(variant).word().with(where, Conformance::wordWhere);
                return refute(HEAVIER, cut, (facts, word) -> {
                    var law = statute.evaluate(facts);
                    var above = Optional.ofNullable(parent).flatMap(book -> word(book.evaluate(facts)));
                    return Optional.of(word).equals(word(variant.evaluate(facts)))
                                    && word(law).equals(Optional.of(EXEMPT))
                                    && (parent == null || above.equals(Optional.of(EXEMPT)))
                            ? refuted(facts, certain, statute, word, above.orElse(null), rows(law, "tolerability"))
                            : null;
                });
            });
        } catch (BookDiagrams.NotExact intricate) {
            return Found.NOT_PROVEN;
        }
    }

    /** Where the statute's 免责 stands whatever the answers are, of those it admits, to items that are not asked. */
    private static Diagram<Boolean> certain(BookDiagrams diagrams, CompiledModel statute, Set<String> unasked) {
        var entitles = diagrams.of(statute).word().map(Optional.of(EXEMPT)::equals);
        return Diagram.forAll(
                entitles.with(diagrams.admits(statute, unasked), (stands, admitted) -> stands || !admitted), unasked);
    }

    /** Evaluates the books on facts and tells the counter-example; null if they do not bear it out. */
    private interface Trial {
        @Nullable
        Refuted on(Map<String, Object> facts, String word);
    }

    /** Looks for the worst of some words, and tries it on both models: what they do not bear out is not proven. */
    private static Found refute(List<String> worstFirst, Diagram<Optional<String>> wrong, Trial trial) {
        for (var word : worstFirst) {
            var example = wrong.example(Optional.of(word)::equals);
            if (example.isPresent()) {
                var refuted = trial.on(wrong.complete(example.get()), word);
                return refuted == null ? Found.NOT_PROVEN : new Found(Proof.REFUTED, refuted);
            }
        }
        return Found.CONFORMS;
    }

    private static Refuted refuted(
            Map<String, Object> facts,
            Diagram<Boolean> ground,
            CompiledModel asksForIt,
            String says,
            @Nullable String parentSays,
            List<CounterExample.Row> rows) {
        var deciding = ground.sufficient(facts, Boolean.TRUE::equals).keySet();
        return new Refuted(
                facts,
                asksForIt.outline().items().stream()
                        .filter(item -> deciding.contains(item.id()))
                        .toList(),
                says,
                parentSays,
                rows);
    }

    private static Optional<String> wordWhere(Optional<String> word, boolean here) {
        return here ? word : Optional.empty();
    }

    private static Diagram<Boolean> and(Diagram<Boolean> one, Diagram<Boolean> other) {
        return one.with(other, Boolean::logicalAnd);
    }

    /** Facts that one of the books does not admit prove nothing: it would leave the item open. */
    private static Diagram<Boolean> admits(BookDiagrams diagrams, CompiledModel... books) {
        var admits = diagrams.always(true);
        for (var book : books) {
            admits = and(admits, diagrams.admits(book, ids(book)));
        }
        return admits;
    }

    private static Set<String> ids(CompiledModel book) {
        return book.outline().items().stream().map(Item::id).collect(Collectors.toSet());
    }

    private static Optional<String> word(Evaluation evaluation) {
        var verdict = evaluation.verdict();
        return verdict.reasons().isEmpty() ? Optional.ofNullable(verdict.word()) : Optional.empty();
    }

    private static boolean hitsBottomLine(Evaluation evaluation) {
        return evaluation.decision("bottomLine").stream()
                .anyMatch(hit -> !hit.rows().isEmpty() || hit.value() instanceof List<?> hits && !hits.isEmpty());
    }

    private static List<CounterExample.Row> rows(Evaluation evaluation, String decision) {
        return evaluation.decision(decision).stream()
                .flatMap(result -> result.rows().stream())
                .filter(row -> row.selected() || Objects.equals(decision, "bottomLine"))
                .map(row -> new CounterExample.Row(decision, row.id(), row.number(), row.basis(), row.note()))
                .toList();
    }
}
