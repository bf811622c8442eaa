package org.rongcuo.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.ModelGate;
import org.rongcuo.dmn.TestSuite;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;

/** Work on models that nobody approved is bounded in number and in time. */
class AdmissionTest {
    @Test
    void workThatTakesTooLongIsRefusedWithACode() {
        var admission = new Admission(Duration.ofMillis(200));
        var begun = System.nanoTime();
        var problem = assertThrows(
                Problem.class,
                () -> admission.within(() -> {
                    Thread.sleep(10_000);
                    return null;
                }));
        assertEquals(ProblemType.MODEL_REFUSED, problem.type());
        assertEquals("model-too-slow", problem.violations().get(0).code());
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).toMillis() < 5_000);
        admission.close();
    }

    @Test
    void testsThatCannotBeTakenAreRefusedWithEveryFinding() {
        var admission = new Admission(Duration.ofSeconds(20));
        var xml =
                "<testCases xmlns=\"http://www.omg.org/spec/DMN/20160719/testcase\"><testCase/><testCase id=\"a\"><x/></testCase>"
                        + "</testCases>";
        var problem = assertThrows(
                Problem.class, () -> admission.within(() -> TestSuite.of(xml.getBytes(StandardCharsets.UTF_8))));
        assertEquals(ProblemType.INVALID, problem.type());
        assertEquals(
                List.of("suite-case-id /cases/0", "suite-element /cases/1"),
                problem.violations().stream()
                        .map(violation -> violation.code() + " " + violation.pointer())
                        .toList());
        admission.close();
    }

    @Test
    void noMoreThanTwoRunAndNoMoreThanEightWait() throws InterruptedException {
        var admission = new Admission(Duration.ofSeconds(20));
        var release = new CountDownLatch(1);
        var running = new AtomicInteger();
        var done = new CountDownLatch(10);
        List<Thread> callers = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            var caller = new Thread(() -> {
                admission.within(() -> {
                    running.incrementAndGet();
                    return release.await(20, TimeUnit.SECONDS);
                });
                done.countDown();
            });
            caller.start();
            callers.add(caller);
        }
        for (int waited = 0; admission.waiting() < 8 && waited < 100; waited++) {
            Thread.sleep(50);
        }
        assertEquals(2, running.get());
        var problem = assertThrows(Problem.class, () -> admission.within(() -> "one too many"));
        assertEquals(ProblemType.UNAVAILABLE, problem.type());
        assertEquals("model-gate-busy", problem.code());
        assertTrue(problem.extensions().containsKey(Problem.RETRY_AFTER));
        release.countDown();
        assertTrue(done.await(20, TimeUnit.SECONDS), "all that waited were served");
        assertEquals("served", admission.within(() -> "served"));
        admission.close();
    }

    @Test
    void whatWaitedInVainIsToldToComeBack() throws InterruptedException {
        var admission = new Admission(Duration.ofMillis(300));
        var release = new CountDownLatch(1);
        for (int n = 0; n < 2; n++) {
            new Thread(() -> assertThrows(
                            Problem.class,
                            () -> admission.within(() -> {
                                while (release.getCount() > 0) {
                                    Thread.onSpinWait();
                                }
                                return null;
                            })))
                    .start();
        }
        for (int waited = 0; admission.running() < 2 && waited < 100; waited++) {
            Thread.sleep(50);
        }
        var problem = assertThrows(Problem.class, () -> admission.within(() -> "never begun"));
        assertEquals("model-gate-busy", problem.code());
        release.countDown();
        admission.close();
    }

    @Test
    void theGatesFindingsBecomeViolations() {
        var admission = new Admission(Duration.ofSeconds(20));
        var problem = assertThrows(
                Problem.class,
                () -> admission.within(() -> new ModelGate().admit("<a/>".getBytes(), BookKind.TOLERANCE)));
        assertEquals(ProblemType.MODEL_REFUSED, problem.type());
        assertEquals("gate-namespace", problem.violations().get(0).code());
        admission.close();
    }
}
