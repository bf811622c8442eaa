package org.rongcuo.dmn;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rongcuo.dmn.SuiteFindings.Place;

/**
 * The tests that live with a version of a rule book (policy contract, "Versions"). Kept as test-case XML of the DMN
 * Technology Compatibility Kit, by the names of the model; told and taken as JSON by the ids of the API as well.
 *
 * @param modelName the file that they test, for instance {@code v1.dmn}; null if not said
 * @param cases in order
 */
public record TestSuite(String modelName, List<TestCase> cases) {
    public TestSuite {
        cases = List.copyOf(cases);
    }

    /** A suite without cases, which a version begins with. */
    public static TestSuite empty(String modelName) {
        return new TestSuite(modelName, List.of());
    }

    /**
     * Reads test-case XML, as from an enemy: by the intake that models take, at most 2 MiB and 2,000 cases.
     *
     * @param xml UTF-8 or UTF-16
     * @throws SuiteRefused with every finding that could be established at once
     */
    public static TestSuite of(byte[] xml) {
        return SuiteXml.read(xml).bounded();
    }

    /**
     * Takes the JSON form.
     *
     * @param modelName as in {@link #modelName()}
     * @param form as JSON gave it
     * @param outline the model that is tested; its ids are the form's keys
     * @throws SuiteRefused with every finding, an unknown id among them
     */
    public static TestSuite of(String modelName, SuiteForm form, ModelOutline outline) {
        var findings = new SuiteFindings();
        var checks = new SuiteChecks(findings);
        var cases = form.cases() == null ? List.<SuiteForm.Case>of() : form.cases();
        checks.cases(cases.size());
        findings.refuseIfAny();
        List<TestCase> read = new ArrayList<>();
        for (var each : cases) {
            var id = each == null ? null : each.id();
            var place = Place.of(id, read.size() + 1);
            checks.id(id, place);
            checks.description(each == null ? null : each.description(), place);
            read.add(new TestCase(
                    id == null ? "" : id,
                    each == null ? null : each.description(),
                    each == null ? Map.of() : facts(each.facts(), outline, place, checks, findings),
                    each == null ? Map.of() : expected(each.expected(), outline, place, checks, findings)));
        }
        findings.refuseIfAny();
        return new TestSuite(modelName, read).bounded();
    }

