package org.rongcuo.shared;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The time, injected everywhere so that the demo and tests may shift it. */
public class Clocks {
    /** Dates of law and procedure are dates in this zone. */
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.system(SHANGHAI);
    }

    /** The date in Asia/Shanghai. */
    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(SHANGHAI));
    }

    /** The date in Asia/Shanghai of a moment. */
    public static LocalDate dateOf(java.time.Instant moment) {
        return LocalDate.ofInstant(moment, SHANGHAI);
    }
}
