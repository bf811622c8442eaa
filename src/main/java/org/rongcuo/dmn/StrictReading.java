package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rongcuo.shared.Text;

/**
 * Reads an outcome as one reads a contract: a word stands only if the decision and everything it rests on came to a
 * value by known rows, and nothing that the server itself enforces speaks against it. Policy contract, "Evaluation".
 */
final class StrictReading {
    private static final Set<String> LENIENT = Set.of("免责", "减责");

    private final ModelOutline outline;
    private final BookKind kind;
    private final Set<String> concerned;

    /** @param requires for each decision the ids that it requires directly */
    StrictReading(ModelOutline outline, BookKind kind, Map<String, List<String>> requires) {
        this.outline = outline;
        this.kind = kind;
        this.concerned = new HashSet<>();
        for (var root : List.of(kind.outcome(), "bottomLine", "circumstances")) {
            if (outline.decision(root).isPresent()) {
                concerned.add(root);
                concerned.addAll(ModelReader.closure(root, requires));
            }
        }
    }

    /** Whether the word is one that a bottom line rules out. @param word a word in an Optional, or an empty one */
    static boolean isLenient(Object word) {
        return word instanceof Optional<?> said && said.isPresent() && LENIENT.contains(said.get());
    }

    /** Whether the outcome rests on the decision, so that a fault in it refers. */
    boolean concerns(String decision) {
        return concerned.contains(decision);
    }

    /** @param runs how each decision fared, by id */
    Verdict read(List<DecisionResult> decisions, Map<String, DecisionRun> runs) {
        var reasons = new ArrayList<ReferReason>();
        for (var decision : decisions) {
            if (concerned.contains(decision.id())) {
                check(decision, runs.get(decision.id()), reasons);
            }
        }
        var skipped = decisions.stream()
                .anyMatch(decision ->
                        concerned.contains(decision.id()) && decision.status() == DecisionResult.Status.SKIPPED);
        if (skipped && reasons.isEmpty()) {
            reasons.add(engineError(kind.outcome()));
        }
        var word = word(decisions, reasons);
        if (word != null) {
            contradictions(word, decisions, reasons);
        }
        return new Verdict(word, reasons);
    }

    private void check(DecisionResult decision, DecisionRun run, List<ReferReason> reasons) {
        if (decision.status() == DecisionResult.Status.SKIPPED) {
            return;
        }
        if (decision.hitPolicy() == null) {
            if (decision.status() == DecisionResult.Status.FAILED || decision.value() == null) {
                reasons.add(run.outsideType() ? outside(decision.id()) : engineError(decision.id()));
            }
            return;
        }
        var table = outline.decision(decision.id()).orElseThrow();
        if (run.matched() == null) {
            reasons.add(engineError(decision.id()));
        } else if (table.singleHit() && run.matched().isEmpty()) {
            reasons.add(noRow(decision));
        } else if (severalRows(decision)) {
            reasons.add(severalRowsReason(decision));
        } else if (decision.status() == DecisionResult.Status.FAILED) {
            reasons.add(run.outsideType() ? outside(decision.id()) : engineError(decision.id()));
        } else if (decision.value() == null) {
            reasons.add(run.matched().isEmpty() ? noRow(decision) : engineError(decision.id()));
        } else if (table.singleHit() && decision.rows().stream().noneMatch(RowHit::selected)) {
            reasons.add(engineError(decision.id()));
        }
    }

    /** Two rows under UNIQUE, or rows under ANY that the engine found to differ. */
    private static boolean severalRows(DecisionResult decision) {
        return decision.rows().size() > 1
                && (decision.hitPolicy().equals("UNIQUE")
                        || decision.hitPolicy().equals("ANY") && decision.status() == DecisionResult.Status.FAILED);
    }

    private String word(List<DecisionResult> decisions, List<ReferReason> reasons) {
        if (kind.words().isEmpty()) {
            return null;
        }
        var outcome = decisions.stream()
                .filter(decision -> decision.id().equals(kind.outcome()))
                .findFirst()
                .orElseThrow();
        if (outcome.status() != DecisionResult.Status.SUCCEEDED || outcome.value() == null) {
            if (reasons.isEmpty()) {
                reasons.add(engineError(outcome.id()));
            }
            return null;
        }
        if (outcome.value() instanceof String word && kind.words().contains(word)) {
            return word;
        }
        reasons.add(outside(outcome.id()));
        return null;
    }

    private static void contradictions(String word, List<DecisionResult> decisions, List<ReferReason> reasons) {
        for (var decision : decisions) {
            if (decision.id().equals("bottomLine") && LENIENT.contains(word) && hit(decision)) {
                reasons.add(new ReferReason(
                        "bottom-line-contradiction",
                        new Text("命中底线,却得出“" + word + "”", "a bottom line is hit, yet the table says \"" + word + "\""),
                        subjects(decision)));
            }
            if (decision.id().equals("circumstances")
                    && word.equals("免责")
                    && !decision.rows().isEmpty()
                    && decision.rows().stream().allMatch(RowHit::catchAll)) {
                reasons.add(new ReferReason(
                        "catch-all-only",
                        new Text("仅凭兜底条款不能免责", "a catch-all alone does not exempt"),
                        subjects(decision)));
            }
        }
    }

    private static boolean hit(DecisionResult bottomLine) {
        return !bottomLine.rows().isEmpty() || bottomLine.value() instanceof Collection<?> hits && !hits.isEmpty();
    }

    private static ReferReason noRow(DecisionResult decision) {
        return new ReferReason(
                "no-row",
                new Text("“" + decision.name() + "”没有一行适用", "no row of \"" + decision.name() + "\" applies"),
                List.of(decision.id()));
    }

    private static ReferReason severalRowsReason(DecisionResult decision) {
        return new ReferReason(
                "multiple-rows",
                new Text(
                        "“" + decision.name() + "”有多行同时适用",
                        "several rows of \"" + decision.name() + "\" apply where one may"),
                subjects(decision));
    }

    private ReferReason outside(String id) {
        var name = nameOf(id);
        return new ReferReason(
                "outside-vocabulary",
                new Text("“" + name + "”的值不在词表中", "the value of \"" + name + "\" is outside its vocabulary"),
                List.of(id));
    }

    private ReferReason engineError(String id) {
        var name = nameOf(id);
        return new ReferReason(
                "engine-error",
                new Text("引擎未能得出“" + name + "”", "the engine could not work out \"" + name + "\""),
                List.of(id));
    }

    private String nameOf(String id) {
        return outline.decision(id).map(DecisionOutline::name).orElse(id);
    }

    private static List<String> subjects(DecisionResult decision) {
        var subjects = new ArrayList<String>();
        subjects.add(decision.id());
        decision.rows().forEach(row -> subjects.add(row.id()));
        return subjects;
    }
}
