package org.rongcuo.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A database of its own, in which the demo has started: it holds the demo's cases, and none of other tests. */
public class StartedDemo implements QuarkusTestProfile {
    /** Servers on which the cases are played. */
    private static URI started;

    /**
     * Has the demo's cases played, once in a run: cut short again and again as by a crash, then to the end.
     *
     * @param server the application's address
     */
    public static synchronized void play(DemoCases cases, URI server) {
        if (server.equals(started)) {
            return;
        }
        try (var cut = new CutShort(server)) {
            for (var requests : List.of(3, 9, 20, 26, 33, 40)) {
                cut.after(requests);
                assertEquals(Optional.empty(), cases.play(cut.address()), "cut short after " + requests);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cases.play(server.toString().replaceFirst("/$", "")).orElseThrow();
        started = server;
    }
}
