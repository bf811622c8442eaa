package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.shared.Text;

/**
 * How two versions of a book differ by what they say, whatever their tables look like: the facts on which the outcome is
 * another, or the proof that there are none. Items that only one version asks are free for the other; an answer that a
 * version does not admit leaves it without a word where its outcome rests on that item. Effects, routes and notices are not
 * compared.
 *
 * @param status what is proven
 * @param changes one for each pair of outcomes, in the order of the outcomes; empty unless different
 * @param text the whole in a sentence
 */
public record SemanticDiff(Status status, List<Change> changes, Text text) {
    static final int MOST_REGIONS = 20;

    public SemanticDiff {
        changes = List.copyOf(changes);
    }

    /** What is proven of two versions. */
    @Schema(name = "SemanticStatus")
    public enum Status {
        /** Whatever the facts are, both come to the same outcome. */
        EQUIVALENT,
        /** There are facts on which they do not. */
        DIFFERENT,
        /** It could not be worked out. */
        NOT_PROVEN
    }

    /** What a book comes to, the lightest for the subject first. */
    @Schema(name = "SemanticOutcome")
    public enum Outcome {
        EXEMPT("免责", "exempt from liability"),
        MITIGATE("减责", "mitigated liability"),
        NOT_TOLERABLE("不予容错", "not tolerable"),
        /** A statute does not bear on the matter. */
        NOT_APPLICABLE("不适用", "not applicable"),
        /** A person must judge: no word stands, or the word is 提请会商. */
        REFER("需人工研判", "refer to a person");

        private final Text label;

        Outcome(String zh, String en) {
            this.label = new Text(zh, en);
        }

        Text label() {
            return label;
        }

        static Outcome ofWord(Optional<String> word) {
            return word.flatMap(said -> List.of(values()).stream()
                            .filter(outcome -> outcome.label.zh().equals(said))
                            .findFirst())
                    .orElse(REFER);
        }
    }

    /** Where a change leads, seen from the subject. */
    @Schema(name = "OutcomeShift")
    public enum Shift {
        LIGHTER("更轻", "lighter"),
        HEAVIER("更重", "heavier"),
        TO_PERSON("转由人工研判", "now left to a person"),
        FROM_PERSON("不再需人工研判", "no longer left to a person");

        private final Text label;

        Shift(String zh, String en) {
            this.label = new Text(zh, en);
        }

        static Shift of(Outcome from, Outcome to) {
            if (to == Outcome.REFER || from == Outcome.REFER) {
                return to == Outcome.REFER ? TO_PERSON : FROM_PERSON;
            }
            return to.ordinal() < from.ordinal() ? LIGHTER : HEAVIER;
        }
    }

    /**
     * Facts on which one outcome becomes another.
     *
     * @param regions boxes of facts that do not overlap, at most 20
     * @param more whether there are more
     * @param text in a sentence, with what the facts of all these boxes have in common and others of either outcome do not
     */
    @Schema(name = "SemanticChange")
    public record Change(Outcome from, Outcome to, Shift direction, List<Region> regions, boolean more, Text text) {
        public Change {
            regions = List.copyOf(regions);
        }
    }

    /**
     * A box of facts.
     *
     * @param where the items on which it depends, in the order in which the book comes to them; others may have any value
     * @param example facts within it, one for each item of either version, by id
     * @param before what the older version really comes to on the example
     * @param after what the newer version really comes to on it
     */
    @Schema(name = "SemanticRegion")
    public record Region(List<Condition> where, Map<String, Object> example, Outcome before, Outcome after) {
        public Region {
            where = List.copyOf(where);
        }
    }

    /** The values of an item. @param item its id @param name its name @param values in words; any of them */
    @Schema(name = "RegionCondition")
    public record Condition(String item, String name, List<Text> values) {
        public Condition {
            values = List.copyOf(values);
        }
    }

    /** An outcome of each version. */
    record Pair(Outcome from, Outcome to) {
        boolean differs() {
            return from != to;
        }
    }

    /** How the second comes to other outcomes than the first; both of one kind, of which outcomes have words. */
    public static SemanticDiff of(CompiledModel before, CompiledModel after) {
        try {
            var diagrams = BookDiagrams.over(List.of(after, before));
            return diagrams.exactly(() -> compare(diagrams, before, after));
        } catch (BookDiagrams.NotExact intricate) {
            return notProven();
        }
    }

    static Diagram<Pair> pairs(BookDiagrams diagrams, CompiledModel before, CompiledModel after) {
        return outcome(diagrams, before).with(outcome(diagrams, after), Pair::new);
    }

    private static Diagram<Outcome> outcome(BookDiagrams diagrams, CompiledModel book) {
        return diagrams.of(book).word().map(Outcome::ofWord);
    }

