package org.rongcuo.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;

/**
 * Measures several ways of doing the same work in turns (A B C A B C …), so that whatever else the machine does falls on
 * all alike and their ratios are of one run. Prints every round, then medians and ratios.
 *
 * @param rounds how often each is measured
 * @param seconds how long a round lasts; each is warmed up for twice as long
 */
record Rounds(int rounds, double seconds) {
    /**
     * One way of doing it.
     *
     * @param work does the n-th piece of work, n from 0 in each thread; its result is kept alive
     */
    record Arm(String name, IntFunction<Object> work) {}

    /** Read from {@code rongcuo.bench.rounds} and {@code rongcuo.bench.seconds}; 5 rounds of 5 s unless told. */
    static Rounds asTold() {
        return new Rounds(
                Integer.getInteger("rongcuo.bench.rounds", 5),
                Double.parseDouble(System.getProperty("rongcuo.bench.seconds", "5")));
    }

    /**
     * Measures and prints; the first arm is what the others are held against.
     *
     * @return pieces of work a second by arm, the median of the rounds
     */
    Map<String, Double> measure(String title, List<Arm> arms, int threads) {
        Console.print("%s, %d thread(s), %d rounds of %.1f s", title, threads, rounds, seconds);
        for (var arm : arms) {
            rate(arm, threads, 2 * seconds);
        }
        Map<String, double[]> rates = new LinkedHashMap<>();
        arms.forEach(arm -> rates.put(arm.name(), new double[rounds]));
        for (int round = 0; round < rounds; round++) {
            for (var arm : arms) {
                rates.get(arm.name())[round] = rate(arm, threads, seconds);
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        rates.forEach((name, raw) -> medians.put(name, median(raw)));
        var first = medians.get(arms.get(0).name());
        rates.forEach((name, raw) -> Console.print(
                "  %-34s median %,12.0f/s  = %6.2f x  raw %s",
                name, medians.get(name), medians.get(name) / first, list(raw)));
        return medians;
    }

    private static double rate(Arm arm, int threads, double seconds) {
        var stop = new AtomicBoolean();
        var begin = new CountDownLatch(1);
        var counts = new long[threads];
        var kept = new Object[threads];
        List<Thread> workers = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            var index = t;
            var worker = new Thread(
                    () -> {
                        await(begin);
                        var count = 0L;
                        Object last = null;
                        while (!stop.get()) {
                            last = arm.work().apply((int) (count & Integer.MAX_VALUE));
                            count++;
                        }
                        kept[index] = last;
                        counts[index] = count;
                    },
                    "bench-" + t);
            worker.start();
            workers.add(worker);
        }
        var started = System.nanoTime();
        begin.countDown();
        sleep(seconds);
        stop.set(true);
        workers.forEach(Rounds::join);
        var elapsed = System.nanoTime() - started;
        if (Arrays.stream(kept).anyMatch(each -> each == null)) {
            throw new IllegalStateException(arm.name() + " gave nothing");
        }
        return Arrays.stream(counts).sum() * 1e9 / elapsed;
    }

    static double median(double[] raw) {
        var sorted = raw.clone();
        Arrays.sort(sorted);
        return sorted.length % 2 == 1
                ? sorted[sorted.length / 2]
                : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }

    private static String list(double[] raw) {
        var text = new StringBuilder();
        for (var rate : raw) {
            text.append(text.isEmpty() ? "" : " ").append(String.format(Locale.ROOT, "%.0f", rate));
        }
        return text.toString();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void sleep(double seconds) {
        try {
            Thread.sleep((long) (seconds * 1000));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