    private static Map<String, Object> facts(
            Map<String, Object> given, ModelOutline outline, Place place, SuiteChecks checks, SuiteFindings findings) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (given != null && checks.nodes(given.size(), place.facts(null))) {
            given.forEach((id, raw) -> outline.item(id)
                    .ifPresentOrElse(
                            item -> facts.put(item.name(), dated(item, checks.fact(raw, place.facts(id)))),
                            () -> findings.add(
                                    "suite-item-unknown",
                                    place.facts(id),
                                    "本办法没有此项",
                                    "the book does not ask this item")));
        }
        return facts;
    }

    /** JSON has no dates: the text of one becomes a date where the item asks for one. */
    private static Object dated(Item item, Object fact) {
        if (item.type() == ItemType.DATE && fact instanceof String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException notDate) {
                return fact; // the run will say so
            }
        }
        return fact;
    }

    private static Map<String, Object> expected(
            Map<String, Object> given, ModelOutline outline, Place place, SuiteChecks checks, SuiteFindings findings) {
        Map<String, Object> expected = new LinkedHashMap<>();
        if (given != null && checks.nodes(given.size(), place.expected(null))) {
            given.forEach((id, raw) -> outline.decision(id)
                    .ifPresentOrElse(
                            decision -> expected.put(decision.name(), checks.expected(raw, place.expected(id))),
                            () -> findings.add(
                                    "suite-decision-unknown",
                                    place.expected(id),
                                    "本办法没有此决策",
                                    "the book has no such decision")));
        }
        return expected;
    }

    /** What is kept must be readable again. */
    private TestSuite bounded() {
        if (xml().getBytes(StandardCharsets.UTF_8).length > XmlIntake.MAX_BYTES) {
            var findings = new SuiteFindings();
            findings.add("gate-too-large", Place.SUITE, "测试超过 2 MiB", "the tests are larger than 2 MiB");
            findings.refuseIfAny();
        }
        return this;
    }

    /**
     * Refuses a suite that names what the model does not have.
     *
     * @throws SuiteRefused naming every unknown item and decision of every case
     */
    public void requireKnown(ModelOutline outline) {
        var findings = new SuiteFindings();
        var items = outline.items().stream().map(Item::name).collect(Collectors.toSet());
        var decisions = outline.decisions().stream().map(DecisionOutline::name).collect(Collectors.toSet());
        for (int n = 0; n < cases.size(); n++) {
            var place = Place.of(cases.get(n).id(), n + 1);
            cases.get(n).facts().keySet().stream()
                    .filter(name -> !items.contains(name))
                    .forEach(name -> findings.add(
                            "suite-item-unknown", place.facts(name), "本办法没有此项", "the book does not ask this item"));
            cases.get(n).expected().keySet().stream()
                    .filter(name -> !decisions.contains(name))
                    .forEach(name -> findings.add(
                            "suite-decision-unknown",
                            place.expected(name),
                            "本办法没有此决策",
                            "the book has no such decision"));
        }
        findings.refuseIfAny();
    }

    /** The suite as it is kept: test-case XML, UTF-8, indented; reading it again gives an equal suite. */
    public String xml() {
        return SuiteXml.write(this);
    }

    /**
     * The suite by the ids of the model. What the model no longer has keeps its name, in 「」 where that is the id of
     * something else, so that it is seen, and refused when it is sent back.
     */
    public SuiteForm form(ModelOutline outline) {
        Map<String, String> items = new HashMap<>();
        outline.items().forEach(item -> items.put(item.name(), item.id()));
        Map<String, String> decisions = new HashMap<>();
        outline.decisions().forEach(decision -> decisions.put(decision.name(), decision.id()));
        return new SuiteForm(cases.stream()
                .map(test -> new SuiteForm.Case(
                        test.id(),
                        test.description(),
                        told(test.facts(), items, name -> outline.item(name).isPresent()),
                        told(
                                test.expected(),
                                decisions,
                                name -> outline.decision(name).isPresent())))
                .toList());
    }

    private static Map<String, Object> told(
            Map<String, Object> values, Map<String, String> ids, Function<String, Boolean> isId) {
        Map<String, Object> told = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            var unknown = isId.apply(name) ? "「" + name + "」" : name;
            told.put(ids.getOrDefault(name, unknown), value instanceof LocalDate date ? date.toString() : value);
        });
        return told;
    }

    /**
     * The suite after a change of the model: an item or decision that bears another name under the same id is called by
     * it. What the model no longer has keeps its name, and the run says that it is unknown; it is left out where the
     * name now belongs to something that was called otherwise.
     *
     * @throws SuiteRefused if the new names make the suite too large to be kept
     */
    public TestSuite renamed(ModelOutline before, ModelOutline after) {
        Map<String, String> items = new HashMap<>();
        before.items().forEach(item -> after.item(item.id()).ifPresent(now -> items.put(item.name(), now.name())));
        Map<String, String> decisions = new HashMap<>();
        before.decisions()
                .forEach(decision ->
                        after.decision(decision.id()).ifPresent(now -> decisions.put(decision.name(), now.name())));
        return new TestSuite(
                        modelName,
                        cases.stream()
                                .map(test -> new TestCase(
                                        test.id(),
                                        test.description(),
                                        renamed(test.facts(), items),
                                        renamed(test.expected(), decisions)))
                                .toList())
                .bounded();
    }

    private static Map<String, Object> renamed(Map<String, Object> values, Map<String, String> names) {
        Set<String> taken = values.keySet().stream()
                .map(names::get)
                .filter(name -> name != null)
                .collect(Collectors.toSet());
        Map<String, Object> renamed = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (names.containsKey(name) || !taken.contains(name)) {
                renamed.put(names.getOrDefault(name, name), value);
            }
        });
        return renamed;
    }

    /**
     * Runs every case against the model. Looks between cases whether it is to stop, so that it can run within a
     * deadline.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    public TestRun run(CompiledModel model) throws InterruptedException {
        return new SuiteRun(model).run(this);
    }
}
