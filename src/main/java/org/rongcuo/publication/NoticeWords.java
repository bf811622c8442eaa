package org.rongcuo.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.StandingOutcome;
import org.rongcuo.cases.Subject;
import org.rongcuo.policy.EvaluationView.Row;
import org.rongcuo.shared.Redaction;

/** What a public notice would say: the matter, each subject by surname and standing, outcome, circumstances, legal basis. */
final class NoticeWords {
    private static final String COUNTING = "甲乙丙丁戊己庚辛壬癸";
    private static final String NUMERALS = "一二三四五";

    /** What a book remarks of itself in a basis: (条文未刊出,表述为示例值). */
    private static final Pattern REMARK =
            Pattern.compile("[(\\uff08][^()\\uff08\\uff09]*示例值[^()\\uff08\\uff09]*[)\\uff09]");

    /** A basis that only the table's own words make: nothing that the public could read up. */
    private static final Pattern OF_THE_TABLE = Pattern.compile("六维|示例值|本表|兜底条款");

    private NoticeWords() {}

    /** @param names full names that must not appear */
    static String of(CaseFile file, List<StandingOutcome> shown, List<String> names) {
        List<String> points = new ArrayList<>();
        points.add("事项:" + Redaction.without(file.title(), names)
                + (file.field() == null ? "" : "(领域:" + file.field() + ")"));
        var called = names(shown);
        points.add("认定结果:\n"
                + shown.stream()
                        .map(each -> "  " + called.get(each) + "("
                                + each.subject().status().label().zh() + "):"
                                + each.outcome().label().zh()
                                + (each.ladderStep() == null
                                        ? ""
                                        : "," + each.ladderStep().zh()))
                        .collect(Collectors.joining("\n")));
        told(shown, Row::note, names, "circumstances").ifPresent(told -> points.add("认定情形:" + told));
        told(shown, NoticeWords::basis, names, "circumstances", "tolerability")
                .ifPresent(told -> points.add("依据:" + told));
        points.add("对上述认定有异议的,可以在公示期内提出,署名与否均可;提出后凭回执号查询答复。");
        List<String> lines = new ArrayList<>();
        lines.add(shown.get(0).organ().name() + "对以下改革创新容错事项已作出认定,现予公示。");
        for (int i = 0; i < points.size(); i++) {
            lines.add(NUMERALS.charAt(i) + "、" + points.get(i));
        }
        return String.join("\n", lines);
    }

    /** What of a row's legal basis the public can read up; null for nothing. */
    private static String basis(Row row) {
        return row.basis() == null
                ? null
                : Stream.of(REMARK.matcher(row.basis()).replaceAll("").split("[;\uff1b]"))
                        .filter(part -> !OF_THE_TABLE.matcher(part).find())
                        .collect(Collectors.joining(";"));
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

    private static Optional<String> told(
            List<StandingOutcome> shown, Function<Row, String> part, List<String> names, String... decisions) {
        var told = shown.stream()
                .flatMap(each ->
                        Arrays.stream(decisions).flatMap(decision -> NoticeScope.rows(each.evaluation(), decision)))
                .map(part)
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining(";"));
        return told.isEmpty() ? Optional.empty() : Optional.of(Redaction.without(told, names));
    }
}
