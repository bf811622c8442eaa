package org.rongcuo.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** Five times as many at once as there are connections: each gets its answer, none waits for one that another keeps. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class ManyAtOnceTest {
    @Test
    void aHundredInspectorsReadAtOnce() throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            // An inspection is recorded in a transaction of its own.
            calls.add(() -> Office.as("inspector.330900").get("/api/v1/cases").statusCode());
        }
        var threads = Executors.newFixedThreadPool(100);
        try {
            List<Integer> answers = new ArrayList<>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            assertEquals(
                    "{200=100}",
                    answers.stream()
                            .collect(Collectors.groupingBy(status -> status, Collectors.counting()))
                            .toString());
        } finally {
            threads.shutdown();
        }
    }
}