    private static SemanticDiff notProven() {
        return new SemanticDiff(
                Status.NOT_PROVEN,
                List.of(),
                new Text("未能证明两个版本的结论是否相同", "It could not be proven whether both versions come to the same outcomes"));
    }

    private static SemanticDiff compare(BookDiagrams diagrams, CompiledModel before, CompiledModel after) {
        var pairs = pairs(diagrams, before, after);
        var changes = new ArrayList<Change>();
        for (var from : Outcome.values()) {
            for (var to : Outcome.values()) {
                var pair = new Pair(from, to);
                if (pair.differs() && pairs.values().contains(pair)) {
                    changes.add(change(pairs, pair, before, after));
                }
            }
        }
        if (changes.stream()
                .anyMatch(change -> change.regions.stream()
                        .anyMatch(region -> region.before != change.from || region.after != change.to))) {
            return notProven();
        }
        return changes.isEmpty()
                ? new SemanticDiff(
                        Status.EQUIVALENT,
                        List.of(),
                        new Text(
                                "已证明:不论事实如何,两个版本的结论都相同",
                                "Proven: whatever the facts, both versions come to the same outcome"))
                : new SemanticDiff(
                        Status.DIFFERENT,
                        changes,
                        new Text(
                                "有 " + changes.size() + " 种结论变化",
                                changes.size() + " change(s) from one outcome to another"));
    }

    private static Change change(Diagram<Pair> pairs, Pair pair, CompiledModel before, CompiledModel after) {
        var found = pairs.regions(pair::equals, MOST_REGIONS + 1);
        var regions = new ArrayList<Region>();
        for (var region : found.subList(0, Math.min(found.size(), MOST_REGIONS))) {
            var example = pairs.complete(region.example());
            regions.add(new Region(
                    conditions(region.where(), before, after),
                    example,
                    said(before, example, pairs),
                    said(after, example, pairs)));
        }
        var more = found.size() > MOST_REGIONS;
        var direction = Shift.of(pair.from, pair.to);
        var telling = conditions(telling(pairs, pair), before, after);
        return new Change(
                pair.from, pair.to, direction, regions, more, sentence(pair, direction, more, regions, telling));
    }

    /**
     * What the facts of a change have in common that neither all facts of the old outcome nor all of the new have: where it
     * lies, so to say, rather than all that it takes to come to these outcomes.
     */
    private static Map<String, List<Text>> telling(Diagram<Pair> pairs, Pair pair) {
        var here = pairs.limits(pair::equals);
        var old = pairs.limits(other -> other.from == pair.from);
        var now = pairs.limits(other -> other.to == pair.to);
        var telling = new LinkedHashMap<String, List<Text>>();
        here.forEach((item, words) -> {
            if (!words.equals(old.get(item)) && !words.equals(now.get(item))) {
                telling.put(item, words);
            }
        });
        return telling;
    }

    private static List<Condition> conditions(
            Map<String, List<Text>> where, CompiledModel before, CompiledModel after) {
        var conditions = new ArrayList<Condition>();
        where.forEach((id, words) -> {
            var item = after.outline().item(id).or(() -> before.outline().item(id));
            conditions.add(new Condition(id, item.map(Item::name).orElse(id), words));
        });
        return conditions;
    }

    /** What a book comes to on facts of which it may not admit all. */
    private static Outcome said(CompiledModel book, Map<String, Object> facts, Diagram<?> answers) {
        var fitting = book.fitting(facts, answers::answerTo);
        if (fitting.isEmpty()) {
            return Outcome.REFER;
        }
        var verdict = book.evaluateByIndex(fitting.get()).verdict();
        return Outcome.ofWord(verdict.reasons().isEmpty() ? Optional.ofNullable(verdict.word()) : Optional.empty());
    }

    private static Text sentence(
            Pair pair, Shift direction, boolean more, List<Region> regions, List<Condition> telling) {
        var zh = new StringBuilder("由“" + pair.from.label.zh() + "”变为“" + pair.to.label.zh() + "”("
                + direction.label.zh() + "),涉及 " + regions.size() + " 类" + (more ? "以上" : "") + "情形");
        var en = new StringBuilder(
                "From \"" + pair.from.label.en() + "\" to \"" + pair.to.label.en() + "\" (" + direction.label.en()
                        + "), in " + (more ? "more than " : "") + regions.size() + " region(s) of facts");
        if (!telling.isEmpty()) {
            zh.append(",均在:");
            en.append(", all within: ");
            zh.append(String.join(";", telling.stream().map(SemanticDiff::zh).toList()));
            en.append(String.join("; ", telling.stream().map(SemanticDiff::en).toList()));
        }
        return new Text(zh.toString(), en.toString());
    }

    private static String zh(Condition condition) {
        return condition.name + " "
                + String.join("、", condition.values.stream().map(Text::zh).toList());
    }

    private static String en(Condition condition) {
        return condition.name + " "
                + String.join(" or ", condition.values.stream().map(Text::en).toList());
    }
}
