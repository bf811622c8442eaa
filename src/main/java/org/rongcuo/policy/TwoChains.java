package org.rongcuo.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.rongcuo.dmn.Item;

/**
 * The chains of both dates evaluated on the same answers.
 *
 * @param old as in force at the conduct; null when the setting does not ask it
 * @param current as in force at the decision; null when the setting does not ask it
 */
record TwoChains(Books.TwoDates dates, ChainEvaluation old, ChainEvaluation current) {
    private List<ChainEvaluation> asked() {
        return Stream.of(current, old).filter(chain -> chain != null).toList();
    }

    /** What no layer that is asked has a fitting answer to, the decision date's first, an item once. */
    List<Item> openItems() {
        Map<String, Item> open = new LinkedHashMap<>();
        asked().forEach(chain -> chain.openItems().forEach(item -> open.putIfAbsent(item.id(), item)));
        return List.copyOf(open.values());
    }

    /** Ids of the versions of which items are open, those that only a status keeps apart among them. */
    Set<UUID> unanswered() {
        var unanswered = new HashSet<UUID>();
        asked().forEach(chain -> unanswered.addAll(chain.unanswered()));
        return unanswered;
    }

    /** The same, told which open items decide nothing any more. */
    TwoChains without(Set<String> immaterial) {
        return new TwoChains(
                dates,
                old == null ? null : old.without(immaterial),
                current == null ? null : current.without(immaterial));
    }

    LenityRule.Weighed weigh() {
        var same = dates.conduct()
                .layers()
                .contentHashes()
                .equals(dates.decision().layers().contentHashes());
        return LenityRule.weigh(dates.mode(), dates.basis(), old, current, same);
    }

    /** The conduct's chain first. */
    List<EvaluationView.Chain> views() {
        List<EvaluationView.Chain> views = new ArrayList<>();
        asked().forEach(chain -> views.add(0, chain.view()));
        return views;
    }
}
