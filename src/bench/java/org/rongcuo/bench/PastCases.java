package org.rongcuo.bench;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.rongcuo.policy.PastBooks;

/**
 * Writes realistic past cases straight into the tables: of five places, over the past years, judged by the product's own
 * evaluation under the versions in force on their days. Equal seeds give equal cases, however many are written at once;
 * what is there stays, so that 100,000 can follow upon 10,000.
 */
@ApplicationScoped
class PastCases {
    private static final int BATCH = 1000;
    private static final int THREADS = 2;
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 4;

    private final DataSource database;
    private final PastBooks books;

    PastCases(DataSource database, PastBooks books) {
        this.database = database;
        this.books = books;
    }

    /** What a template is made of, wherever and whenever its case was. */
    private record Kind(long patternSeed, PastBooks.Where where, boolean early) {}

    private record Numbered(PastCase drawn, int number) {}

    /**
     * Writes the cases of those indices.
     *
     * @param from of the first; those before it are expected to be there
     * @param until of the one after the last
     * @param grants whether to write who may see them, eleven rows a case
     */
    void write(long seed, long from, long until, boolean grants) throws SQLException {
        var loader = Thread.currentThread().getContextClassLoader();
        var workers = Executors.newFixedThreadPool(THREADS + 1, task -> {
            var thread = new Thread(task, "past-cases");
            thread.setContextClassLoader(loader);
            thread.setDaemon(true);
            return thread;
        });
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            new Run(seed, grants, connection, workers).write(from, until);
        } finally {
            workers.shutdownNow();
        }
    }

    private final class Run {
        private final long seed;
        private final boolean grants;
        private final Connection connection;
        private final ExecutorService workers;
        private final Map<String, PastPeople.Place> places;
        private final Map<String, Integer> counters = new TreeMap<>();
        private final LoadingCache<Kind, Template> templates = Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES)
                .weigher((Kind kind, Template template) -> template.weight())
                .build(this::template);

        Run(long seed, boolean grants, Connection connection, ExecutorService workers) throws SQLException {
            this.seed = seed;
            this.grants = grants;
            this.connection = connection;
            this.workers = workers;
            this.places = PastPeople.in(connection);
            try (var query = connection.createStatement();
                    var rows = query.executeQuery("select jurisdiction_code, year, last from case_counter")) {
                while (rows.next()) {
                    counters.put(rows.getString(1) + "/" + rows.getInt(2), rows.getInt(3));
                }
            }
        }

        /** Batches are made by the workers while the one before is written. */
        void write(long from, long until) throws SQLException {
            Future<Void> writing = null;
            for (var start = from; start < until; start += BATCH) {
                var parts = made(start, Math.min(until, start + BATCH));
                if (writing != null) {
                    done(writing);
                }
                Map<String, Integer> reached = new TreeMap<>(counters);
                writing = workers.submit(() -> copy(parts, reached));
            }
            if (writing != null) {
                done(writing);
            }
        }

        private List<CaseRows> made(long from, long until) {
            List<Numbered> drawn = new ArrayList<>();
            for (var index = from; index < until; index++) {
                var past = PastCase.draw(seed, index);
                drawn.add(new Numbered(
                        past, counters.merge(past.pattern().jurisdiction + "/" + past.year(), 1, Integer::sum)));
            }
            List<Future<CaseRows>> parts = new ArrayList<>();
            var size = (drawn.size() + THREADS - 1) / THREADS;
            for (int start = 0; start < drawn.size(); start += size) {
                var part = drawn.subList(start, Math.min(drawn.size(), start + size));
                Callable<CaseRows> work = () -> rows(part);
                parts.add(workers.submit(work));
            }
            return parts.stream().map(PastCases::done).toList();
        }

        private CaseRows rows(List<Numbered> part) {
            var rows = new CaseRows(grants);
            for (var each : part) {
                var past = each.drawn;
                var where = past.where(books);
                var judged = templates.get(new Kind(past.patternSeed(), where, false));
                var early = past.reconsidered() ? templates.get(new Kind(past.patternSeed(), where, true)) : null;
                rows.add(past, each.number, places.get(past.pattern().jurisdiction), judged, early);
            }
            return rows;
        }

        private Template template(Kind kind) {
            var facts = new Pattern(kind.patternSeed).facts(books.items(kind.where), kind.early);
            return Template.of(books, kind.where, facts);
        }

        private Void copy(List<CaseRows> parts, Map<String, Integer> reached) throws SQLException, IOException {
            var copier = connection.unwrap(PGConnection.class).getCopyAPI();
            for (int table = 0; table < parts.get(0).tables().size(); table++) {
                for (var part : parts) {
                    var rows = part.tables().get(table);
                    if (!rows.isEmpty()) {
                        copier.copyIn(rows.statement(), rows.bytes(), 1 << 16);
                    }
                }
            }
            try (var upsert = connection.prepareStatement("insert into case_counter (jurisdiction_code, year, last)"
                    + " values (?, ?, ?) on conflict (jurisdiction_code, year) do update set last = excluded.last")) {
                for (var counter : reached.entrySet()) {
                    var key = counter.getKey().split("/");
                    upsert.setString(1, key[0]);
                    upsert.setInt(2, Integer.parseInt(key[1]));
                    upsert.setInt(3, counter.getValue());
                    upsert.addBatch();
                }
                upsert.executeBatch();
            }
            connection.commit();
            return null;
        }
    }

    private static <T> T done(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unread) {
                throw new UncheckedIOException(unread);
            }
            throw new IllegalStateException("not written", failed.getCause());
        }
    }
}
