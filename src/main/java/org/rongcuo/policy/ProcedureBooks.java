package org.rongcuo.policy;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.Evaluation;
import org.rongcuo.dmn.Reading;
import org.rongcuo.dmn.RowHit;

/** What the PROCEDURE books say of the terms of steps (policy-contract "Kinds of book"). */
@ApplicationScoped
public class ProcedureBooks {
    private static final String LIMIT = BookKind.PROCEDURE.requiredDecisions().get(0);

    private final PolicyVersions versions;
    private final Books books;

    ProcedureBooks(PolicyVersions versions, Books books) {
        this.versions = versions;
        this.books = books;
    }

    /**
     * What a book says of a step.
     *
     * @param unit in the book's words, such as 工作日
     * @param extensions how often the term may be extended
     * @param source where the numbers come from, in the book's words
     * @param policy {@code <jurisdiction>/<name>}
     * @param row id of the row that speaks
     */
    public record SpokenLimit(
            int target,
            int limit,
            String unit,
            int extensions,
            String source,
            String policy,
            int version,
            String row) {}

    /**
     * The limit of a step by the nearest book, up the tree, that is in force on the day and knows the step.
     *
     * @param step in the books' words, such as 受理
     * @param complexity in the books' words, such as 简易
     * @return empty where no book speaks, or what it says is no term
     */
    public Optional<SpokenLimit> limit(Jurisdiction place, String step, String complexity, LocalDate on) {
        return versions.inForce(place.codes(), List.of(BookKind.PROCEDURE), on).stream()
                .sorted(Layers.MOST_SPECIFIC)
                .flatMap(version -> spoken(version, Map.of("step", step, "complexity", complexity)).stream())
                .findFirst();
    }

    private Optional<SpokenLimit> spoken(PolicyVersion version, Map<String, String> asked) {
        return books.usable(version)
                .flatMap(model -> facts(model, asked)
                        .flatMap(known -> judged(version, model, known))
                        .filter(evaluation -> evaluation.verdict().reasons().isEmpty())
                        .flatMap(evaluation -> evaluation.decision(LIMIT))
                        .flatMap(decision -> {
                            var row = decision.rows().stream()
                                    .filter(RowHit::selected)
                                    .findFirst()
                                    .map(RowHit::id);
                            if (row.isEmpty() || !(decision.value() instanceof Map<?, ?> value)) {
                                return Optional.empty();
                            }
                            try {
                                return Optional.of(limit(version, value, row.get()));
                            } catch (ArithmeticException | ClassCastException | NullPointerException noTerm) {
                                Log.warnf("%s, row %s says no term: %s", version.name(), row.get(), value);
                                return Optional.empty();
                            }
                        }));
    }

    private static Optional<Evaluation> judged(PolicyVersion version, CompiledModel model, Map<String, Object> facts) {
        try {
            return Optional.of(model.evaluate(facts));
        } catch (RuntimeException fault) {
            // A book at fault leaves a step without a term; it never keeps an act from being done.
            Log.errorf("%s could not be evaluated: %s", version.name(), fault.getMessage());
            return Optional.empty();
        }
    }

    /** The book's items with what is known of them; empty when it asks anything else. */
    private static Optional<Map<String, Object>> facts(CompiledModel model, Map<String, String> asked) {
        Map<String, Object> facts = new HashMap<>();
        for (var item : model.outline().items()) {
            if (!(item.read(asked.get(item.id())) instanceof Reading.Admissible answer)) {
                return Optional.empty();
            }
            facts.put(item.id(), answer.value());
        }
        return Optional.of(facts);
    }

    private static SpokenLimit limit(PolicyVersion version, Map<?, ?> value, String row) {
        return new SpokenLimit(
                whole(value.get("target")),
                whole(value.get("limit")),
                (String) value.get("unit"),
                whole(value.get("extensions")),
                (String) value.get("source"),
                version.policy().key(),
                version.number(),
                row);
    }

    private static int whole(Object number) {
        return ((BigDecimal) number).intValueExact();
    }
}
