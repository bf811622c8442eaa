package org.rongcuo.determination;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rongcuo.policy.Consequences;
import org.rongcuo.policy.EvaluationView;

/** What an evaluation on record says beside its recommendation: the effects attached, and the rows hit. */
final class TableEffects {
    /** Tables that say how to proceed, not what the matter is like. */
    private static final Set<String> NOT_OF_THE_MATTER = Set.of("effects", "route", "noticeAudience", "noticeDays");

    private TableEffects() {}

    /** The effects that the speaking book attaches, in its order; empty where it attaches none or they are not known. */
    static List<String> attached(Consequences consequences) {
        return decided(consequences)
                .map(EvaluationView.Decision::value)
                .filter(List.class::isInstance)
                .flatMap(value -> ((List<?>) value).stream())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .distinct()
                .toList();
    }

    /** Whether the effects rest on an answer that was only assumed, so that a person must confirm each. */
    static boolean provisional(Consequences consequences) {
        return decided(consequences).anyMatch(EvaluationView.Decision::provisional);
    }

    /** None where neither date's rules stand. */
    private static Stream<EvaluationView.Decision> decided(Consequences consequences) {
        return consequences.settled() ? consequences.of("effects") : Stream.empty();
    }

    /** The rows that decided, of whichever date's chain, as {@code <book>#<row id>}. */
    static Set<String> hits(EvaluationView view) {
        Set<String> hits = new TreeSet<>();
        for (var chain : view.chains()) {
            for (var layer : chain.layers()) {
                layer.decisions().stream()
                        .filter(decision -> !NOT_OF_THE_MATTER.contains(decision.id()))
                        .flatMap(decision -> decision.rows().stream())
                        .filter(EvaluationView.Row::selected)
                        .forEach(row -> hits.add(layer.policy() + "#" + row.id()));
            }
        }
        return hits;
    }
}
