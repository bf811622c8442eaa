package org.rongcuo.access;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.INSPECTOR;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.anonymous;
import static org.rongcuo.Office.as;
import static org.rongcuo.PriorFilings.accepted;
import static org.rongcuo.publication.Notices.BOARD;
import static org.rongcuo.publication.Notices.CASES;
import static org.rongcuo.publication.Notices.REVIEW_OVER;
import static org.rongcuo.publication.Notices.objection;
import static org.rongcuo.publication.Notices.published;
import static org.rongcuo.publication.Notices.refusal;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.SetsTheClockRight;
import org.rongcuo.cases.County;
import org.rongcuo.cases.Decided;
import org.rongcuo.demo.DemoClock;
import org.rongcuo.shared.Clocks;

/** Who objected, remarked or proposed is opened by an act with reasons, shown once, and stands nowhere else. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class SealedIdentityTest {
    private static final String HANDLER = "handler.330922";
    private static final String DECIDER = "decider.330922";
    private static final String OTHER_DECIDER = "decider.330922-2";
    private static final Map<String, String> WHY = Map.of("reasons", "证据需当面核实");

    @Inject
    DemoClock clock;

    private static Response open(String login, String path) {
        return as(login).contentType(ContentType.JSON).body(WHY).post(path);
    }

    private static void refused(int status, String code, Response answer) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }

    /** A name that nobody else has, so that it can be looked for. */
    private static String name() {
        return "某甲" + UUID.randomUUID();
    }

    private record Entry(String type, String actor, String payload) {}

    /** The entries of a chain that tell of an opening. */
    private static List<Entry> openings(String chain) throws SQLException {
        try (var connection = PostgreSQL.superuser();
                var select =
                        connection.prepareStatement("select e.type, e.actor_id::text, p.payload from ledger_entry e"
                                + " join ledger_payload p using (chain, sequence) where chain = ? and type like '%-opened'"
                                + " and type not like '%.case-opened' order by sequence")) {
            select.setString(1, chain);
            List<Entry> entries = new ArrayList<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
            return entries;
        }
    }

    private static void entered(String chain, String type, String login) throws SQLException {
        var entries = openings(chain);
        assertEquals(1, entries.size(), () -> "" + entries);
        assertTrue(entries.get(0).type.endsWith(type), entries.get(0).type);
        assertEquals(Office.person(login), entries.get(0).actor);
        assertTrue(entries.get(0).payload.contains(WHY.get("reasons")), entries.get(0).payload);
    }

    /** Looks through every row of every table, the remembered answers too. */
    private static void isNowhereInTheDatabase(String secret) throws SQLException {
        try (var connection = PostgreSQL.superuser();
                var tables = connection.prepareStatement("select quote_ident(table_name) from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'");
                var rows = tables.executeQuery()) {
            var looked = 0;
            while (rows.next()) {
                var table = rows.getString(1);
                try (var find = connection.prepareStatement(
                        "select count(*) from " + table + " t where t::text like '%' || ? || '%'")) {
                    find.setString(1, secret);
                    try (var found = find.executeQuery()) {
                        assertTrue(found.next());
                        assertEquals(0, found.getInt(1), table);
                    }
                }
                looked++;
            }
            assertTrue(looked > 50, looked + " tables");
        }
    }

    private static void isInNoneOf(String secret, String login, String... paths) {
        for (var path : paths) {
            var answer = as(login).get(path).then().statusCode(200).extract().asString();
            assertFalse(answer.contains(secret), path);
        }
    }

    private static void isNotInTheDossier(String secret, String id) throws IOException {
        var answer = as(HANDLER).get(CASES + id + "/dossier");
        answer.then().statusCode(200);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.asByteArray()), StandardCharsets.UTF_8)) {
            for (var file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                var text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                assertFalse(text.contains(secret), file.getName());
            }
        }
    }

    /** What is logged while something runs. */
    private static String logged(Runnable run) {
        var lines = new StringBuffer();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.append(line.getMessage())
                        .append(line.getParameters() == null ? "" : List.of(line.getParameters()))
                        .append('\n');
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var root = Logger.getLogger("");
        root.addHandler(listener);
        try {
            run.run();
        } finally {
            root.removeHandler(listener);
        }
        return lines.toString();
    }

    /** A case whose notice hangs for the public. @param identity told with the objection to it */
    private String objectedTo(Decided decided, Map<String, String> identity) {
        clock.set(Duration.ZERO);
        var id = decided.fact("publicConcern", "社会关注").notified();
        clock.set(REVIEW_OVER);
        Map<String, String> body = new HashMap<>(identity);
        body.put("text", "会议纪要系事后补写");
        (identity.isEmpty() ? anonymous() : as("applicant.330922-2"))
                .contentType(ContentType.JSON)
                .body(body)
                .post(BOARD + "/" + published(id) + "/objections")
                .then()
                .statusCode(201);
        return id;
    }

    @Test
    void whoObjectedIsShownOnceToADeciderWhoTookNoPart() throws Exception {
        var name = name();
        var id = objectedTo(Decided.exempt(), Map.of("name", name, "contact", "0580-1"));
        var path = CASES + id + "/objections/" + objection(id) + "/identity";
        for (var login : List.of(
                HANDLER,
                "organisation.330922",
                "registrar.330922",
                "applicant.330922",
                "coordinator.330922",
                "supervisor.330922",
                "administrator.000000",
                INSPECTOR)) {
            assertEquals(403, open(login, path).statusCode(), login);
        }
        refused(403, "took-part", open(DECIDER, path));
        var elsewhere = County.founded().handler;
        assertEquals(
                404,
                open(Office.newcomer(Office.organ(elsewhere), "DECIDER"), path).statusCode());
        anonymous().contentType(ContentType.JSON).body(WHY).post(path).then().statusCode(401);
        as(OTHER_DECIDER)
                .contentType(ContentType.JSON)
                .body(Map.of("reasons", " "))
                .post(path)
                .then()
                .statusCode(422);
        assertEquals(List.of(), openings("case:" + id));

        var key = UUID.randomUUID().toString();
        var logged = logged(() -> openedOnce(path, key, name));
        assertFalse(logged.contains(name), logged);
        entered("case:" + id, "publication.objector-identity-opened", OTHER_DECIDER);
        isNowhereInTheDatabase(name);
        isInNoneOf(name, OTHER_DECIDER, CASES + id + "/objections", CASES + id + "/ledger?limit=200", CASES + id);
        isNotInTheDossier(name, id);
    }

    private static void openedOnce(String path, String key, String name) {
        asUnder(key)
                .post(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("name", equalTo(name))
                .body("contact", equalTo("0580-1"))
                .body("person.id", equalTo(Office.person("applicant.330922-2")));
        refused(409, "told-once", asUnder(key).post(path));
    }

    private static RequestSpecification asUnder(String key) {
        return anonymous()
                .auth()
                .preemptive()
                .basic(OTHER_DECIDER, "rongcuo")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(WHY);
    }

    @Test
    void neitherTheSubjectNorWhoIsRecusedOpensWhoObjected() throws Exception {
        var organ = Office.organ(DECIDER);
        var subject = Office.newcomer(organ, "DECIDER", "APPLICANT");
        var recused = Office.newcomer(organ, "DECIDER");
        var id = objectedTo(Decided.exempt().subject(subject, "EXEMPT"), Map.of("name", "某乙", "contact", "0580-2"));
        var path = CASES + id + "/objections/" + objection(id) + "/identity";
        refused(403, "recused", open(subject, path));
        assertEquals("recused", refusal(subject, id, "objection-identity"));
        act(
                        recused,
                        id,
                        "recusals",
                        Map.of("person", Office.person(recused), "ground", "OTHER", "explanation", "与异议人相识"))
                .then()
                .statusCode(201);
        assertEquals(403, open(recused, path).statusCode());
        assertEquals(List.of(), openings("case:" + id));
        assertEquals(200, open(OTHER_DECIDER, path).statusCode());
    }

    @Test
    void whereNobodySaidWhoTheyAreNothingIsOpened() throws Exception {
        var id = objectedTo(Decided.exempt(), Map.of());
        assertEquals("nobody-named", refusal(OTHER_DECIDER, id, "objection-identity"));
        refused(409, "nobody-named", open(OTHER_DECIDER, CASES + id + "/objections/" + objection(id) + "/identity"));
        assertEquals(
                404,
                open(OTHER_DECIDER, CASES + id + "/objections/" + UUID.randomUUID() + "/identity")
                        .statusCode());
        assertEquals(List.of(), openings("case:" + id));
    }

    @Test
    void whoRemarkedOnAFilingIsOpenedByADeciderAlone() throws Exception {
        var name = name();
        var today = LocalDate.now(Clocks.SHANGHAI);
        var id = accepted(today.minusDays(5), today.plusDays(60), Map.of("publicMatter", true));
        anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("text", "施工噪声较大", "name", name))
                .post("/api/v1/public-filings/" + id + "/remarks")
                .then()
                .statusCode(201);
        var record = as(HANDLER)
                .get(CASES + id + "/monitoring")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("find { it.kind == 'REMARK' }.id");
        var path = CASES + id + "/monitoring/" + record + "/identity";
        for (var login : List.of(HANDLER, "applicant.330922", "supervisor.330922", "organisation.330922", INSPECTOR)) {
            assertEquals(403, open(login, path).statusCode(), login);
        }
        open(DECIDER, path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("name", equalTo(name))
                .body("person", nullValue());
        entered("case:" + id, "filing.remarker-identity-opened", DECIDER);
        isNowhereInTheDatabase(name);
        isInNoneOf(name, DECIDER, CASES + id + "/monitoring", CASES + id + "/ledger?limit=200");
        isNotInTheDossier(name, id);
    }

    /** A proposal of anybody. @param organ concerned, null for none @param contact null for none */
    private static String proposed(String matter, String organ, String contact) {
        Map<String, String> body = new HashMap<>();
        body.put("jurisdiction", "330922");
        body.put("matter", matter);
        body.put("text", "建议启动容错核实");
        body.put("organ", organ);
        body.put("contact", contact);
        body.values().removeIf(Objects::isNull);
        anonymous()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/proposals")
                .then()
                .statusCode(201);
        return as(HANDLER)
                .get("/api/v1/proposals?open=true&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.matter == '" + matter + "' }.id");
    }

    @Test
    void howAProposerIsReachedIsForWhoAnswersUnlessTheirOwnOrganIsMeant() throws Exception {
        var contact = name();
        var id = proposed("航道疏浚" + UUID.randomUUID(), null, contact);
        var path = "/api/v1/proposals/" + id + "/identity";
        for (var login : List.of(DECIDER, "applicant.330922", "registrar.330922", INSPECTOR)) {
            assertEquals(403, open(login, path).statusCode(), login);
        }
        assertEquals(404, open(County.founded().handler, path).statusCode());
        open(HANDLER, path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("contact", equalTo(contact))
                .body("name", nullValue());
        entered("proposal:" + id, "filing.proposer-identity-opened", HANDLER);
        isNowhereInTheDatabase(contact);
        isInNoneOf(contact, HANDLER, "/api/v1/proposals?limit=200");

        var meant = proposed("办案超期" + UUID.randomUUID(), Office.organ(HANDLER), name());
        refused(403, "recused", open(HANDLER, "/api/v1/proposals/" + meant + "/identity"));
        var silent = proposed("码头照明" + UUID.randomUUID(), null, null);
        refused(409, "nobody-named", open(HANDLER, "/api/v1/proposals/" + silent + "/identity"));
        assertEquals(List.of(), openings("proposal:" + meant));
        assertEquals(List.of(), openings("proposal:" + silent));
    }
}
