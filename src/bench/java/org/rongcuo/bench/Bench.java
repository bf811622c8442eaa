package org.rongcuo.bench;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import org.rongcuo.demo.EmbeddedDatabase;

/**
 * Starts the product without its HTTP side on an embedded PostgreSQL, migrated and with the seed books as ever, and runs
 * what the first argument names: {@code generate <cases>} or {@code replay <cases> …}. The database is kept in the folder
 * of {@code rongcuo.bench.data}, or is a temporary one.
 */
@QuarkusMain(name = "bench")
public class Bench implements QuarkusApplication {
    /** The generator's seed. */
    static final long SEED = 20261126;

    private final PastCases cases;
    private final ReplayBench replay;

    @Inject
    Bench(PastCases cases, ReplayBench replay) {
        this.cases = cases;
        this.replay = replay;
    }

    public static void main(String... arguments) throws IOException, SQLException {
        var folder = System.getProperty("rongcuo.bench.data");
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.scheduler.enabled", "false");
        System.setProperty("quarkus.log.category.\"org.rongcuo\".level", "WARN");
        try (var database = folder == null ? EmbeddedDatabase.temporary() : EmbeddedDatabase.keptIn(Path.of(folder))) {
            database.settings().forEach(System::setProperty);
            Quarkus.run(
                    Bench.class,
                    (exitCode, failure) -> {
                        if (failure != null) {
                            failure.printStackTrace();
                            Runtime.getRuntime().halt(1);
                        }
                    },
                    arguments);
        }
    }

    @Override
    public int run(String... arguments) throws SQLException {
        var counts = Arrays.stream(arguments).skip(1).mapToLong(Long::parseLong).toArray();
        switch (arguments[0]) {
            case "generate" -> {
                var started = System.nanoTime();
                cases.write(SEED, 0, counts[0], true);
                Console.print("%,d cases in %.1f s", counts[0], (System.nanoTime() - started) / 1e9);
            }
            case "replay" -> replay.measure(counts);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        return 0;
    }
}
