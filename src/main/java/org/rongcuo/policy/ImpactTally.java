package org.rongcuo.policy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.rongcuo.shared.Json;
import org.rongcuo.shared.Text;

/**
 * What a replay has counted so far; sums alone, so that the tallies of parts add up to that of the whole in whatever order.
 * Of the pairs of rows behind a flip {@link #PAIRS_KEPT} are kept for each from and to: beyond that number of different
 * pairs the rest is one sum, and which pairs are told apart depends on which came first.
 */
final class ImpactTally {
    static final int PAIRS_KEPT = 2000;

    /** So many pairs of rows are told of each from and to. */
    static final int PAIRS_TOLD = 20;

    private static final String TO = ">";

    /**
     * Those that go one way.
     *
     * @param places how many, by jurisdiction
     * @param details how many, by what lies behind: the pair of rows of a flip, the open item of one that is open
     */
    private record Way(Map<String, Long> places, Map<String, Long> details) {
        static Way none() {
            return new Way(new TreeMap<>(), new TreeMap<>());
        }

        long sum() {
            return ImpactTally.sum(places);
        }
    }

    /** As it is stored with a part. @param lastCase the case counted last, whose further subjects count no case again */
    private record Stored(
            long cases,
            UUID lastCase,
            Map<String, Long> unchanged,
            Map<String, Way> flips,
            Map<String, Way> open,
            Map<String, Long> recorded) {}

    private long cases;
    private UUID lastCase;
    private final Map<String, Long> unchanged = new TreeMap<>();
    private final Map<String, Way> flips = new TreeMap<>();
    private final Map<String, Way> open = new TreeMap<>();
    private final Map<String, Long> recorded = new TreeMap<>();

    /** @param json as {@link #stored()} gave it; null for a tally at its beginning */
    static ImpactTally of(String json) {
        var tally = new ImpactTally();
        if (json != null) {
            var stored = Json.read(json, Stored.class);
            tally.add(stored);
            tally.lastCase = stored.lastCase;
        }
        return tally;
    }

    String stored() {
        return Json.write(new Stored(cases, lastCase, unchanged, flips, open, recorded));
    }

    /** Adds the tally of another range of cases. */
    void add(ImpactTally other) {
        add(new Stored(other.cases, null, other.unchanged, other.flips, other.open, other.recorded));
    }

    private void add(Stored other) {
        cases += other.cases;
        other.unchanged.forEach((outcome, count) -> unchanged.merge(outcome, count, Long::sum));
        other.flips.forEach((way, those) -> add(those, flips.computeIfAbsent(way, key -> Way.none())));
        other.open.forEach((way, those) -> add(those, open.computeIfAbsent(way, key -> Way.none())));
        other.recorded.forEach((key, count) -> recorded.merge(key, count, Long::sum));
    }

    private static void add(Way more, Way way) {
        more.places.forEach((place, count) -> way.places.merge(place, count, Long::sum));
        more.details.entrySet().stream()
                .sorted(MOST_FIRST)
                .forEach(detail -> count(way.details, detail.getKey(), detail.getValue()));
    }

    private static void count(Map<String, Long> details, String key, long count) {
        if (details.size() < PAIRS_KEPT || details.containsKey(key)) {
            details.merge(key, count, Long::sum);
        }
    }

    /**
     * Adds one subject. Cases come in order: the subjects of one follow each other.
     *
     * @param outcome what people determined, null for nothing
     */
    void add(UUID caseRef, String jurisdiction, Outlook before, Outlook after, Recommendation outcome) {
        if (!caseRef.equals(lastCase)) {
            lastCase = caseRef;
            cases++;
        }
        var way = before.words() + TO + after.words();
        if (!before.decided() || !after.decided()) {
            var those = open.computeIfAbsent(way, key -> Way.none());
            those.places.merge(jurisdiction, 1L, Long::sum);
            Stream.concat(before.openItems().stream(), after.openItems().stream())
                    .distinct()
                    .forEach(item -> count(those.details, item, 1));
        } else if (before.outcome() == after.outcome()) {
            unchanged.merge(before.words(), 1L, Long::sum);
        } else {
            var those = flips.computeIfAbsent(way, key -> Way.none());
            those.places.merge(jurisdiction, 1L, Long::sum);
            count(those.details, String.join(" ", before.rows()) + TO + String.join(" ", after.rows()), 1);
        }
        if (outcome != null) {
            recorded.merge(outcome.name() + TO + way, 1L, Long::sum);
        }
    }

