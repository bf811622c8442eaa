package org.rongcuo.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.StandingOutcome;
import org.rongcuo.cases.Subject;
import org.rongcuo.policy.EvaluationView.Row;
import org.rongcuo.shared.Redaction;

/** What a public notice would say: the matter, each subject by surname and standing, outcome, circumstances, legal basis. */
final class NoticeWords {
    private static final String COUNTING = "甲乙丙丁戊己庚辛壬癸";

    private NoticeWords() {}

    /** @param names full names that must not appear */
    static String of(CaseFile file, List<StandingOutcome> shown, List<String> names) {
        List<String> lines = new ArrayList<>();
        lines.add(shown.get(0).organ().name() + "对以下改革创新容错事项已作出认定,现予公示。");
        lines.add("一、事项:" + Redaction.without(file.title(), names)
                + (file.field() == null ? "" : "(领域:" + file.field() + ")"));
        lines.add("二、认定结果:");
        var called = names(shown);
        for (var each : shown) {
            lines.add("  " + called.get(each) + "("
                    + each.subject().status().label().zh() + "):"
                    + each.outcome().label().zh()
                    + (each.ladderStep() == null ? "" : "," + each.ladderStep().zh()));
        }
        lines.add("三、认定情形:" + told(shown, Row::note, names, "circumstances", "tolerability"));
        lines.add("四、依据:" + told(shown, Row::basis, names, "circumstances", "tolerability"));
        lines.add("五、对上述认定有异议的,可以在公示期内提出,署名与否均可;提出后凭回执号查询答复。");
        return String.join("\n", lines);
    }

    /** Those shown, by surname alone. */
    static String called(List<StandingOutcome> shown, String between) {
        var called = names(shown);
        return shown.stream().map(called::get).collect(Collectors.joining(between));
    }

    /** 张某; of several by one surname 张某甲, 张某乙. */
    private static Map<StandingOutcome, String> names(List<StandingOutcome> shown) {
        Map<String, Integer> bearers = new HashMap<>();
        shown.forEach(each -> bearers.merge(initial(each.subject()), 1, Integer::sum));
        Map<String, Integer> named = new HashMap<>();
        Map<StandingOutcome, String> called = new HashMap<>();
        for (var each : shown) {
            var initial = initial(each.subject());
            var nth = named.merge(initial, 1, Integer::sum) - 1;
            called.put(
                    each,
                    bearers.get(initial) == 1
                            ? initial
                            : initial + (nth < COUNTING.length() ? COUNTING.substring(nth, nth + 1) : nth + 1));
        }
        return called;
    }

    private static String initial(Subject subject) {
        return subject.personId() == null
                ? "某单位"
                : subject.name().substring(0, subject.name().offsetByCodePoints(0, 1)) + "某";
    }

    private static String told(
            List<StandingOutcome> shown,
            java.util.function.Function<Row, String> part,
            List<String> names,
            String... decisions) {
        var told = shown.stream()
                .flatMap(each -> java.util.Arrays.stream(decisions)
                        .flatMap(decision -> NoticeScope.rows(each.evaluation(), decision)))
                .map(part)
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining(";"));
        return told.isEmpty() ? "见认定文书" : Redaction.without(told, names);
    }
}
