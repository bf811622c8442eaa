package org.rongcuo.demo;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * {@code PUT /demo/clock?ahead=P1D} moves the demo's clock on by so much from the true time, {@code P0D} sets it right
 * again; {@code GET} tells the demo's time. Not part of the product and its contract.
 */
@ApplicationScoped
class DemoClockRoute {
    private static final String PATH = "/demo/clock";
    private static final Duration MOST = Duration.ofDays(3660);

    private final DemoClock clock;

    DemoClockRoute(DemoClock clock) {
        this.clock = clock;
    }

    void serve(@Observes Router router) {
        router.get(PATH).blockingHandler(this::tell);
        router.route(HttpMethod.PUT, PATH).blockingHandler(this::move);
    }

    private void tell(RoutingContext call) {
        call.response().putHeader("Content-Type", "text/plain").end(clock.instant() + System.lineSeparator());
    }

    private void move(RoutingContext call) {
        try {
            var ahead = Duration.parse(String.valueOf(call.request().getParam("ahead")));
            if (ahead.isNegative() || ahead.compareTo(MOST) > 0) {
                throw new DateTimeParseException("out of bounds", ahead.toString(), 0);
            }
            clock.set(ahead);
            tell(call);
        } catch (DateTimeParseException unreadable) {
            call.response().setStatusCode(400).end("ahead must be a duration from P0D to P3660D\n");
        }
    }
}
