package org.rongcuo.cases;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.done;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.SetsTheClockRight;
import org.rongcuo.demo.DemoClock;
import org.rongcuo.shared.Clocks;

/** Open cases are told of a version that takes effect: the cases concerned, each once, whatever dies meanwhile. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class ChecklistChangesTest {
    private static final LocalDate CONDUCT = LocalDate.of(2026, 3, 1);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final Map<String, String> OLD = items("gain", "有,无", "process", "集体,个人");
    private static final Map<String, String> NEW = items("loss", "大,小", "process", "集体,紧急");
    private static final int MANY = 1000;

    /** What the case's ledger says of the change. */
    private static final String EVENT =
            "items.find { it.type == 'org.rongcuo.cases.checklist-changed' }.payload.event.";

    @Inject
    ChecklistChanges changes;

    @Inject
    DemoClock demoClock;

    @Inject
    Clock clock;

    private static Map<String, String> items(String... pairs) {
        Map<String, String> items = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            items.put(pairs[i], pairs[i + 1]);
        }
        return items;
    }

    private Instant now() {
        return Instant.now(clock);
    }

    private LocalDate today() {
        return Clocks.today(clock);
    }

    private static County countyWithABook(String lenity) {
        var county = County.founded();
        county.book("tolerance", lenity);
        county.version("tolerance", OLD, LONG_AGO, Instant.EPOCH);
        return county;
    }

    /** How often a case was told: its tasks and its entries, which must agree. */
    private static int told(String id) {
        var tasks = number("select count(*) from task where kind = 'CHECKLIST_CHANGED' and case_id::text = ?", id);
        var entries = number(
                "select count(*) from ledger_entry where type = 'org.rongcuo.cases.checklist-changed'"
                        + " and chain = 'case:' || ?",
                id);
        assertEquals(tasks, entries, "tasks and entries of " + id);
        return tasks;
    }

    private static int number(String sql, String... parameters) {
        try (var connection = PostgreSQL.superuser();
                var select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean announced(String version) {
        return number("select count(*) from policy_effect where cause::text = ?", version) == 1;
    }

    private static ValidatableResponse sheet(County county, String id) {
        return as(county.handler)
                .get(CASES + id + "/checklists/" + county.subjects(id).get(0))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse ledger(County county, String id) {
        return as(county.handler).get(CASES + id + "/ledger?limit=200").then();
    }

    @Test
    void anOpenCaseIsToldOnceWhatIsAddedDroppedChangedAndUnfit() {
        var county = countyWithABook("DECISION");
        var id = county.verifying(CONDUCT);
        var subject = county.subjects(id).get(0);
        done(Office.answer(county.handler, id, subject, Map.of("gain", "无", "process", "个人")));
        sheet(county, id).body("questions.since", contains(nullValue(), nullValue()));
        var etag = Office.etag(county.handler, id);
        var version = county.version("tolerance", NEW, today(), now());

        changes.tellAll();
        changes.tellAll();

        assertEquals(1, told(id));
        ledger(county, id)
                .body(EVENT + "policy", equalTo(county.code + "/tolerance"))
                .body(EVENT + "version", equalTo(2))
                .body(EVENT + "effectiveFrom", equalTo(today().toString()))
                .body(EVENT + "subjects.subject", contains(subject))
                .body(EVENT + "subjects[0].added", contains("loss"))
                .body(EVENT + "subjects[0].dropped", contains("gain"))
                .body(EVENT + "subjects[0].changed", contains("process"))
                .body(EVENT + "subjects[0].unfit", contains("gain", "process"));
        assertEquals(etag, Office.etag(county.handler, id), "nobody acted: the state version stays");
        as(county.handler)
                .get("/api/v1/tasks")
                .then()
                .statusCode(200)
                .body("items.kind", contains("CHECKLIST_CHANGED"))
                .body("items.caseId", contains(id))
                .body("items.reference", contains(version))
                .body("items.state", contains("OPEN"));
        sheet(county, id)
                .body("questions.item.item", contains("loss", "process"))
                .body("questions.since", contains("ADDED", "CHANGED"))
                .body("questions[1].answer.fits", equalTo(false))
                .body("dropped.item", contains("gain"))
                .body("openItems.item", containsInAnyOrder("loss", "process"));
    }

    @Test
    void fittingAnswersAreKept() {
        var county = countyWithABook("TWO_DATE");
        var id = county.verifying(CONDUCT);
        done(Office.answer(county.handler, id, county.subjects(id).get(0), Map.of("gain", "无", "process", "个人")));
        county.version("tolerance", NEW, today(), now());
        changes.tellAll();
        assertEquals(1, told(id));
        // The version of the conduct asks on, and what it admits still fits.
        sheet(county, id)
                .body("questions.item.item", contains("loss", "process", "gain"))
                .body("questions.since", contains("ADDED", "CHANGED", null))
                .body("questions.answer.value", contains("个人", "无"))
                .body("questions.answer.fits", contains(true, true))
                .body("dropped", empty())
                .body("openItems.item", contains("loss"));
        ledger(county, id).body(EVENT + "subjects[0].unfit", empty());
    }

    @Test
    void aVersionIsToldOnItsDayAndNotBefore() {
        var county = countyWithABook("TWO_DATE");
        var id = county.verifying(CONDUCT);
        county.version("tolerance", NEW, today().plusDays(3), now());
        demoClock.set(Duration.ofDays(2));
        changes.tellAll();
        assertEquals(0, told(id));
        sheet(county, id).body("questions.item.item", contains("gain", "process"));
        demoClock.set(Duration.ofDays(3));
        sheet(county, id).body("questions.item.item", contains("loss", "process", "gain"));
        var late = county.verifying(CONDUCT);
        changes.tellAll();
        assertEquals(1, told(id));
        assertEquals(0, told(late), "applied for when the version was in force");
        sheet(county, late).body("questions.since", contains(nullValue(), nullValue(), nullValue()));
    }

    @Test
    void onlyOpenCasesAreTold() {
        var county = countyWithABook("TWO_DATE");
        var applied = county.applied(CONDUCT);
        var draft = county.draft(CONDUCT);
        var withdrawn = county.applied(CONDUCT);
        done(act(county.applicant, withdrawn, "withdrawal", Map.of("reasons", "测试")));
        var refused = county.applied(CONDUCT);
        done(act(county.handler, refused, "acceptance", Map.of("accepted", false, "reasons", "测试")));
        var determined = county.verifying(CONDUCT);
        county.determine(determined, county.subjects(determined).get(0));
        county.version("tolerance", NEW, today(), now());
        changes.tellAll();
        assertEquals(1, told(applied));
        for (var ended : List.of(draft, withdrawn, refused, determined)) {
            assertEquals(0, told(ended));
        }
    }

    @Test
    void ofSeveralSubjectsOnlyTheUndeterminedAreNamed() {
        var county = countyWithABook("TWO_DATE");
        var id = county.verifying(CONDUCT);
        done(act(county.handler, id, "subjects", Map.of("organ", county.organ("UNIT"), "status", "UNIT")));
        var subjects = county.subjects(id);
        county.determine(id, subjects.get(0));
        county.version("tolerance", NEW, today(), now());
        changes.tellAll();
        assertEquals(1, told(id));
        ledger(county, id).body(EVENT + "subjects.subject", contains(subjects.get(1)));
    }

    @Test
    void whereTheRulesAtConductAloneJudgeNobodyIsTold() {
        var county = countyWithABook("CONDUCT");
        var id = county.verifying(CONDUCT);
        var version = county.version("tolerance", NEW, today(), now());
        changes.tellAll();
        assertEquals(0, told(id));
        demoClock.set(Duration.ofHours(1));
        changes.tellAll();
        assertTrue(announced(version), "all were looked at");
    }

    @Test
    void aVersionOfHistoryTakenOverConcernsOpenCasesFromThen() {
        var county = countyWithABook("CONDUCT");
        var id = county.verifying(CONDUCT);
        county.version("tolerance", NEW, CONDUCT.minusDays(1), now());
        changes.tellAll();
        assertEquals(1, told(id));
        sheet(county, id).body("questions.since", contains("ADDED", "CHANGED"));
    }

    @Test
    void aRepealConcernsOpenCasesFromItsDayOn() {
        var county = countyWithABook("DECISION");
        var id = county.verifying(CONDUCT);
        done(Office.answer(county.handler, id, county.subjects(id).get(0), Map.of("gain", "无")));
        var repeal = county.repeal("tolerance", today().plusDays(3), now());
        demoClock.set(Duration.ofDays(2));
        changes.tellAll();
        assertEquals(0, told(id));
        demoClock.set(Duration.ofDays(3));
        changes.tellAll();
        changes.tellAll();
        assertEquals(1, told(id));
        ledger(county, id)
                .body(EVENT + "repealed", equalTo(true))
                .body(EVENT + "version", equalTo(1))
                .body(EVENT + "subjects[0].dropped", contains("gain", "process"))
                .body(EVENT + "subjects[0].unfit", contains("gain"));
        as(county.handler).get("/api/v1/tasks").then().body("items.reference", contains(repeal));
        demoClock.set(Duration.ofDays(4));
        changes.tellAll();
        assertTrue(announced(repeal));
    }

    @Test
    void aRepealConcernsNobodyWhereTheConductAloneJudgesOrAnotherVersionCameBack() {
        var conduct = countyWithABook("CONDUCT");
        var judgedByTheConduct = conduct.verifying(CONDUCT);
        conduct.repeal("tolerance", today(), now());
        var returned = countyWithABook("TWO_DATE");
        var id = returned.verifying(CONDUCT);
        returned.repeal("tolerance", today().minusDays(1), now());
        var back = returned.version("tolerance", NEW, today(), now());
        changes.tellAll();
        assertEquals(0, told(judgedByTheConduct));
        assertEquals(1, told(id), "of the version alone");
        as(returned.handler).get("/api/v1/tasks").then().body("items.reference", contains(back));
    }

    @Test
    void versionsOfOtherPlacesAndFieldsConcernNobody() {
        var county = countyWithABook("TWO_DATE");
        var id = county.verifying(CONDUCT);
        var other = countyWithABook("TWO_DATE");
        other.version("tolerance", NEW, today(), now());
        changes.tellAll();
        assertEquals(0, told(id));
    }

    @Test
    void aCaseThatSomebodyActsOnIsToldLaterAndTheVersionWaitsForIt() throws SQLException {
        var county = countyWithABook("TWO_DATE");
        var id = county.verifying(CONDUCT);
        var other = county.verifying(CONDUCT);
        var version = county.version("tolerance", NEW, today(), now());
        demoClock.set(Duration.ofHours(1));
        try (var acting = PostgreSQL.superuser();
                var lock = acting.prepareStatement("select 1 from case_file where id::text = ? for update")) {
            acting.setAutoCommit(false);
            lock.setString(1, id);
            lock.executeQuery();
            changes.tellAll();
            assertEquals(0, told(id));
            assertEquals(1, told(other));
            assertTrue(!announced(version), "a case is left");
            acting.rollback();
        }
        changes.tellAll();
        assertEquals(1, told(id));
        assertEquals(1, told(other));
        assertTrue(announced(version));
    }

    @Test
    void aVersionJustInForceIsNotYetMarkedForAnApplicationMayBeUnderWay() {
        var county = countyWithABook("TWO_DATE");
        var version = county.version("tolerance", NEW, today(), now());
        changes.tellAll();
        assertTrue(!announced(version));
        demoClock.set(Duration.ofMinutes(11));
        changes.tellAll();
        assertTrue(announced(version));
    }

    @Test
    void aThousandCasesAreToldOnceEachThoughManyRunAndConnectionsDie() throws Exception {
        var county = countyWithABook("TWO_DATE");
        var original = county.verifying(CONDUCT);
        done(Office.answer(county.handler, original, county.subjects(original).get(0), Map.of("gain", "无")));
        var ended = county.applied(CONDUCT);
        done(act(county.applicant, ended, "withdrawal", Map.of("reasons", "测试")));
        County.copy(original, MANY);
        County.copy(ended, 20);
        var version = county.version("tolerance", NEW, today(), now());
        var toldSoFar = "select count(*) from task where reference = ?";
        var killed = 0;
        var pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                running.add(pool.submit(() -> {
                    while (number(toldSoFar, version) <= MANY) {
                        try {
                            changes.tellAll();
                        } catch (RuntimeException connectionDied) {
                            // The schedule would come again, and so does this.
                        }
                    }
                }));
            }
            while (!running.stream().allMatch(Future::isDone)) {
                killed += killOne();
                Thread.sleep(300);
            }
            for (var one : running) {
                one.get(1, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertTrue(killed >= 5, "only " + killed + " connections died");
        changes.tellAll();

        var ofTheCounty = " from case_file c where c.jurisdiction_code = '" + county.code + "'";
        assertEquals(
                MANY + 1,
                number("select count(*)" + ofTheCounty + " and c.status = 'VERIFYING'"
                        + " and (select count(*) from task t where t.case_id = c.id) = 1"
                        + " and (select count(*) from ledger_entry e where e.chain = 'case:' || c.id"
                        + " and e.type = 'org.rongcuo.cases.checklist-changed') = 1"));
        assertEquals(MANY + 1, number(toldSoFar, version), "and no other");
        assertEquals(
                MANY + 1,
                number(
                        "select count(*) from ledger_entry where type = 'org.rongcuo.cases.checklist-changed' and chain in"
                                + " (select 'case:' || c.id" + ofTheCounty + ")"));
        as("administrator.000000")
                .get("/api/v1/ledger/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true));
    }

    /** Ends a connection of the product in the middle of a transaction, as the death of its process would. */
    private static int killOne() {
        return number("select count(pg_terminate_backend(pid)) from (select pid from pg_stat_activity"
                + " where usename = 'rongcuo_app' and xact_start is not null order by random() limit 1) victim");
    }
}
