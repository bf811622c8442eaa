package org.rongcuo.access;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rongcuo.PostgreSQL;
import org.rongcuo.access.MatrixCases.Matter;
import org.rongcuo.access.MatrixCombinations.Combination;
import org.rongcuo.access.MatrixPeople.Place;
import org.rongcuo.access.MatrixPeople.Somebody;
import org.rongcuo.access.MatrixRules.Line;
import org.rongcuo.tasks.TaskService;

/** Compares every endpoint, for every caller, with the rules of access-matrix.txt. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {
    private static final int SHOWN_PER_ENDPOINT = 8;

    @TestHTTPResource
    URI server;

    @Inject
    AdministrationService administration;

    @Inject
    TaskService tasks;

    private final MatrixRules rules = new MatrixRules();
    private MatrixWorld world;
    private MatrixPeople people;
    private MatrixCases cases;
    private MatrixHttp http;

    @BeforeAll
    void makeTheWorld() throws IOException, SQLException {
        people = new MatrixPeople(administration);
        http = new MatrixHttp(server);
        world = new MatrixWorld(people, http, tasks);
        cases = world.cases;
    }

    @Test
    void everyEndpointHasItsLineAndEveryLineItsEndpoint() {
        var inCode = endpointsInCode();
        var inTable = rules.lines().stream().map(Line::endpoint).collect(Collectors.toCollection(TreeSet::new));
        var missing = new TreeSet<>(inCode);
        missing.removeAll(inTable);
        var dead = new TreeSet<>(inTable);
        dead.removeAll(inCode);
        assertTrue(inCode.size() > 40, "only found " + inCode);
        assertTrue(
                missing.isEmpty() && dead.isEmpty(),
                () -> "access-matrix.txt has no line for " + missing + "; it has lines for no endpoint: " + dead);
    }

    private static Set<String> endpointsInCode() {
        Set<String> found = new TreeSet<>();
        for (var type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.rongcuo")) {
            if (!type.isAnnotatedWith(Path.class)) {
                continue;
            }
            var resource = type.reflect();
            for (var method : resource.getDeclaredMethods()) {
                Arrays.stream(method.getAnnotations())
                        .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                        .filter(verb -> verb != null)
                        .forEach(verb -> found.add(verb.value() + " "
                                + resource.getAnnotation(Path.class).value()
                                + (method.isAnnotationPresent(Path.class)
                                        ? method.getAnnotation(Path.class).value()
                                        : "")));
            }
        }
        return found;
    }

    @Test
    void everyEndpointAnswersEveryCallerAsTheTableSays() {
        var all = new MatrixCombinations(world, rules).all();
        assertTrue(all.size() > 5_000, "a matrix of only " + all.size() + " combinations");
        compare(all);
    }

    private void compare(List<Combination> all) {
        List<Future<String>> running = new ArrayList<>();
        Map<String, Integer> perEndpoint = new TreeMap<>();
        var threads = Executors.newFixedThreadPool(4);
        try {
            for (var each : all) {
                running.add(threads.submit(() -> fault(each)));
            }
            List<String> faults = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                var fault = running.get(i).get();
                if (fault != null
                        && perEndpoint.merge(all.get(i).line().endpoint(), 1, Integer::sum) <= SHOWN_PER_ENDPOINT) {
                    faults.add(fault);
                }
            }
            assertTrue(faults.isEmpty(), () -> table(faults, perEndpoint, all.size()));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static String table(List<String> faults, Map<String, Integer> perEndpoint, int size) {
        var differing =
                perEndpoint.values().stream().mapToInt(Integer::intValue).sum();
        return differing + " of " + size + " combinations differ from access-matrix.txt: " + perEndpoint + "\n"
                + row("caller", "endpoint", "about", "expected", "got")
                + String.join("", faults);
    }

    private static String row(Object caller, Object endpoint, Object about, Object expected, Object got) {
        return String.format("%n%-34s | %-78s | %-36s | %-8s | %s", caller, endpoint, about, expected, got);
    }

    private String fault(Combination each) {
        var answer = http.probe(each.caller(), each.line().method(), each.path(), each.sent());
        var got =
                switch (answer.status()) {
                    case 401, 403, 404 -> "" + answer.status();
                    // 429: the public's allowance of self-checks is spent, which is past the authorisation.
                    case 200, 201, 409, 422, 428, 429 -> "passes";
                    // A missing Idempotency-Key is told only to who passed the authorisation.
                    case 400 ->
                        each.path().endsWith("/resolve") || answer.body().contains("idempotency-key-missing")
                                ? "passes"
                                : "probe refused: " + answer.body();
                    default -> "unexpected " + answer.status() + ": " + answer.body();
                };
        return got.equals(each.expected())
                ? null
                : row(each.caller(), each.line().endpoint(), each.target(), each.expected(), got);
    }

    @Test
    void listCountAndGetAgreeForEveryCallerAndEveryCase() {
        List<String> faults = new ArrayList<>();
        for (var caller : people.everybody()) {
            if (caller.anonymous()) {
                continue;
            }
            List<String> listed = new ArrayList<>();
            Set<Integer> counts = new TreeSet<>();
            var next = "/api/v1/cases?limit=7";
            while (next != null) {
                var page = http.get(caller, next).expect(200).json();
                page.get("items").forEach(item -> listed.add(item.get("id").asText()));
                counts.add(page.at("/count/count").asInt());
                next = page.path("next").textValue();
            }
            var expected = Stream.concat(
                            cases.all().stream().filter(matter -> rules.sees(caller, matter)),
                            Stream.of(world.filing).filter(matter -> rules.seesFiling(caller, matter)))
                    .map(Matter::name)
                    .sorted()
                    .toList();
            var seen = listed.stream().map(this::name).sorted().toList();
            if (!seen.equals(expected)) {
                faults.add(row(caller, "GET /api/v1/cases", "all pages", expected, seen));
            }
            if (!counts.equals(Set.of(listed.size()))) {
                faults.add(row(caller, "GET /api/v1/cases", "count", listed.size(), counts));
            }
        }
        assertTrue(faults.isEmpty(), () -> String.join("", faults));
    }

    private String name(String id) {
        return Stream.concat(cases.all().stream(), Stream.of(world.filing))
                .filter(matter -> matter.id().equals(id))
                .map(Matter::name)
                .findFirst()
                .orElse("no case of the matrix: " + id);
    }

    private String about(JsonNode task) {
        if (task.path("proposal").asText().equals(world.proposal.id())) {
            return "proposal of M";
        }
        return task.get("id").asText().equals(world.bookTask)
                ? "book of M"
                : name(task.path("caseId").asText());
    }

    @Test
    void theListOfTasksHoldsThoseThatMayBeCompletedOrAnswered() {
        var answer = rules.lines().stream()
                .filter(line -> line.about().equals("proposal"))
                .findFirst()
                .orElseThrow();
        var completion = rules.lines().stream()
                .filter(line -> line.about().equals("task"))
                .findFirst()
                .orElseThrow();
        List<String> faults = new ArrayList<>();
        for (var caller : people.everybody()) {
            if (caller.anonymous()) {
                continue;
            }
            Set<String> expected = new TreeSet<>();
            world.caseTasks.forEach((matter, task) -> {
                if (rules.onTask(caller, completion, matter, null).equals("passes")) {
                    expected.add(matter.name());
                }
            });
            if (rules.onTask(caller, completion, null, Place.M).equals("passes")) {
                expected.add("book of M");
            }
            if (rules.onAssignment(caller, answer, Place.M).equals("passes")) {
                expected.add("proposal of M");
            }
            Set<String> listed = new TreeSet<>();
            http.get(caller, "/api/v1/tasks?limit=200&state=OPEN")
                    .expect(200)
                    .json()
                    .get("items")
                    .forEach(task -> {
                        // Steps close by themselves; whose they are depends on the step.
                        if (!task.get("kind").asText().startsWith("STEP_")) {
                            listed.add(about(task));
                        }
                    });
            if (!listed.equals(expected)) {
                faults.add(row(caller, "GET /api/v1/tasks", "all", expected, listed));
            }
        }
        assertTrue(faults.isEmpty(), () -> String.join("", faults));
    }

    @Test
    void theListOfActsPromisesWhatTheTableAllows() {
        List<String> faults = new ArrayList<>();
        for (var caller : people.everybody()) {
            for (var matter : cases.all()) {
                if (!rules.sees(caller, matter)) {
                    continue;
                }
                var acts = http.get(caller, "/api/v1/cases/" + matter.id() + "/acts")
                        .expect(200)
                        .json();
                acts.forEach(act -> compare(caller, matter, act, faults));
            }
        }
        assertTrue(faults.isEmpty(), () -> String.join("", faults));
    }

    private void compare(Somebody caller, Matter matter, JsonNode act, List<String> faults) {
        var path = act.get("href").asText();
        var line = rules.lines().stream()
                .filter(each -> each.method().equals(act.get("method").asText()))
                .filter(each -> each.about().equals("case"))
                .filter(each -> matches(each.path(), path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an act that is no endpoint: " + act));
        var reason = act.at("/reason/code").asText("");
        var forbidden = Set.of("not-the-party", "recused", "handled-the-case", "took-part")
                .contains(reason);
        var expected = rules.onCase(caller, line, matter);
        if (forbidden != expected.equals("403")) {
            faults.add(
                    row(caller, "acts: " + line.endpoint(), matter, expected, reason.isEmpty() ? "offered" : reason));
        }
    }

    private static boolean matches(String template, String path) {
        var pattern = MatrixCombinations.PARAMETER.matcher(template).replaceAll("[^/]+");
        return path.matches(pattern) || path.replaceAll("\\{[^}]+}", "x").matches(pattern);
    }
}
