package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rongcuo.shared.Text;

/** One run of a suite against a model. */
final class SuiteRun {
    private final CompiledModel model;
    private final ModelOutline outline;
    private final BookKind kind;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, DecisionOutline> decisions = new LinkedHashMap<>();
    private final Map<String, Integer> hits = new LinkedHashMap<>();

    SuiteRun(CompiledModel model) {
        this.model = model;
        this.outline = model.outline();
        this.kind = model.kind();
        outline.items().forEach(item -> items.put(item.name(), item));
        for (var decision : outline.decisions()) {
            decisions.put(decision.name(), decision);
            decision.rows().forEach(row -> hits.put(row.id(), 0));
        }
    }

    TestRun run(TestSuite suite) throws InterruptedException {
        List<TestRun.Case> cases = new ArrayList<>();
        for (var test : suite.cases()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the run of a test suite was stopped");
            }
            cases.add(run(test));
        }
        return new TestRun(
                count(cases, TestRun.Outcome.PASSED),
                count(cases, TestRun.Outcome.FAILED),
                count(cases, TestRun.Outcome.ERROR),
                cases,
                coverage());
    }

    private static int count(List<TestRun.Case> cases, TestRun.Outcome outcome) {
        return (int) cases.stream().filter(each -> each.outcome() == outcome).count();
    }

    private TestRun.Case run(TestCase test) {
        List<TestRun.Reason> reasons = new ArrayList<>();
        if (test.expected().isEmpty()) {
            reasons.add(new TestRun.Reason(
                    "expects-nothing", new Text("没有写明应得的结果,等于没有测试", "it expects nothing and so tests nothing")));
        }
        test.expected().keySet().stream()
                .filter(name -> !decisions.containsKey(name))
                .forEach(name -> reasons.add(new TestRun.Reason(
                        "decision-unknown",
                        new Text("本办法没有决策「" + name + "」", "the book has no decision \"" + name + "\""))));
        var facts = facts(test, reasons);
        if (!reasons.isEmpty()) {
            return new TestRun.Case(
                    test.id(), test.description(), TestRun.Outcome.ERROR, reasons, List.of(), List.of());
        }
        var evaluation = model.evaluate(facts);
        List<TestRun.Result> results = new ArrayList<>();
        test.expected().forEach((name, expected) -> results.add(result(name, expected, evaluation, reasons)));
        var met = results.stream().allMatch(TestRun.Result::met);
        return new TestRun.Case(
                test.id(),
                test.description(),
                met ? TestRun.Outcome.PASSED : TestRun.Outcome.FAILED,
                reasons,
                results,
                rows(evaluation));
    }

    /** The facts by id, as the engine takes them: all of them, all admissible, and none that the book does not ask. */
    private Map<String, Object> facts(TestCase test, List<TestRun.Reason> reasons) {
        test.facts().keySet().stream()
                .filter(name -> !items.containsKey(name))
                .forEach(name -> reasons.add(new TestRun.Reason(
                        "item-unknown", new Text("本办法没有事项「" + name + "」", "the book does not ask \"" + name + "\""))));
        Map<String, Object> facts = new HashMap<>();
        items.forEach((name, item) -> {
            var reading = item.read(test.facts().get(name));
            if (reading instanceof Reading.Admissible admissible) {
                facts.put(item.id(), admissible.value());
            } else if (reading instanceof Reading.Inadmissible why) {
                reasons.add(new TestRun.Reason(why.code(), why.message()));
            }
        });
        return facts;
    }

    /**
     * A word that is written in the table but does not stand, because a bottom line is hit for instance, is not what the
     * book says: a case that expects it fails, and learns why.
     */
    private TestRun.Result result(String name, Object expected, Evaluation evaluation, List<TestRun.Reason> reasons) {
        var decision = decisions.get(name);
        var result = evaluation.decision(decision.id()).orElseThrow();
        var succeeded = result.status() == DecisionResult.Status.SUCCEEDED;
        var actual = succeeded ? result.value() : null;
        var stands = true;
        if (expected != null && decision.id().equals(kind.outcome())) {
            evaluation.verdict().reasons().forEach(why -> reasons.add(new TestRun.Reason(why.code(), why.text())));
            stands = evaluation.verdict().reasons().isEmpty();
        }
        if (!succeeded && stands) {
            reasons.add(new TestRun.Reason(
                    "decision-failed",
                    new Text("引擎未能得出「" + name + "」", "the engine could not work out \"" + name + "\"")));
        }
        var met = succeeded && stands && TestValues.same(expected, actual, "COLLECT".equals(decision.hitPolicy()));
        return new TestRun.Result(decision.id(), name, expected, actual, met);
    }

    private List<TestRun.Hit> rows(Evaluation evaluation) {
        List<TestRun.Hit> rows = new ArrayList<>();
        for (var decision : evaluation.decisions()) {
            for (var row : decision.rows()) {
                var effective = decision.status() == DecisionResult.Status.SUCCEEDED
                        && (row.selected() || !choosesOne(decision.hitPolicy()));
                rows.add(new TestRun.Hit(decision.id(), row.id(), row.number(), effective));
                if (effective) {
                    hits.merge(row.id(), 1, Integer::sum);
                }
            }
        }
        return rows;
    }

    private static boolean choosesOne(String hitPolicy) {
        return hitPolicy.equals("UNIQUE") || hitPolicy.equals("FIRST");
    }

    private TestRun.Coverage coverage() {
        List<TestRun.Row> uncovered = new ArrayList<>();
        for (var decision : outline.decisions()) {
            decision.rows().stream()
                    .filter(row -> hits.get(row.id()) == 0)
                    .map(row -> new TestRun.Row(
                            decision.id(), decision.name(), row.id(), row.number(), row.basis(), row.note()))
                    .forEach(uncovered::add);
        }
        return new TestRun.Coverage(
                hits.size(), hits.size() - uncovered.size(), Collections.unmodifiableMap(hits), uncovered);
    }
}
