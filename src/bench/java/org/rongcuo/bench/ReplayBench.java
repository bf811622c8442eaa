package org.rongcuo.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.policy.PastBooks;

/**
 * What a replay costs: the latest record of every subject of every past case, streamed and parsed, alone and with the
 * judging, by one thread and by two that have a range of cases each. The ways of judging take turns.
 */
@ApplicationScoped
class ReplayBench {
    private static final String ALONE = "read and parse alone";
    private static final int FETCH_SIZE = 2000;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    /** The latest record of each subject of each case, as the replay reads them. */
    private static final String LATEST = "select distinct on (case_ref, subject_ref) jurisdiction, facts, facts_hash"
            + " from evaluation_record where case_ref >= ? and case_ref < ? order by case_ref, subject_ref, id desc";

    private static final ObjectReader FACTS = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(new TypeReference<Map<String, Object>>() {});

    private final DataSource database;
    private final PastCases cases;
    private final PastBooks books;

    ReplayBench(DataSource database, PastCases cases, PastBooks books) {
        this.database = database;
        this.cases = cases;
        this.books = books;
    }

    /** A record as read. @param factsHash equal for equal facts */
    private record Row(String jurisdiction, Map<String, Object> facts, String factsHash) {}

    /** Judges a row of which every item of the model is answered; its answer is counted by word. */
    private interface Judge {
        String word(CompiledModel model, Row row);
    }

    /** A way of judging. @param judges gives one for each thread */
    private record Way(String name, Supplier<Judge> judges) {}

    /** Further ways (the row index; the row index with equal facts judged once) are further entries here. */
    private static List<Way> ways() {
        return List.of(
                new Way(ALONE, () -> (model, row) -> null),
                new Way("engine", () -> ReplayBench::byEngine),
                new Way("engine, equal facts once", () -> {
                    Map<String, String> known = new HashMap<>();
                    return (model, row) ->
                            known.computeIfAbsent(row.jurisdiction + row.factsHash, key -> byEngine(model, row));
                }),
                new Way("row index", () -> ReplayBench::byIndex),
                new Way("row index, equal facts once", () -> {
                    Map<String, String> known = new HashMap<>();
                    return (model, row) ->
                            known.computeIfAbsent(row.jurisdiction + row.factsHash, key -> byIndex(model, row));
                }));
    }

    private static String byIndex(CompiledModel model, Row row) {
        var word = model.evaluateByIndex(row.facts).verdict().word();
        return word == null ? "REFER" : word;
    }

    private static String byEngine(CompiledModel model, Row row) {
        var word = model.evaluate(row.facts).verdict().word();
        return word == null ? "REFER" : word;
    }

    /** @param counts of cases, ascending; what is missing is generated */
    void measure(long... counts) throws SQLException {
        var rounds = Rounds.asTold().rounds();
        for (var count : counts) {
            var there = number("select count(*) from case_file");
            if (there < count) {
                var started = System.nanoTime();
                cases.write(Bench.SEED, there, count, false);
                Owner.execute("vacuum analyze evaluation_record");
                Console.print(
                        "%,d cases more, generated in %.1f s", count - there, (System.nanoTime() - started) / 1e9);
            }
            Console.print(
                    "%,d cases: %,d records, %,d distinct facts, %,d distinct (place, facts); heap at most %,d MiB",
                    count,
                    number("select count(*) from evaluation_record"),
                    number("select count(distinct facts_hash) from evaluation_record"),
                    number("select count(*) from (select distinct jurisdiction, facts_hash from evaluation_record) d"),
                    Runtime.getRuntime().maxMemory() >> 20);
            var ranges = ranges();
            for (var threads : List.of(1, 2)) {
                Map<String, double[]> seconds = new LinkedHashMap<>();
                ways().forEach(way -> seconds.put(way.name, new double[rounds]));
                for (int round = 0; round <= rounds; round++) {
                    for (var way : ways()) {
                        var taken = run(way, threads == 1 ? List.of(whole()) : ranges, round);
                        if (round > 0) {
                            seconds.get(way.name)[round - 1] = taken;
                        }
                    }
                }
                var alone = Rounds.median(seconds.get(ALONE));
                seconds.forEach((name, raw) -> Console.print(
                        "  %-26s %d thread(s) median %8.3f s = %6.2f x reading alone, %,.0f cases/s",
                        name, threads, Rounds.median(raw), Rounds.median(raw) / alone, count / Rounds.median(raw)));
            }
            for (int round = 1; round <= rounds; round++) {
                job(count, round);
            }
        }
    }

