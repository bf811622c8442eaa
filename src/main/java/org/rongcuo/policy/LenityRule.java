package org.rongcuo.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rongcuo.dmn.Item;
import org.rongcuo.policy.EvaluationView.Advice;
import org.rongcuo.policy.EvaluationView.Applied;
import org.rongcuo.policy.EvaluationView.Lenity;
import org.rongcuo.policy.EvaluationView.Reason;
import org.rongcuo.shared.Text;

/**
 * 从旧兼从轻 over two complete chains (rules.md "Which version of a rule", 政务处分法 67): the lighter stands, ties go to
 * the old; a doubt on either side, or two that cannot be compared, refers.
 */
final class LenityRule {
    private LenityRule() {}

    /** What stands, and why. */
    record Weighed(Advice advice, Lenity lenity) {}

    /** @param old the chain at conduct; @param current the chain at decision; one of them null when the mode does not ask it */
    static Weighed weigh(LenityMode mode, String basis, ChainEvaluation old, ChainEvaluation current, boolean same) {
        if (mode == LenityMode.CONDUCT) {
            return single(mode, basis, old, Applied.OLD);
        }
        if (mode == LenityMode.DECISION) {
            return single(mode, basis, current, Applied.NEW);
        }
        var before = old.advice();
        var now = current.advice();
        if (same) {
            return weighed(
                    mode,
                    basis,
                    before,
                    now,
                    refers(before) ? null : Applied.OLD,
                    before,
                    "两个日期适用的版本相同",
                    "The same versions are in force on both dates");
        }
        if (refers(before) || refers(now)) {
            return weighed(
                    mode,
                    basis,
                    before,
                    now,
                    null,
                    Advice.refer(doubts(old, before, current, now)),
                    "其中一套规则不能得出结论",
                    "One of the two chains does not say");
        }
        if (now.code().lighterThan(before.code())) {
            return weighed(
                    mode, basis, before, now, Applied.NEW, now, "认定时规则较轻,从轻", "The rules at decision are lighter");
        }
        if (before.code().lighterThan(now.code())) {
            return weighed(
                    mode, basis, before, now, Applied.OLD, before, "行为时规则较轻,从旧", "The rules at conduct are lighter");
        }
        var effectsBefore = old.speaking().effects();
        var effectsNow = current.speaking().effects();
        if (covers(effectsBefore, effectsNow)) {
            return weighed(
                    mode,
                    basis,
                    before,
                    now,
                    Applied.OLD,
                    before,
                    "两套规则结论同等或行为时更有利,从旧",
                    "Equal, or the rules at conduct give more; the old stand");
        }
        if (covers(effectsNow, effectsBefore)) {
            return weighed(
                    mode,
                    basis,
                    before,
                    now,
                    Applied.NEW,
                    now,
                    "结论相同,认定时规则的结果运用更有利,从轻",
                    "Same outcome; the rules at decision attach more favourable effects");
        }
        var incomparable = new Reason(
                "incomparable",
                new Text(
                        "新旧规则结论相同而结果运用各有利弊,不能比较轻重:行为时" + attached(old).zh() + ",认定时"
                                + attached(current).zh(),
                        "Both chains agree on the outcome but their effects cannot be ranked: at conduct "
                                + attached(old).en() + ", at decision "
                                + attached(current).en()),
                null,
                List.of(old.speaking().name(), current.speaking().name()));
        return weighed(
                mode,
                basis,
                before,
                now,
                null,
                Advice.refer(List.of(incomparable)),
                "不能比较轻重",
                "They cannot be compared");
    }

    /** The book that attaches a chain's effects, with their articles. */
    private static Text attached(ChainEvaluation chain) {
        var title = chain.speaking().title();
        var articles = chain.speaking().articlesOf("effects");
        return new Text(title.zh() + articles.zh(), title.en() + articles.en());
    }

    /** Whether one list of effects is known to hold all of the other. */
    private static boolean covers(Optional<Set<Object>> effects, Optional<Set<Object>> others) {
        return effects.isPresent() && others.isPresent() && effects.get().containsAll(others.get());
    }

    private static Weighed single(LenityMode mode, String basis, ChainEvaluation chain, Applied applied) {
        var advice = chain.advice();
        return weighed(
                mode,
                basis,
                applied == Applied.OLD ? advice : null,
                applied == Applied.NEW ? advice : null,
                refers(advice) ? null : applied,
                advice,
                mode.label().zh(),
                mode.label().en());
    }

    private static Weighed weighed(
            LenityMode mode,
            String basis,
            Advice old,
            Advice now,
            Applied applied,
            Advice stands,
            String zh,
            String en) {
        return new Weighed(
                stands,
                new Lenity(
                        mode,
                        basis,
                        old == null ? null : old.code(),
                        now == null ? null : now.code(),
                        applied,
                        new Text(zh, en)));
    }

    private static boolean refers(Advice advice) {
        return advice.code() == Recommendation.REFER;
    }

    /** The doubts of both chains; missing facts of both are one reason. */
    private static List<Reason> doubts(ChainEvaluation old, Advice before, ChainEvaluation current, Advice now) {
        Map<String, Item> missing = new LinkedHashMap<>();
        current.missing().forEach(item -> missing.putIfAbsent(item.id(), item));
        old.missing().forEach(item -> missing.putIfAbsent(item.id(), item));
        List<Reason> doubts = new ArrayList<>();
        if (!missing.isEmpty()) {
            doubts.add(ChainEvaluation.factsMissing(
                    List.copyOf(missing.values()),
                    Stream.concat(current.asking().stream(), old.asking().stream())
                            .distinct()
                            .toList()));
        }
        for (var advice : List.of(before, now)) {
            advice.reasons().stream()
                    .filter(reason -> !reason.code().equals("facts-missing"))
                    .filter(reason -> !doubts.contains(reason))
                    .forEach(doubts::add);
        }
        return doubts;
    }
}
