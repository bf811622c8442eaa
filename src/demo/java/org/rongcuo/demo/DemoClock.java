package org.rongcuo.demo;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rongcuo.shared.Clocks;

/**
 * A clock that can be moved on, so that a version approved for tomorrow may be seen in force today. How far it was moved
 * is kept in a file beside the demo's data: it outlives a restart, and several instances on one folder share it.
 */
public final class DemoClock extends Clock {
    private final Path file;
    private final ZoneId zone;
    private volatile Duration ahead = Duration.ZERO;
    private volatile long read;

    /** @param file where the shift is kept; null keeps it in memory */
    DemoClock(Path file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
    }

    /** Moves the clock on by so much from the true time; zero sets it right again. */
    public void set(Duration shift) {
        ahead = shift;
        if (file != null) {
            try {
                var written = Files.writeString(file.resolveSibling("clock.new"), shift.toString());
                Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                read = Files.getLastModifiedTime(file).toMillis();
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    private Duration ahead() {
        if (file != null && Files.exists(file)) {
            try {
                var changed = Files.getLastModifiedTime(file).toMillis();
                if (changed != read) {
                    ahead = Duration.parse(Files.readString(file).strip());
                    read = changed;
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return ahead;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        var behindThis = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return behindThis.instant();
            }

            @Override
            public ZoneId getZone() {
                return other;
            }

            @Override
            public Clock withZone(ZoneId another) {
                return behindThis.withZone(another);
            }
        };
    }

    /** Takes the place of the product's clock. */
    static class Producer {
        @Produces
        @Singleton
        DemoClock clock(@ConfigProperty(name = Demo.CLOCK) Optional<Path> file) {
            return new DemoClock(file.orElse(null), Clocks.SHANGHAI);
        }
    }
}
