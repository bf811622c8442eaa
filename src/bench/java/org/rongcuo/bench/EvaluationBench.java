package org.rongcuo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rongcuo.bench.Rounds.Arm;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.CompiledModels;
import org.rongcuo.dmn.ModelGate;
import org.rongcuo.dmn.TableExplanation;

/**
 * In-process evaluation: the bare engine against ours with explanation, on a seed book and on a table of 1,000 rows, with
 * one thread and with two. Needs no database.
 */
final class EvaluationBench {
    private static final int VECTORS = 4096;
    private static final long SEED = 330922;

    private final ModelGate gate = new ModelGate();
    private final CompiledModels models = new CompiledModels(gate);

    private EvaluationBench() {}

    /** @param arguments the seed book's file */
    public static void main(String... arguments) throws IOException {
        var bench = new EvaluationBench();
        bench.measure("seed book 330922/tolerance", Files.readAllBytes(Path.of(arguments[0])), BookKind.TOLERANCE);
        bench.measure("table of 1,000 rows", WideTable.dmn(), BookKind.STATUTE);
    }

    private void measure(String title, byte[] dmn, BookKind kind) {
        var admitted = gate.admit(dmn, kind);
        var bare = new BareEngine(admitted);
        var ours = models.of(admitted.contentHash(), kind, admitted::xml);
        var facts = Vectors.of(admitted.outline(), VECTORS, SEED);
        var named = facts.stream().map(each -> BareEngine.named(admitted, each)).toList();
        Console.print(
                "%s: %d facts, %d decisions, %d vectors",
                title,
                admitted.outline().items().size(),
                admitted.outline().decisions().size(),
                VECTORS);
        requireSameAnswers(bare, ours, facts, named);
        var arms = List.of(
                new Arm("bare kie-dmn", n -> bare.evaluate(named.get(n % VECTORS))),
                new Arm("ours, row index", n -> ours.evaluateByIndex(facts.get(n % VECTORS))),
                new Arm("ours, row index, explained", n -> ours.explain(facts.get(n % VECTORS))),
                new Arm("ours, explained, every row read out", n -> readOut(ours.explain(facts.get(n % VECTORS)))),
                new Arm("ours, on record: engine and index", n -> ours.evaluate(facts.get(n % VECTORS))));
        var rounds = Rounds.asTold();
        rounds.measure(title, arms, 1);
        rounds.measure(title, arms, 2);
    }

    private static int readOut(List<TableExplanation> tables) {
        return tables.stream()
                .mapToInt(table -> table.rows().stream()
                        .mapToInt(row -> row.failed().size())
                        .sum())
                .sum();
    }

    /** A faster wrong answer is none. */
    private static void requireSameAnswers(
            BareEngine bare, CompiledModel ours, List<Map<String, Object>> facts, List<Map<String, Object>> named) {
        var told = 0;
        for (int n = 0; n < VECTORS; n++) {
            var theirs = bare.word(bare.evaluate(named.get(n)));
            var word = ours.evaluate(facts.get(n)).verdict().word();
            if (!Objects.equals(theirs, word)) {
                throw new IllegalStateException("vector " + n + ": bare engine " + theirs + ", ours " + word);
            }
            told += word == null ? 0 : 1;
        }
        Console.print("  same outcome on all %d vectors, a word on %d", VECTORS, told);
    }
}
