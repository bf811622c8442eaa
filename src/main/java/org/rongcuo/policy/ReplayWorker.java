package org.rongcuo.policy;

import io.quarkus.arc.Unremovable;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The product started to run one part of a replay and end: one pod of a Kubernetes Indexed Job. Ends with 0 when its part is
 * done, by whomever; whoever ends the last part merges the report.
 */
@ApplicationScoped
@Unremovable
public class ReplayWorker implements QuarkusApplication {
    /** Names the replay; without it the product is no worker. */
    public static final String REPLAY = "rongcuo.replay.worker";

    /** Given by Kubernetes to each pod of an Indexed Job, from 0. */
    static final String INDEX = "job.completion.index";

    private static final int FAILED = 1;

    private final ReplayRunner runner;
    private final ReplayParts parts;
    private final Optional<UUID> replay;
    private final int part;

    ReplayWorker(
            ReplayRunner runner,
            ReplayParts parts,
            @ConfigProperty(name = REPLAY) Optional<UUID> replay,
            @ConfigProperty(name = INDEX, defaultValue = "0") int part) {
        this.runner = runner;
        this.parts = parts;
        this.replay = replay;
        this.part = part;
    }

    @Override
    public int run(String... args) throws InterruptedException {
        return run(replay.orElseThrow(), part);
    }

    /** @return the process's exit code */
    int run(UUID replay, int part) throws InterruptedException {
        while (true) {
            runner.runPart(replay, part);
            var status = QuarkusTransaction.requiringNew().call(() -> parts.status(replay, part));
            if (status.isEmpty()) {
                Log.errorf("there is no part %d of a replay %s", part, replay);
                return FAILED;
            }
            if (!status.get().isOpen()) {
                Log.infof("part %d of replay %s: %s", part, replay, status.get());
                return status.get() == ReplayStatus.FAILED ? FAILED : 0;
            }
            // A server is at it, or was until a moment ago.
            TimeUnit.SECONDS.sleep(2);
        }
    }
}
