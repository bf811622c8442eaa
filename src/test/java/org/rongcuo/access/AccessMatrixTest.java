package org.rongcuo.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rongcuo.PostgreSQL;
import org.rongcuo.access.MatrixCases.Book;
import org.rongcuo.access.MatrixCases.Matter;
import org.rongcuo.access.MatrixPeople.Place;
import org.rongcuo.access.MatrixPeople.Somebody;
import org.rongcuo.access.MatrixRules.Line;
import org.rongcuo.shared.Text;
import org.rongcuo.tasks.TaskKind;
import org.rongcuo.tasks.TaskService;
import org.rongcuo.tasks.TaskService.NewTask;

/**
 * Compares every endpoint, for every caller, with the rules of access-matrix.txt. Reading a case and listing cases is
 * tried with every case; what lies beneath a case with those that differ in what decides ({@link #DECIDING}).
 */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {
    /** The cases with which all endpoints beneath a case are tried: each differs in one thing that decides. */
    private static final List<String> DECIDING = List.of(
            "verifying SENSITIVE",
            "team INTERNAL",
            "verifying in S",
            "with colleagues as subjects",
            "of an applicant who handles cases",
            "handled above and determined");

    private static final int SHOWN_PER_ENDPOINT = 8;
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    @TestHTTPResource
    URI server;

    @Inject
    AdministrationService administration;

    @Inject
    TaskService tasks;

    private final MatrixRules rules = new MatrixRules();
    private MatrixPeople people;
    private MatrixCases cases;
    private MatrixHttp http;
    private final List<Book> books = new ArrayList<>();
    private final Map<Book, String> replays = new HashMap<>();
    private final Map<Place, String> assignments = new HashMap<>();
    private final Map<Matter, String> caseTasks = new LinkedHashMap<>();
    private Matter filing;
    private MatrixFilings.Proposed proposal;
    private String document;
    private String bookTask;
    private String group;
    private String notice;

    /** One request to send and what the table says to it. */
    private record Combination(Somebody caller, Line line, Object target, String path, String sent, String expected) {}

    @BeforeAll
    void makeTheWorld() throws IOException, SQLException {
        people = new MatrixPeople(administration);
        http = new MatrixHttp(server);
        cases = new MatrixCases(people, http);
        for (var place : Place.values()) {
            assignments.put(place, cases.assignment("supervisor." + place).toString());
        }
        filing = MatrixFilings.monitored(people, http);
        proposal = MatrixFilings.proposed(people, http);
        makeBooks();
        group = groupOfM();
        makeTasks();
        notice = aRunningNotice();
    }

    /** A notice for the public, with an objection whose receipt is {@code MATRIX}. */
    private String aRunningNotice() throws SQLException {
        try (var connection = PostgreSQL.superuser();
                var insert = connection.prepareStatement("with n as (insert into public_notice (id, case_id, round,"
                        + " jurisdiction_code, organ_id, ceiling, audience, text, published_from, published_until,"
                        + " published_by, published_at) select gen_random_uuid(), c.id, 1, c.jurisdiction_code,"
                        + " c.handling_organ_id, 'PUBLIC', 'PUBLIC', 'matrix', current_date, current_date + 9,"
                        + " c.applicant_id, now() from case_file c where c.id = ?::uuid returning id, case_id)"
                        + " insert into objection (id, case_id, notice_id, round, receipt, text, filed_at)"
                        + " select gen_random_uuid(), case_id, id, 1, ?, 'matrix', now() from n returning notice_id")) {
            insert.setString(1, cases.named("determined INTERNAL").id());
            insert.setString(2, org.rongcuo.shared.Sha256.of("MATRIX"));
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** A task about each case that is handled, and one about a book of M. */
    private void makeTasks() {
        for (var matter : cases.all()) {
            if (matter.organ() != null) {
                caseTasks.put(
                        matter,
                        QuarkusTransaction.requiringNew()
                                .call(() -> tasks.raise(NewTask.aboutCase(
                                                TaskKind.CHECKLIST_CHANGED,
                                                UUID.fromString(matter.id()),
                                                Text.same(matter.name()),
                                                "matrix",
                                                null))
                                        .orElseThrow()
                                        .toString()));
            }
        }
        var editor = people.named("policy-editor.M");
        document = http.post(
                        editor,
                        "/api/v1/superior-documents",
                        Map.of(
                                "title", "矩阵文件",
                                "issuer", "矩阵",
                                "issuedOn", "2026-01-01",
                                "books", List.of(Place.M.code + "/matrix-public")))
                .expect(201)
                .json()
                .get("id")
                .asText();
        bookTask = http.get(editor, "/api/v1/tasks")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
    }

    /** A group of M whose one member is a co-lead; its id. */
    private String groupOfM() throws SQLException {
        var lead = people.named("coordinator.M");
        var id = UUID.randomUUID();
        try (var connection = PostgreSQL.superuser();
                var statement = connection.createStatement()) {
            statement.execute("insert into coordination_group (id, jurisdiction_code, state_version) values ('" + id
                    + "', '" + Place.M.code + "', 1)");
            statement.execute("with v as (insert into coordination_group_version (id, group_id, number, name, duties,"
                    + " quorum, co_leads, valid_from, changed_by, changed_at) values (gen_random_uuid(), '" + id
                    + "', 1, '矩阵小组', '职责', 'MORE_THAN_HALF', 1, '2020-01-01', '" + lead.id()
                    + "', now()) returning id)"
                    + " insert into coordination_group_member (version_id, person_id, function, organ_id)"
                    + " select v.id, p.id, 'CO_LEAD_DISCIPLINE_INSPECTION', p.organ_id from v, person p where p.id = '"
                    + lead.id() + "'");
        }
        return id.toString();
    }

    /** A public and an internal book of M with drafts; the internal one has a version approved, for a far day. */
    private void makeBooks() throws IOException, SQLException {
        var editor = people.named("policy-editor.M");
        var model = Files.readString(java.nio.file.Path.of("dmn/330922/tolerance/v1.dmn"));
        for (var visibility : List.of("PUBLIC", "INTERNAL")) {
            var name = "matrix-" + visibility.toLowerCase(java.util.Locale.ROOT);
            var body = Map.of(
                    "jurisdiction", Place.M.code,
                    "name", name,
                    "kind", "TOLERANCE",
                    "titleZh", "矩阵办法",
                    "titleEn", "Matrix book",
                    "lenityMode", "TWO_DATE",
                    "lenityBasis", "依据",
                    "visibility", visibility);
            http.post(editor, "/api/v1/policies", body).expect(201);
            var versions = "/api/v1/policies/" + Place.M.code + "/" + name + "/versions";
            http.xml(editor, versions, model).expect(201);
            if (visibility.equals("INTERNAL")) {
                approveForAFarDay(name);
                http.xml(editor, versions, model).expect(201);
                books.add(new Book(Place.M.code, name, 1, true, false, Place.M));
                books.add(new Book(Place.M.code, name, 2, true, true, Place.M));
            } else {
                books.add(new Book(Place.M.code, name, 1, false, true, Place.M));
            }
        }
        books.add(new Book("000000", "accountability", 1, false, false, null));
        for (var book : books) {
            replays.put(book, replayOf(book));
        }
    }

    /** A replay that is over; its id. */
    private static String replayOf(Book book) throws SQLException {
        try (var connection = PostgreSQL.superuser();
                var insert =
                        connection.prepareStatement("insert into impact_replay (id, version_id, content_hash, model,"
                                + " replay_date, parts, status, requested_by, requested_at, finished_at)"
                                + " select gen_random_uuid(), v.id, v.content_hash, v.model, current_date, 1, 'CANCELLED',"
                                + " (select id from person limit 1), now(), now() from policy_version v join policy p"
                                + " on p.id = v.policy_id where p.jurisdiction_code = ? and p.name = ? and v.number = ?"
                                + " returning id")) {
            insert.setString(1, book.jurisdiction());
            insert.setString(2, book.name());
            insert.setInt(3, book.number());
            try (var row = insert.executeQuery();
                    var part = connection.prepareStatement(
                            "insert into impact_replay_part (replay_id, part, status) values (?, 0, 'CANCELLED')")) {
                row.next();
                part.setObject(1, row.getObject(1));
                part.executeUpdate();
                return row.getString(1);
            }
        }
    }

    private static void approveForAFarDay(String book) throws SQLException {
        try (var connection = PostgreSQL.superuser();
                var update = connection.prepareStatement("update policy_version set status = 'APPROVED',"
                        + " effective_from = '2099-01-01', approved_at = now()"
                        + " where policy_id = (select id from policy where name = ?)")) {
            update.setString(1, book);
            assertEquals(1, update.executeUpdate());
        }
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
        List<Combination> all = new ArrayList<>();
        for (var line : rules.lines()) {
            for (var caller : people.everybody()) {
                List<Combination> some = new ArrayList<>();
                combine(caller, line, some);
                // Whom the door refuses is refused before anything is looked at: one try tells it.
                all.addAll(rules.plain(caller, line).equals("passes") ? some : some.subList(0, 1));
            }
        }
        assertTrue(all.size() > 5_000, "a matrix of only " + all.size() + " combinations");
        compare(all);
    }

    private void combine(Somebody caller, Line line, List<Combination> all) {
        switch (line.about()) {
            case "-" ->
                all.add(new Combination(
                        caller,
                        line,
                        "",
                        filled(
                                line.path(),
                                Map.of(
                                        "slug",
                                        "not-found",
                                        "documentId",
                                        document,
                                        "year",
                                        "2026",
                                        "noticeId",
                                        notice,
                                        "receipt",
                                        "MATRIX",
                                        "filingId",
                                        filing.id(),
                                        "code",
                                        proposal.receipt(),
                                        "jurisdiction",
                                        "330900",
                                        "kind",
                                        "FEEDBACK")),
                        line.sent(),
                        rules.plain(caller, line)));
            case "group" ->
                all.add(new Combination(
                        caller,
                        line,
                        "group of M",
                        filled(line.path(), Map.of("groupId", group)),
                        line.sent() == null ? null : line.sent().replace("@group", group),
                        rules.onGroup(caller, line, Place.M, Set.of(people.named("coordinator.M")))));
            case "unseen" ->
                all.add(new Combination(
                        caller,
                        line,
                        "",
                        filled(
                                line.path(),
                                Map.of("meetingId", UUID.randomUUID().toString())),
                        line.sent(),
                        rules.unseen(caller, line)));
            case "nation" ->
                all.add(new Combination(
                        caller,
                        line,
                        "the nation",
                        filled(line.path(), Map.of("year", "2027")),
                        line.sent(),
                        rules.inPlace(caller, line, null)));
            case "place" -> {
                for (var place : Place.values()) {
                    var organ = people.office(place, OrganKind.UNIT).id().toString();
                    var sent = line.sent().replace("@place", place.code).replace("@organ", organ);
                    var path = filled(line.path(), Map.of("jurisdiction", place.code, "kind", "FEEDBACK"));
                    all.add(new Combination(caller, line, place, path, sent, rules.inPlace(caller, line, place)));
                }
            }
            case "assignment" ->
                assignments.forEach((place, id) -> all.add(new Combination(
                        caller,
                        line,
                        place,
                        filled(line.path(), Map.of("id", id)),
                        line.sent(),
                        rules.onAssignment(caller, line, place))));
            case "book", "version" -> {
                for (var book : books) {
                    var path = filled(
                            line.path(),
                            Map.of(
                                    "jurisdiction",
                                    book.jurisdiction(),
                                    "name",
                                    book.name(),
                                    "number",
                                    "" + book.number(),
                                    "replayId",
                                    replays.get(book)));
                    all.add(new Combination(caller, line, book, path, line.sent(), rules.onBook(caller, line, book)));
                }
            }
            case "task" -> {
                caseTasks.forEach((matter, task) -> all.add(new Combination(
                        caller,
                        line,
                        matter,
                        filled(line.path(), Map.of("taskId", task)),
                        line.sent(),
                        rules.onTask(caller, line, matter, null))));
                all.add(new Combination(
                        caller,
                        line,
                        "book of M",
                        filled(line.path(), Map.of("taskId", bookTask)),
                        line.sent(),
                        rules.onTask(caller, line, null, Place.M)));
            }
            case "filing" ->
                all.add(new Combination(
                        caller,
                        line,
                        filing,
                        filled(line.path(), filing.ids()),
                        line.sent(),
                        rules.onCase(caller, line, filing)));
            case "proposal" ->
                all.add(new Combination(
                        caller,
                        line,
                        "in M",
                        filled(line.path(), Map.of("proposalId", proposal.id())),
                        line.sent(),
                        rules.onAssignment(caller, line, Place.M)));
            case "case", "evaluated", "corrected" -> {
                var wide = line.endpoint().equals("GET /api/v1/cases/{id}");
                for (var matter :
                        wide ? cases.all() : DECIDING.stream().map(cases::named).toList()) {
                    all.add(new Combination(
                            caller,
                            line,
                            matter,
                            filled(line.path(), matter.ids()),
                            line.sent(),
                            rules.onCase(caller, line, matter)));
                }
            }
            default -> throw new IllegalStateException("what is the endpoint about: " + line);
        }
    }

    /** All cases for the reading of a case; beneath it those that decide, and one for callers who see no case anywhere. */
    private List<Matter> casesFor(Somebody caller, Line line) {
        if (line.endpoint().equals("GET /api/v1/cases/{id}")) {
            return cases.all();
        }
        var deciding = DECIDING.stream().map(cases::named).toList();
        return cases.all().stream().anyMatch(matter -> rules.sees(caller, matter)) ? deciding : deciding.subList(0, 1);
    }

    /** A new path parameter must be taught to the matrix: {@code ids} of a case, or above. */
    private static String filled(String template, Map<String, String> values) {
        return PARAMETER
                .matcher(template)
                .replaceAll(parameter -> java.util.Optional.ofNullable(values.get(parameter.group(1)))
                        .orElseThrow(() -> new IllegalStateException(
                                "the matrix has no " + parameter.group() + " for " + template + ", only " + values)));
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
                            Stream.of(filing).filter(matter -> rules.seesFiling(caller, matter)))
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
        return Stream.concat(cases.all().stream(), Stream.of(filing))
                .filter(matter -> matter.id().equals(id))
                .map(Matter::name)
                .findFirst()
                .orElse("no case of the matrix: " + id);
    }

    @Test
    void theListOfTasksHoldsThoseThatMayBeCompleted() {
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
            caseTasks.forEach((matter, task) -> {
                if (rules.onTask(caller, completion, matter, null).equals("passes")) {
                    expected.add(matter.name());
                }
            });
            if (rules.onTask(caller, completion, null, Place.M).equals("passes")) {
                expected.add("book of M");
            }
            Set<String> listed = new TreeSet<>();
            http.get(caller, "/api/v1/tasks?limit=200&state=OPEN")
                    .expect(200)
                    .json()
                    .get("items")
                    .forEach(task -> listed.add(
                            task.get("id").asText().equals(bookTask)
                                    ? "book of M"
                                    : name(task.path("caseId").asText())));
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
        var pattern = PARAMETER.matcher(template).replaceAll("[^/]+");
        return path.matches(pattern) || path.replaceAll("\\{[^}]+}", "x").matches(pattern);
    }
}
