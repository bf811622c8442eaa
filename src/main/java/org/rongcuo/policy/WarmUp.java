package org.rongcuo.policy;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import org.rongcuo.shared.Clocks;

/** Compiles the versions in force beside the start, so that the first evaluation need not wait for it. */
@ApplicationScoped
class WarmUp {
    private static final int AFTER_THE_SEED_BOOKS = 3000;

    private final PolicyVersions versions;
    private final Books books;
    private final Clock clock;

    WarmUp(PolicyVersions versions, Books books, Clock clock) {
        this.versions = versions;
        this.books = books;
        this.clock = clock;
    }

    void begin(@Observes @Priority(AFTER_THE_SEED_BOOKS) StartupEvent started) {
        var thread = new Thread(this::compile, "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private void compile() {
        try {
            QuarkusTransaction.requiringNew().run(() -> inForce().forEach(books::usable));
        } catch (RuntimeException notNow) {
            // The application stops, or the database is away: the first evaluation compiles instead.
            Log.debugf("warm-up ended early: %s", notNow.getClass().getSimpleName());
        }
    }

    private List<PolicyVersion> inForce() {
        return versions.inForce(Clocks.today(clock));
    }
}
