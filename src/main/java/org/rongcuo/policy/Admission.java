package org.rongcuo.policy;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rongcuo.dmn.Finding;
import org.rongcuo.dmn.ModelRefused;
import org.rongcuo.dmn.SuiteRefused;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;

/**
 * Does the work on models that people send: two at a time, a few waiting, none for longer than the deadline
 * (policy-contract, gate point 6). So an upload, however costly to check, takes no more than that from everyone else.
 */
@ApplicationScoped
class Admission {
    private static final int AT_ONCE = 2;
    private static final int WAITING = 8;
    private static final int TRY_AGAIN_AFTER_SECONDS = 10;

    private final Duration deadline;
    private final ThreadPoolExecutor pool =
            new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), task -> {
                var thread = new Thread(task, "model-gate");
                thread.setDaemon(true);
                thread.setContextClassLoader(Admission.class.getClassLoader());
                return thread;
            });

    Admission(@ConfigProperty(name = "rongcuo.model-gate.deadline", defaultValue = "PT30S") Duration deadline) {
        this.deadline = deadline;
        this.pool.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void close() {
        pool.shutdownNow();
    }

    /**
     * Does work on a model that nobody has approved. Called outside a transaction: nothing is locked meanwhile.
     *
     * @throws Problem 422 with every finding when model or tests are refused, or because it could not be done in time;
     *     503 when too many are waiting
     */
    <T> T within(Callable<T> work) {
        var begun = new AtomicBoolean();
        Future<T> task;
        try {
            task = pool.submit(() -> {
                begun.set(true);
                return work.call();
            });
        } catch (RejectedExecutionException full) {
            throw busy();
        }
        try {
            return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            throw begun.get() ? tooSlow() : busy();
        } catch (InterruptedException interrupted) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ModelRefused refused) {
                throw refused(refused.findings());
            }
            if (failed.getCause() instanceof SuiteRefused refused) {
                throw refused(refused);
            }
            throw new IllegalStateException("the work on a model failed", failed.getCause());
        }
    }

    /** How many are being worked on. */
    int running() {
        return pool.getActiveCount();
    }

    /** How many wait. */
    int waiting() {
        return pool.getQueue().size();
    }

    /** The problem that tells findings. */
    static Problem refused(List<Finding> findings) {
        return Problem.withViolations(
                        ProblemType.MODEL_REFUSED,
                        new Text(
                                "模型有 " + findings.size() + " 处须修改,未保存",
                                "The model has " + findings.size() + " finding(s); nothing was saved"),
                        findings.stream()
                                .map(finding -> new Violation(pointer(finding), finding.code(), finding.message()))
                                .toList())
                .with("findings", findings);
    }

    /** The problem that tells what is wrong with a test suite. */
    static Problem refused(SuiteRefused refused) {
        var findings = refused.findings();
        return Problem.withViolations(
                ProblemType.INVALID,
                new Text(
                        "测试有 " + findings.size() + " 处须修改,未保存",
                        "The tests have " + findings.size() + " finding(s); nothing was saved"),
                findings.stream()
                        .map(finding -> new Violation(finding.pointer(), finding.code(), finding.message()))
                        .toList());
    }

    private Problem tooSlow() {
        return refused(List.of(new Finding(
                "model-too-slow",
                null,
                null,
                null,
                null,
                new Text(
                        "检查未能在 " + deadline.toSeconds() + " 秒内完成,请缩小或拆分表格",
                        "it could not be checked within " + deadline.toSeconds() + " s; make the tables smaller"))));
    }

    private static Problem busy() {
        return Problem.coded(
                        ProblemType.UNAVAILABLE,
                        "model-gate-busy",
                        new Text("正在检查的模型过多,请稍后再试", "Too many models are being checked; try again later"))
                .with(Problem.RETRY_AFTER, TRY_AGAIN_AFTER_SECONDS);
    }

    /** Where in the model, as a path of element, row and column that people can follow. */
    private static String pointer(Finding finding) {
        var pointer = new StringBuilder();
        if (finding.decision() != null) {
            pointer.append("/decision/").append(finding.decision());
        }
        if (finding.row() != null) {
            pointer.append("/row/").append(finding.row());
        }
        if (finding.column() != null) {
            pointer.append("/column/").append(finding.column());
        }
        if (finding.element() != null) {
            pointer.append("/element/").append(finding.element());
        }
        return pointer.toString();
    }
}