    /** The product's own job: the whole chains of both sides, kept batch by batch, with its report and its list of cases. */
    private void job(long count, int round) throws SQLException {
        System.gc();
        var heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        var started = System.nanoTime();
        var report = books.replay("330922", "tolerance", TODAY);
        var seconds = (System.nanoTime() - started) / 1e9;
        var peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
        Console.print(
                "  the job, one runner           round %d: %8.3f s, %,.0f cases/s, peak %4d MiB, %s",
                round, seconds, count / seconds, peak, report);
    }

    private record Range(UUID from, UUID until) {}

    private static Range whole() {
        return new Range(new UUID(0, 0), new UUID(-1, -1));
    }

    /** Two halves of the cases. */
    private List<Range> ranges() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select id from case_file order by id offset (select count(*) / 2 from case_file) limit 1")) {
            var row = query.executeQuery();
            row.next();
            var middle = row.getObject(1, UUID.class);
            return List.of(new Range(whole().from, middle), new Range(middle, whole().until));
        }
    }

    /** Round 0 warms up and is not printed. @return seconds */
    private double run(Way way, List<Range> ranges, int round) {
        System.gc();
        var heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        var before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        var words = new ConcurrentHashMap<String, LongAdder>();
        var workers = Executors.newFixedThreadPool(ranges.size());
        var started = System.nanoTime();
        List<Future<Void>> parts = new ArrayList<>();
        for (var range : ranges) {
            var judge = way.judges.get();
            parts.add(workers.submit(() -> judge(range, judge, words)));
        }
        parts.forEach(ReplayBench::done);
        var seconds = (System.nanoTime() - started) / 1e9;
        workers.shutdown();
        var peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
        if (round > 0) {
            Console.print(
                    "  %-26s %d thread(s) round %d: %8.3f s, heap before %4d MiB, peak %4d MiB, %s",
                    way.name, ranges.size(), round, seconds, before, peak, words);
        }
        return seconds;
    }

    private Void judge(Range range, Judge judge, Map<String, LongAdder> words) throws SQLException {
        Map<String, CompiledModel> models = new HashMap<>();
        for (var place : PastPeople.PLACES) {
            models.put(place, books.speaking(place, TODAY));
        }
        try (var connection = database.getConnection()) {
            // Without a transaction the driver would fetch all rows at once.
            connection.setAutoCommit(false);
            try (var query = connection.prepareStatement(LATEST)) {
                query.setFetchSize(FETCH_SIZE);
                query.setObject(1, range.from);
                query.setObject(2, range.until);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        var row = new Row(rows.getString(1), parse(rows.getString(2)), rows.getString(3));
                        words.computeIfAbsent(word(models, row, judge), key -> new LongAdder())
                                .increment();
                    }
                }
            }
            connection.rollback();
        }
        return null;
    }

    private static String word(Map<String, CompiledModel> models, Row row, Judge judge) {
        var model = models.get(row.jurisdiction);
        for (var item : model.outline().items()) {
            if (!row.facts.containsKey(item.id())) {
                return "open";
            }
        }
        var word = judge.word(model, row);
        return word == null ? "read" : word;
    }

    private static Map<String, Object> parse(String facts) {
        try {
            return FACTS.readValue(facts);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("stored facts cannot be read", unreadable);
        }
    }

    private static void done(Future<Void> part) {
        try {
            part.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("a part failed", failed);
        }
    }

    private long number(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