    /** @param distinctVectors of how many different facts and matters these are */
    ImpactReport report(long distinctVectors) {
        return new ImpactReport(
                cases,
                sum(unchanged)
                        + flips.values().stream().mapToLong(Way::sum).sum()
                        + open.values().stream().mapToLong(Way::sum).sum(),
                distinctVectors,
                unchanged.entrySet().stream()
                        .map(each -> new ImpactReport.Unchanged(
                                Recommendation.valueOf(each.getKey()),
                                Recommendation.valueOf(each.getKey()).label(),
                                each.getValue()))
                        .sorted(Comparator.comparing(ImpactReport.Unchanged::outcome))
                        .toList(),
                flips.entrySet().stream()
                        .map(each -> flips(words(each.getKey()), each.getValue()))
                        .sorted(Comparator.comparing(ImpactReport.Flips::count)
                                .reversed()
                                .thenComparing(ImpactReport.Flips::from)
                                .thenComparing(ImpactReport.Flips::to))
                        .toList(),
                open.entrySet().stream()
                        .map(each -> open(words(each.getKey()), each.getValue()))
                        .toList(),
                recorded.entrySet().stream()
                        .map(each -> recorded(words(each.getKey()), each.getValue()))
                        .toList());
    }

    private static ImpactReport.Flips flips(List<List<String>> way, Way those) {
        var from = Recommendation.valueOf(way.get(0).get(0));
        var to = Recommendation.valueOf(way.get(1).get(0));
        var told = those.details.entrySet().stream()
                .sorted(MOST_FIRST)
                .limit(PAIRS_TOLD)
                .map(each -> {
                    var rows = words(each.getKey());
                    return new ImpactReport.RowPair(rows.get(0), rows.get(1), each.getValue());
                })
                .toList();
        return new ImpactReport.Flips(
                from,
                to,
                new Text(
                        from.label().zh() + " → " + to.label().zh(),
                        from.label().en() + " → " + to.label().en()),
                FlipDirection.of(from, to),
                those.sum(),
                places(those),
                told,
                those.sum()
                        - told.stream().mapToLong(ImpactReport.RowPair::count).sum());
    }

    private static ImpactReport.OpenGroup open(List<List<String>> way, Way those) {
        return new ImpactReport.OpenGroup(
                recommendations(way.get(0)),
                recommendations(way.get(1)),
                those.sum(),
                places(those),
                those.details.entrySet().stream()
                        .sorted(MOST_FIRST)
                        .map(each -> new ImpactReport.UnansweredItem(each.getKey(), each.getValue()))
                        .toList());
    }

    private static ImpactReport.Recorded recorded(List<List<String>> key, long count) {
        return new ImpactReport.Recorded(
                Recommendation.valueOf(key.get(0).get(0)),
                recommendations(key.get(1)),
                recommendations(key.get(2)),
                count);
    }

    private static List<ImpactReport.InPlace> places(Way those) {
        return those.places.entrySet().stream()
                .map(each -> new ImpactReport.InPlace(each.getKey(), each.getValue()))
                .toList();
    }

    private static List<Recommendation> recommendations(List<String> words) {
        return words.stream().map(Recommendation::valueOf).toList();
    }

    private static final Comparator<Map.Entry<String, Long>> MOST_FIRST =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    /** The words of each side. */
    private static List<List<String>> words(String key) {
        return Arrays.stream(key.split(TO, -1))
                .map(side -> side.isEmpty() ? List.<String>of() : List.of(side.split(" ")))
                .toList();
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
