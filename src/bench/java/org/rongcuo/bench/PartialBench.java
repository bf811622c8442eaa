package org.rongcuo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.rongcuo.bench.Rounds.Arm;
import org.rongcuo.dmn.BookDiagrams;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.CompiledModels;
import org.rongcuo.dmn.Diagram;
import org.rongcuo.dmn.Item;
import org.rongcuo.dmn.ItemType;
import org.rongcuo.dmn.ModelGate;

/**
 * Partial answers on a seed book: which outcomes are still possible, and which items still matter, while so many are open.
 * By the diagram, and where that can be waited for by the engine on every completion; needs no database.
 */
final class PartialBench {
    private static final int SITUATIONS = 256;
    private static final long SEED = 330900;

    /** Beyond these completions brute force is not tried. */
    private static final int MOST_COMPLETIONS = 400;

    private final CompiledModel model;
    private final Diagram<Optional<String>> diagram;

    private PartialBench(byte[] dmn) {
        var gate = new ModelGate();
        var admitted = gate.admit(dmn, BookKind.TOLERANCE);
        this.model = new CompiledModels(gate).of(admitted.contentHash(), BookKind.TOLERANCE, admitted::xml);
        var begun = System.nanoTime();
        this.diagram = compiled(model);
        Console.print("compiled once, cold: %.0f ms, %d nodes", (System.nanoTime() - begun) / 1e6, diagram.size());
    }

    private static Diagram<Optional<String>> compiled(CompiledModel model) {
        try {
            var books = BookDiagrams.over(List.of(model));
            return books.exactly(() -> books.of(model).word().alone());
        } catch (BookDiagrams.NotExact intricate) {
            throw new IllegalStateException("the seed book is not exact", intricate);
        }
    }

    /** Answers with some items open. */
    private record Situation(Map<String, Object> known, List<Item> open) {}

    /** @param arguments the seed book's file */
    public static void main(String... arguments) throws IOException {
        var bench = new PartialBench(Files.readAllBytes(Path.of(arguments[0])));
        for (var open : List.of(1, 2, 3, 8, 16, 27)) {
            bench.measure(open);
        }
    }

    private void measure(int open) {
        var situations = situations(open);
        List<Arm> arms = new ArrayList<>();
        if (situations.stream().allMatch(each -> completions(each.open) <= MOST_COMPLETIONS)) {
            arms.add(new Arm("engine on every completion", n -> bruteForce(situations.get(n % SITUATIONS))));
        }
        arms.add(new Arm("decision diagram", n -> diagram.given(situations.get(n % SITUATIONS).known)));
        Rounds.asTold()
                .measure(open + " item(s) open of " + model.outline().items().size(), arms, 1);
    }

    /** Numbers and dates stay known, for they have no list of completions. */
    private List<Situation> situations(int count) {
        var random = new Random(SEED + count);
        List<Situation> situations = new ArrayList<>();
        for (var facts : Vectors.of(model.outline(), SITUATIONS, SEED)) {
            var items = new ArrayList<>(model.outline().items().stream()
                    .filter(item -> item.type() == ItemType.STRING || item.type() == ItemType.BOOLEAN)
                    .toList());
            Collections.shuffle(items, random);
            var open = List.copyOf(items.subList(0, count));
            Map<String, Object> known = new HashMap<>(facts);
            open.forEach(item -> known.remove(item.id()));
            situations.add(new Situation(known, open));
        }
        return situations;
    }

    private static double completions(List<Item> open) {
        return open.stream().mapToDouble(item -> answers(item).size()).reduce(1, (one, other) -> one * other);
    }

    private static List<?> answers(Item item) {
        return item.type() == ItemType.BOOLEAN ? List.of(true, false) : item.allowedValues();
    }

    private Set<String> bruteForce(Situation situation) {
        Set<String> possible = new HashSet<>();
        complete(new HashMap<>(situation.known), situation.open, possible);
        return possible;
    }

    private void complete(Map<String, Object> facts, List<Item> open, Set<String> possible) {
        if (open.isEmpty()) {
            possible.add(String.valueOf(model.evaluate(facts).verdict().word()));
            return;
        }
        for (var answer : answers(open.get(0))) {
            facts.put(open.get(0).id(), answer);
            complete(facts, open.subList(1, open.size()), possible);
        }
    }
}
