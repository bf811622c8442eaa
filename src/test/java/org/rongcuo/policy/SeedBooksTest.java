package org.rongcuo.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rongcuo.dmn.AdmittedModel;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.CompiledModels;
import org.rongcuo.dmn.DecisionResult;
import org.rongcuo.dmn.Evaluation;
import org.rongcuo.dmn.Item;
import org.rongcuo.dmn.ModelGate;
import org.rongcuo.dmn.TableProofs;
import org.rongcuo.dmn.TestRun;
import org.rongcuo.dmn.TestSuite;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The seed rule books under {@code dmn/}: sound, proven, tested row by row, and of one vocabulary. */
class SeedBooksTest {
    private static final ModelGate GATE = new ModelGate();
    private static final CompiledModels MODELS = new CompiledModels(GATE);
    private static final Path ROOT = Path.of("dmn");
    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final String RC = "https://rongcuo.org/dmn";
    private static final Map<String, Set<String>> WORDS = Map.of(
            "TOLERANCE", Set.of("免责", "减责", "不予容错", "提请会商"),
            "STATUTE", Set.of("免责", "不适用"));
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "TOLERANCE",
                    List.of(
                            "bottomLine",
                            "tolerability",
                            "circumstances",
                            "motive",
                            "nature",
                            "decisionProcess",
                            "basis",
                            "effect",
                            "correction",
                            "effects",
                            "route",
                            "noticeAudience",
                            "noticeDays"),
            "STATUTE", List.of("tolerability"),
            "PROCEDURE", List.of("limit"));
    private static final List<String> SHIPPED = List.of(
            "000000/accountability",
            "330000/ftz-statute",
            "330000/one-visit-statute",
            "330900/procedure",
            "330900/tolerance",
            "330922/tolerance");

    /** One version of a book. */
    record Version(Path book, JsonNode policy, JsonNode version) {
        String path() {
            return ROOT.relativize(book).toString();
        }

        String kind() {
            return policy.get("kind").asText();
        }

        /** The model as the gate lets it in. */
        AdmittedModel admitted() throws IOException {
            return GATE.admit(Files.readAllBytes(model()), BookKind.valueOf(kind()));
        }

        CompiledModel compiled() throws IOException {
            var admitted = admitted();
            return MODELS.of(admitted.contentHash(), BookKind.valueOf(kind()), admitted::xml);
        }

        Path model() {
            return book.resolve(version.get("model").asText());
        }

        TestSuite tests() throws IOException {
            return TestSuite.of(
                    Files.readAllBytes(book.resolve(version.get("tests").asText())));
        }

        Element definitions() {
            try {
                var factory = DocumentBuilderFactory.newInstance();
                factory.setNamespaceAware(true);
                return factory.newDocumentBuilder().parse(model().toFile()).getDocumentElement();
            } catch (IOException | ParserConfigurationException | SAXException unreadable) {
                throw new IllegalStateException(model().toString(), unreadable);
            }
        }

        @Override
        public String toString() {
            return path() + " v" + version.get("number").asInt();
        }
    }

    static Stream<Version> versions() throws IOException {
        var versions = new ArrayList<Version>();
        try (var files = Files.walk(ROOT)) {
            for (var file :
                    files.filter(file -> file.endsWith("policy.json")).sorted().toList()) {
                var policy = new ObjectMapper().readTree(file.toFile());
                policy.get("versions").forEach(version -> versions.add(new Version(file.getParent(), policy, version)));
            }
        }
        return versions.stream();
    }

    @Test
    void shipsEveryBookOfTheContractAndNoStrayFile() throws IOException {
        var declared = new TreeSet<Path>();
        var books = new TreeSet<String>();
        for (var version : versions().toList()) {
            books.add(version.path());
            declared.add(version.book().resolve("policy.json"));
            declared.add(version.model());
            declared.add(version.book().resolve(version.version().get("tests").asText()));
        }
        assertEquals(new TreeSet<>(SHIPPED), books);
        assertEquals(books, new TreeSet<>(SeedBooks.keys()), "what is loaded at the start");
        assertEquals(books.size(), SeedBooks.keys().size(), "each is loaded once");
        try (var files = Files.walk(ROOT)) {
            assertEquals(
                    declared, new TreeSet<>(files.filter(Files::isRegularFile).toList()));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void describesTheBookInFull(Version version) {
        var policy = version.policy();
        assertEquals(
                version.path(),
                policy.get("jurisdiction").asText() + "/" + policy.get("name").asText());
        assertTrue(REQUIRED.containsKey(version.kind()), version.kind());
        assertFalse(policy.at("/title/zh").asText().isBlank()
                || policy.at("/title/en").asText().isBlank());
        assertTrue(policy.get("scope").get("fields").isArray()
                && policy.get("scope").get("subjectStatuses").isArray());
        assertEquals("PUBLIC", policy.get("visibility").asText());
        LocalDate.parse(policy.get("reviewBy").asText());
        assertEquals(version.kind().equals("TOLERANCE"), policy.has("lenity"), "lenity is a tolerance book's");
        if (policy.has("lenity")) {
            assertEquals("TWO_DATE", policy.at("/lenity/mode").asText());
            assertFalse(policy.at("/lenity/basis").asText().isBlank());
        }
        assertTrue(policy.get("parent").isNull()
                || SHIPPED.contains(policy.get("parent").asText()));
        var dates = new TreeSet<LocalDate>();
        int number = 0;
        for (var each : policy.get("versions")) {
            assertEquals(++number, each.get("number").asInt());
            var effective = LocalDate.parse(each.get("effectiveFrom").asText());
            assertTrue(dates.isEmpty() || effective.isAfter(dates.last()), "versions follow each other");
            dates.add(effective);
            assertFalse(each.get("note").asText().isBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void isSoundAndProven(Version version) {
        assertEquals(List.of(), TableProofs.faults(version.model()));
        var tables = new TreeSet<String>();
        elements(version.definitions(), "decisionTable").forEach(table -> tables.add(table.getAttribute("id")));
        assertEquals(tables, TableProofs.analysed(version.model()), "every table is analysed to the end");
    }

    /** The normal form goes through the gate unchanged, or a stored version would not be found again by its hash. */
    @ParameterizedTest
    @MethodSource("versions")
    void passesTheGateAndStaysAsItWas(Version version) throws IOException {
        var kind = BookKind.valueOf(version.kind());
        var admitted = version.admitted();
        var again = GATE.admit(admitted.xml().getBytes(StandardCharsets.UTF_8), kind);
        assertEquals(admitted.contentHash(), again.contentHash());
        assertEquals(admitted.xml(), again.xml());
        assertEquals(
                elements(version.definitions(), "inputData").stream()
                        .map(item -> item.getAttribute("id"))
                        .toList(),
                admitted.outline().items().stream().map(Item::id).toList());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void answersItsTestsAndEveryRowIsHit(Version version) throws Exception {
        var suite = version.tests();
        assertEquals(version.version().get("model").asText(), suite.modelName());
        var descriptions = new HashSet<String>();
        suite.cases()
                .forEach(test -> assertTrue(descriptions.add(test.description()), "told twice: " + test.description()));
        var run = suite.run(version.compiled());
        assertEquals(
                List.of(),
                run.cases().stream()
                        .filter(test -> test.outcome() != TestRun.Outcome.PASSED
                                || !test.reasons().isEmpty())
                        .toList());
        assertEquals(suite.cases().size(), run.passed());
        assertEquals(List.of(), run.coverage().uncovered(), "rows that no test hits");
        assertEquals(
                elements(version.definitions(), "rule").size(), run.coverage().covered());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void itsTestsAreTheSameInEitherForm(Version version) throws IOException {
        var suite = version.tests();
        var outline = version.admitted().outline();
        suite.requireKnown(outline);
        assertEquals(suite, TestSuite.of(suite.xml().getBytes(StandardCharsets.UTF_8)));
        assertEquals(suite, TestSuite.of(suite.modelName(), suite.form(outline), outline));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void holdsTheDecisionsOfItsKindAndSaysOnlyItsWords(Version version) {
        var decisions = new HashMap<String, Element>();
        elements(version.definitions(), "decision")
                .forEach(decision -> decisions.put(decision.getAttribute("id"), decision));
        assertTrue(
                decisions.keySet().containsAll(REQUIRED.get(version.kind())),
                decisions.keySet().toString());
        if (version.kind().equals("PROCEDURE")) {
            return;
        }
        var said = new TreeSet<String>();
        elements(decisions.get("tolerability"), "outputEntry")
                .forEach(entry ->
                        said.add(entry.getTextContent().replace("\"", "").strip()));
        assertTrue(WORDS.get(version.kind()).containsAll(said), said.toString());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyItemIsAQuestionWithEvidence(Version version) {
        for (var item : elements(version.definitions(), "inputData")) {
            var id = item.getAttribute("id");
            assertTrue(id.matches("[A-Za-z_][A-Za-z0-9_]*"), id);
            assertTrue(elements(item, "description").get(0).getTextContent().contains("?"), id + " asks");
            for (var attribute : List.of("group", "evidence", "basis")) {
                assertFalse(item.getAttributeNS(RC, attribute).isBlank(), id + " has no " + attribute);
            }
            assertTrue(Set.of("CASE", "SUBJECT").contains(item.getAttributeNS(RC, "scope")), id);
            assertTrue(
                    Set.of("ANSWER", "FILING", "CORRECTION", "HISTORY").contains(item.getAttributeNS(RC, "source")),
                    id);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyRowHasItsIdAndSaysWhy(Version version) {
        for (var decision : elements(version.definitions(), "decision")) {
            var id = decision.getAttribute("id");
            assertTrue(id.matches("[A-Za-z_][A-Za-z0-9_]*"), id);
            for (var table : elements(decision, "decisionTable")) {
                assertEquals(
                        List.of("依据", "说明"),
                        elements(table, "annotation").stream()
                                .map(column -> column.getAttribute("name"))
                                .toList(),
                        id);
                int number = 0;
                for (var rule : elements(table, "rule")) {
                    assertEquals(id + "_r" + ++number, rule.getAttribute("id"));
                    var annotations = elements(rule, "annotationEntry");
                    assertEquals(2, annotations.size(), rule.getAttribute("id"));
                    annotations.forEach(
                            text -> assertFalse(text.getTextContent().isBlank(), rule.getAttribute("id")));
                    assertEquals(
                            0,
                            elements(rule, "outputEntry").stream()
                                    .filter(cell -> cell.getTextContent().isBlank())
                                    .count());
                }
            }
            if (id.equals("circumstances")) {
                assertEquals(
                        1,
                        elements(decision, "rule").stream()
                                .filter(rule ->
                                        rule.getAttributeNS(RC, "catchAll").equals("true"))
                                .count());
            }
        }
    }

    /** Whatever the parent's tests make it refuse at the bottom line, the child refuses at its own. */
    @ParameterizedTest
    @MethodSource("versions")
    void itsBottomLineIsNoLooserThanItsParents(Version version) throws IOException {
        if (version.policy().get("parent").isNull()) {
            return;
        }
        var parent = versions()
                .filter(each ->
                        each.path().equals(version.policy().get("parent").asText()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        var own = version.compiled();
        var theirs = parent.compiled();
        var ordinary = version.tests().form(own.outline()).cases().get(0).facts();
        int hits = 0;
        for (var test : parent.tests().form(theirs.outline()).cases()) {
            if (touchesTheBottomLine(theirs.evaluate(test.facts()))) {
                hits++;
                var facts = new HashMap<>(ordinary);
                facts.putAll(test.facts());
                assertTrue(touchesTheBottomLine(own.evaluate(facts)), test.description());
            }
        }
        assertTrue(hits >= 8, "only " + hits + " tests of the parent touch its bottom line");
    }

    private static boolean touchesTheBottomLine(Evaluation evaluation) {
        return !evaluation.decision("bottomLine").orElseThrow().rows().isEmpty();
    }

    /** Whatever is answered, every decision comes to a value, and 免责 never stands beside a bottom-line hit. */
    @ParameterizedTest
    @MethodSource("versions")
    void hasAnAnswerToEveryCompleteVector(Version version) throws IOException {
        var model = version.compiled();
        var random = new Random(2016_03);
        for (int round = 0; round < 400; round++) {
            var facts = new HashMap<String, Object>();
            for (var item : model.outline().items()) {
                var answers = answers(item);
                facts.put(item.id(), answers.get(random.nextInt(answers.size())));
            }
            var evaluation = model.evaluate(facts);
            assertEquals(List.of(), evaluation.verdict().reasons(), facts.toString());
            for (var decision : evaluation.decisions()) {
                assertEquals(DecisionResult.Status.SUCCEEDED, decision.status(), decision.id() + " on " + facts);
                assertTrue(decision.value() != null, decision.id() + " on " + facts);
            }
            assertFalse(
                    "免责".equals(evaluation.verdict().word())
                            && evaluation.decision("bottomLine").isPresent()
                            && touchesTheBottomLine(evaluation),
                    facts.toString());
        }
    }

    private static List<?> answers(Item item) {
        return switch (item.type()) {
            case BOOLEAN -> List.of(true, false, false, false, false, false);
            case NUMBER ->
                Stream.of("0", "0.5", "1", "1.01", "5", "10", "10.01", "30", "50", "50.01", "9999")
                        .map(BigDecimal::new)
                        .toList();
            case DATE -> List.of(LocalDate.of(2018, 1, 1), LocalDate.of(2022, 5, 1));
            case STRING -> item.allowedValues();
        };
    }

    /** A book may narrow the answers of an item that a book above it has, never change its type: all seed books lie on one chain. */
    @Test
    void speaksOneVocabularyAlongTheChain() throws IOException {
        var above = new LinkedHashMap<String, Vocabulary>();
        var shared = new TreeSet<String>();
        for (var version : versions()
                .sorted((one, other) -> one.path().compareTo(other.path()))
                .toList()) {
            var definitions = version.definitions();
            var decisions = elements(definitions, "decision").stream()
                    .map(decision -> decision.getAttribute("id"))
                    .toList();
            for (var item : elements(definitions, "inputData")) {
                var id = item.getAttribute("id");
                assertFalse(decisions.contains(id), id + " is both item and decision");
                var own = Vocabulary.of(definitions, item);
                var upper = above.putIfAbsent(id, own);
                if (upper != null) {
                    shared.add(id);
                    assertTrue(own.narrows(upper), version + ": " + id + " " + own + " after " + upper);
                }
            }
        }
        assertTrue(shared.size() >= 20, "the chain shares its items: " + shared);
    }

    /** What an item is called, asks and admits. */
    record Vocabulary(String name, String type, List<String> values) {
        static Vocabulary of(Element definitions, Element item) {
            var name = item.getAttribute("name");
            var variable = elements(item, "variable").get(0);
            assertEquals(name, variable.getAttribute("name"));
            var type = variable.getAttribute("typeRef");
            if (Set.of("number", "boolean", "date").contains(type)) {
                return new Vocabulary(name, type, List.of());
            }
            var definition = elements(definitions, "itemDefinition").stream()
                    .filter(each -> each.getAttribute("name").equals(type))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " has no type " + type));
            var values = elements(definition, "allowedValues")
                    .get(0)
                    .getTextContent()
                    .replace("\"", "")
                    .strip()
                    .split(",");
            return new Vocabulary(name, elements(definition, "typeRef").get(0).getTextContent(), List.of(values));
        }

        boolean narrows(Vocabulary upper) {
            return name.equals(upper.name) && type.equals(upper.type) && upper.values.containsAll(values);
        }
    }

    private static List<Element> elements(Element parent, String name) {
        var found = new ArrayList<Element>();
        var nodes = parent.getElementsByTagNameNS(DMN, name);
        for (int index = 0; index < nodes.getLength(); index++) {
            Node node = nodes.item(index);
            found.add((Element) node);
        }
        return found;
    }
}
