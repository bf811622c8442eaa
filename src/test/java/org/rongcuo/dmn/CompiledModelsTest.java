package org.rongcuo.dmn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CompiledModelsTest {
    private final AdmittedModel example = Books.admit(Books.example());
    private final CompiledModels models = new CompiledModels(Books.GATE);

    @Test
    void compilesOnceUnderThirtyTwoThreads() throws Exception {
        var loads = new AtomicInteger();
        var start = new CountDownLatch(32);
        var pool = Executors.newFixedThreadPool(32);
        try {
            var tasks = Stream.<Callable<CompiledModel>>generate(() -> () -> {
                        start.countDown();
                        start.await();
                        return models.of(example.contentHash(), BookKind.TOLERANCE, () -> {
                            loads.incrementAndGet();
                            return example.xml();
                        });
                    })
                    .limit(32)
                    .toList();
            CompiledModel first = null;
            for (var done : pool.invokeAll(tasks)) {
                first = first == null ? done.get() : first;
                assertSame(first, done.get());
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(1, loads.get());
    }

    @Test
    void refusesATextThatIsNotTheOneOfTheHash() {
        var changed = Books.with(example.xml(), "&lt;= 10", "&lt;= 9");
        assertThrows(
                IllegalStateException.class, () -> models.of(example.contentHash(), BookKind.TOLERANCE, () -> changed));
        models.of(example.contentHash(), BookKind.TOLERANCE, example::xml);
    }

    @Test
    void passesTheGateAgainWhenItLoads() {
        var tampered = Books.with(example.xml(), "count(底线) &gt; 0", "now() = now()");
        assertThrows(ModelRefused.class, () -> models.of(example.contentHash(), BookKind.TOLERANCE, () -> tampered));
    }

    @Test
    void keepsModelsOfDifferentContentApart() {
        var other = Books.admit(Books.exampleWith("&lt;= 10", "&lt;= 11"));
        assertNotSame(
                models.of(example.contentHash(), BookKind.TOLERANCE, example::xml),
                models.of(other.contentHash(), BookKind.TOLERANCE, other::xml));
    }
}
