package org.rongcuo.policy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.as;
import static org.rongcuo.policy.PastCases.EDITOR;
import static org.rongcuo.policy.PastCases.THRESHOLD;
import static org.rongcuo.policy.PastCases.model;
import static org.rongcuo.policy.PastCases.replayed;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rongcuo.PostgreSQL;
import org.rongcuo.policy.PastCases.Past;

/** What a draft would do to past cases, against a count of the test's own. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImpactReplayTest {
    private static final int NEW_THRESHOLD = 15;

    private PastCases past;
    private String draft;

    @BeforeEach
    void someHundredCases() throws SQLException {
        if (past != null) {
            return;
        }
        past = PastCases.of(300);
        draft = PastCases.draft(past.book, model(NEW_THRESHOLD));
    }

    @Test
    void theReportIsWhatCountingOneByOneGives() {
        var view = replayed(draft, Map.of());
        assertEquals("FINISHED", view.getString("status"), view.prettify());
        assertEquals(true, view.getBoolean("current"));
        assertEquals(1, view.getInt("baseline"));
        assertEquals(past.latest.size(), view.getInt("progress.done"));
        assertEquals(past.latest.size(), view.getInt("progress.total"));
        assertEquals(Desk.today().toString(), view.getString("replayDate"));
        compare(view, each -> true);
        assertTrue(past.latest.size() > 350, "some cases have two subjects");
        assertEquals(Set.of("LIGHTER", "FROM_PERSON"), Set.copyOf(view.getList("report.flips.direction")));
    }

    @Test
    void filtersNarrowIt() {
        compare(
                replayed(draft, Map.of("jurisdiction", past.town)),
                each -> each.place().equals(past.town));
        compare(replayed(draft, Map.of("field", "审计")), each -> "审计".equals(each.field()));
        var from = LocalDate.of(2025, 4, 1);
        var to = LocalDate.of(2025, 9, 30);
        var view = replayed(
                draft, Map.of("field", "审计", "conductFrom", from.toString(), "conductTo", to.toString(), "parts", 3));
        compare(
                view,
                each -> "审计".equals(each.field())
                        && !each.conductUntil().isBefore(from)
                        && !each.conductUntil().isAfter(to));
        assertEquals("2025-04-01", view.getString("filters.conductFrom"));
        assertEquals(0, replayed(draft, Map.of("jurisdiction", "330900")).getInt("report.subjects"));
    }

    @Test
    void filtersThatMakeNoSenseAreRefusedAllAtOnce() {
        PastCases.ask(
                        draft,
                        Map.of(
                                "jurisdiction", "999999",
                                "field", "炼丹",
                                "conductFrom", "2026-01-02",
                                "conductTo", "2026-01-01"))
                .then()
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/jurisdiction", "/field", "/conductTo"));
        PastCases.ask(draft, Map.of("parts", 65)).then().statusCode(422).body("violations.pointer", contains("/parts"));
    }

    /** The product's report against a count over the test's own list by the test's own rules. */
    private void compare(JsonPath view, Predicate<Past> filter) {
        var all = past.latest.stream().filter(filter).toList();
        var known = all.stream().filter(Past::decided).toList();
        assertTrue(!known.isEmpty(), "there is something to compare");
        assertEquals(all.size(), view.getInt("report.subjects"));
        assertEquals(all.stream().map(Past::caseRef).distinct().count(), view.getLong("report.cases"));
        assertEquals(all.stream().map(Past::vector).distinct().count(), view.getLong("report.distinctVectors"));

        Map<String, Long> unchanged = new TreeMap<>();
        Map<String, Long> flips = new TreeMap<>();
        Map<String, Long> rows = new TreeMap<>();
        for (var each : known) {
            var before = each.judged(THRESHOLD, past.strictTown);
            var after = each.judged(NEW_THRESHOLD, past.strictTown);
            if (before == after) {
                unchanged.merge(before.name(), 1L, Long::sum);
            } else {
                flips.merge(before + " " + after + " " + each.place(), 1L, Long::sum);
                rows.merge(before + " " + after + " " + row(before) + " " + row(after), 1L, Long::sum);
            }
        }
        assertEquals(unchanged, told(view.getList("report.unchanged"), each -> (String) each.get("outcome")));
        Map<String, Long> toldFlips = new TreeMap<>();
        Map<String, Long> toldRows = new TreeMap<>();
        for (var flip : view.<Map<String, Object>>getList("report.flips")) {
            var way = flip.get("from") + " " + flip.get("to") + " ";
            told(list(flip, "jurisdictions"), each -> (String) each.get("jurisdiction"))
                    .forEach((place, count) -> toldFlips.put(way + place, count));
            told(
                            list(flip, "rows"),
                            each -> String.join(" ", strings(each, "before")) + " "
                                    + String.join(" ", strings(each, "after")))
                    .forEach((pair, count) -> toldRows.put(way + pair, count));
            assertEquals(0, flip.get("otherRows"));
        }
        assertEquals(flips, toldFlips);
        assertEquals(rows, toldRows);

        Map<String, Long> open = new TreeMap<>();
        all.stream().filter(each -> !each.decided()).forEach(each -> open.merge(each.place(), 1L, Long::sum));
        var groups = view.<Map<String, Object>>getList("report.open");
        assertEquals(open.isEmpty() ? 0 : 1, groups.size());
        if (!open.isEmpty()) {
            assertEquals(open, told(list(groups.get(0), "jurisdictions"), each -> (String) each.get("jurisdiction")));
            assertEquals(
                    Map.of(
                            "loss",
                            open.values().stream().mapToLong(Long::longValue).sum()),
                    told(list(groups.get(0), "items"), each -> (String) each.get("item")));
        }
    }

    /** The row of the county's book that says it; nothing flips in the strict town. */
    private String row(Recommendation outcome) {
        var numbers = Map.of(Recommendation.EXEMPT, 2, Recommendation.MITIGATE, 3, Recommendation.REFER, 4);
        return past.book + ":tolerability_r" + numbers.get(outcome);
    }

    private static Map<String, Long> told(List<Map<String, Object>> counts, Function<Map<String, Object>, String> key) {
        return counts.stream()
                .collect(Collectors.toMap(
                        key, each -> ((Number) each.get("count")).longValue(), Long::sum, TreeMap::new));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> of, String name) {
        return (List<Map<String, Object>>) of.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Map<String, Object> of, String name) {
        return (List<String>) of.get(name);
    }

    @Test
    void whatADraftAsksAnewLeavesItOpen() {
        var asksMore = PastCases.draft(past.book, PastCases.modelThatAsksMore(NEW_THRESHOLD));
        var view = replayed(asksMore, Map.of());
        assertEquals(0, view.getInt("report.flips.size()"));
        Map<String, Long> open = new TreeMap<>();
        Map<String, Long> asked = new TreeMap<>();
        for (var each : past.latest) {
            var before = each.possible(THRESHOLD, past.strictTown);
            // In the strict town its own book speaks, and the county's bottom line does not ask.
            var asks = !each.fraud() && !each.place().equals(past.strictTown);
            var after = new TreeSet<Recommendation>();
            each.possible(asks ? NEW_THRESHOLD : THRESHOLD, past.strictTown)
                    .forEach(word -> after.add(Recommendation.valueOf(word)));
            if (asks) {
                after.add(Recommendation.NOT_TOLERABLE);
                asked.merge("hidden", 1L, Long::sum);
            }
            if (!each.decided()) {
                asked.merge("loss", 1L, Long::sum);
            }
            if (before.size() > 1 || after.size() > 1) {
                open.merge(before + " " + after, 1L, Long::sum);
            }
        }
        assertEquals(
                open,
                told(view.getList("report.open"), group -> strings(group, "before") + " " + strings(group, "after")));
        var items = told(
                view.<Map<String, Object>>getList("report.open").stream()
                        .flatMap(group -> list(group, "items").stream())
                        .toList(),
                each -> (String) each.get("item"));
        assertEquals(asked, items);
    }

    /** A new statute that entitles to exemption makes the tables refer where they say heavier. */
    @Test
    void aBookWithoutAVersionIsAddedWhereItsScopeReaches() throws SQLException {
        var own = PastCases.of(60);
        var book = own.open(own.county, "law", "STATUTE", Map.of("scopeFields", List.of("审计")));
        var statute = new String(TestBook.statute("免责").xml(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("\"有\",\"无\"", "@")
                .replace("typeRef=\"有无\"", "typeRef=\"boolean\"")
                .replaceAll("<itemDefinition id=\"tGiven\".*?</itemDefinition>", "")
                .replace("id=\"given\" name=\"给定\"", "id=\"fraud\" name=\"造假\"")
                .replace("name=\"给定\"", "name=\"造假\"")
                .replace("<text>给定</text>", "<text>造假</text>")
                .replace("#given", "#fraud")
                .replace("<text>\"有\"</text>", "<text>false</text>")
                .replace("<text>\"无\"</text>", "<text>true</text>");
        var version = PastCases.draft(book, statute.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var view = replayed(version, Map.of());
        assertEquals("FINISHED", view.getString("status"), view.prettify());
        assertTrue(view.get("baseline") == null, view.prettify());
        var concerned =
                own.latest.stream().filter(each -> "审计".equals(each.field())).toList();
        assertEquals(concerned.size(), view.getInt("report.subjects"));
        var toPerson = concerned.stream()
                .filter(each -> each.loss() != null
                        && !each.fraud()
                        && each.judged(THRESHOLD, own.strictTown) == Recommendation.MITIGATE)
                .count();
        assertTrue(toPerson > 0);
        assertEquals(toPerson, view.getLong("report.flips.findAll { it.direction == 'TO_PERSON' }.count.sum()"));
        assertEquals(List.of("MITIGATE"), view.getList("report.flips.from"));
    }

    @Test
    void aCallerSeesHisCasesAlone() throws SQLException {
        var view = replayed(draft, Map.of());
        var cases = draft + "/replays/" + view.getString("id") + "/cases";
        as(EDITOR).get(cases).then().statusCode(200).body("items", empty()).body("count.count", equalTo(0));
        var flipped = past.latest.stream()
                .filter(each -> each.loss() != null
                        && each.judged(THRESHOLD, past.strictTown) == Recommendation.MITIGATE
                        && each.judged(NEW_THRESHOLD, past.strictTown) == Recommendation.EXEMPT)
                .limit(3)
                .toList();
        var open =
                past.latest.stream().filter(each -> !each.decided()).findFirst().orElseThrow();
        var other = "policy-editor.000000-2";
        for (var each : flipped) {
            PastCases.open(each.caseRef(), other);
        }
        PastCases.open(open.caseRef(), other);
        List<Past> his = new ArrayList<>(past.latest);
        his.removeIf(each -> flipped.stream().noneMatch(one -> one.caseRef().equals(each.caseRef()))
                && !open.caseRef().equals(each.caseRef()));
        var expected = his.stream()
                .filter(each -> !each.decided()
                        || each.judged(THRESHOLD, past.strictTown) != each.judged(NEW_THRESHOLD, past.strictTown))
                .map(each -> each.subjectRef().toString())
                .collect(Collectors.toSet());
        var seen = new ArrayList<String>();
        for (String next = cases + "?limit=2"; next != null; ) {
            var page = as(other).get(next).then().statusCode(200).extract().jsonPath();
            assertEquals(expected.size(), page.getInt("count.count"));
            seen.addAll(page.getList("items.subjectId"));
            next = page.getString("next");
        }
        assertEquals(expected.size(), seen.size());
        assertEquals(
                expected,
                Map.copyOf(seen.stream().collect(Collectors.toMap(id -> id, id -> 1)))
                        .keySet());
        as(other)
                .get(cases + "?kind=OPEN")
                .then()
                .body("items.caseId", hasItem(open.caseRef().toString()))
                .body("items[0].direction", nullValue())
                .body("items[0].before", contains("EXEMPT", "MITIGATE", "REFER"));
        as(other)
                .get(cases + "?from=MITIGATE&to=EXEMPT&direction=LIGHTER&limit=1")
                .then()
                .body("items[0].rowsBefore", contains(past.book + ":tolerability_r3"))
                .body("items[0].rowsAfter", contains(past.book + ":tolerability_r2"))
                .body("items[0].kind", equalTo("FLIP"));
        as(other).get(cases + "?from=EXEMPT").then().body("items", empty());
        as(EDITOR).get(cases).then().body("items", empty());
    }

    @Test
    void nothingChangesButTheReplaysOwnTables() throws SQLException, InterruptedException {
        var before = settled();
        replayed(draft, Map.of("parts", 2));
        assertEquals(before, settled());
    }

    /** The rows of every table but the replays' own and the answers to idempotency keys, hashed. */
    private static Map<String, String> settled() throws SQLException, InterruptedException {
        try (var connection = PostgreSQL.superuser();
                var statement = connection.createStatement()) {
            for (int waited = 0; waited < 50; waited++) {
                try (var row = statement.executeQuery("select count(*) from ledger_pending")) {
                    row.next();
                    if (row.getInt(1) == 0) {
                        break;
                    }
                }
                Thread.sleep(200);
            }
            List<String> tables = new ArrayList<>();
            try (var rows = statement.executeQuery("select tablename from pg_tables where schemaname = 'public'"
                    + " and tablename not like 'impact%' and tablename <> 'idempotency'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            Map<String, String> hashes = new HashMap<>();
            for (var table : tables) {
                try (var row = statement.executeQuery(
                        "select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from \"" + table
                                + "\" t")) {
                    row.next();
                    hashes.put(table, row.getString(1));
                }
            }
            assertTrue(hashes.containsKey("evaluation_record") && hashes.containsKey("ledger_entry"));
            return hashes;
        }
    }

    @Test
    void onlyDraftsOfBooksThatRecommendAreReplayed() {
        PastCases.ask(PolicyDraftTest.versions(past.book) + "/1", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("not-a-draft"));
        PastCases.ask("/api/v1/policies/330900/procedure/versions/1", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("procedure-recommends-nothing"));
        as("policy-editor.330900")
                .contentType("application/json")
                .body(Map.of())
                .post(draft + "/replays")
                .then()
                .statusCode(404);
        as(EDITOR).get(draft + "/replays/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void replaysAreListedWithoutTheirReports() {
        var id = replayed(draft, Map.of()).getString("id");
        as(EDITOR)
                .get(draft + "/replays?limit=1")
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items[0].report", nullValue())
                .body("items[0].finishedAt", notNullValue());
    }
}
