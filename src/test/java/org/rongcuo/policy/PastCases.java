package org.rongcuo.policy;

import static org.rongcuo.Office.as;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Sha256;

/**
 * A county of a test's own with two towns, a book that judges by loss and fraud, and evaluations on record of a few hundred
 * subjects. One town has a stricter book of its own, which speaks there.
 */
final class PastCases {
    static final String EDITOR = "policy-editor.000000";
    static final String APPROVER = "policy-approver.000000";

    /** Losses below are exempt, from twice that on they are referred. */
    static final int THRESHOLD = 10;

    private static final int STRICT_THRESHOLD = 4;
    private static final AtomicInteger COUNTER = new AtomicInteger();

    final String county = Integer.toString(950000 + COUNTER.incrementAndGet());
    final String town = county + "101";
    final String strictTown = county + "102";
    final String book = county + "/tolerance";
    final List<Past> latest = new ArrayList<>();

    /**
     * The latest evaluation of a subject.
     *
     * @param loss null where it was not answered
     */
    record Past(
            UUID caseRef,
            UUID subjectRef,
            String place,
            String field,
            LocalDate conductUntil,
            Integer loss,
            boolean fraud) {
        /** What the county's rules, or the strict town's own, say of it; worked out without the product. */
        Recommendation judged(int threshold, String strictTown) {
            if (fraud) {
                return Recommendation.NOT_TOLERABLE;
            }
            var limit = place.equals(strictTown) ? STRICT_THRESHOLD : threshold;
            return loss < limit
                    ? Recommendation.EXEMPT
                    : loss < 2 * limit ? Recommendation.MITIGATE : Recommendation.REFER;
        }

        /** Whether the answers decide it: with a bottom line hit the loss does not matter. */
        boolean decided() {
            return loss != null || fraud;
        }

        /** The recommendations that the answers leave possible, from the lightest; worked out without the product. */
        List<String> possible(int threshold, String strictTown) {
            return decided() ? List.of(judged(threshold, strictTown).name()) : List.of("EXEMPT", "MITIGATE", "REFER");
        }

        String vector() {
            return place + field + loss + fraud;
        }
    }

    private PastCases() {}

    /** The county with its books in force and so many cases. */
    static PastCases of(int cases) throws SQLException {
        var past = new PastCases();
        past.place(past.county, "000000", "");
        past.place(past.town, past.county, "甲");
        past.place(past.strictTown, past.county, "乙");
        past.open(past.county, "tolerance", "TOLERANCE", Map.of("lenityMode", "TWO_DATE", "lenityBasis", "测试"));
        past.open(past.strictTown, "tolerance", "TOLERANCE", Map.of("lenityMode", "TWO_DATE", "lenityBasis", "测试"));
        past.imported(past.book, model(THRESHOLD));
        past.imported(past.strictTown + "/tolerance", model(STRICT_THRESHOLD));
        past.record(cases);
        return past;
    }

    private void place(String code, String parent, String town) {
        as("administrator.000000")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "code",
                        code,
                        "nameZh",
                        "回放" + code,
                        "nameEn",
                        "Replay " + code,
                        "parent",
                        parent,
                        "casePrefix",
                        "放" + Integer.parseInt(county.substring(2)) + town))
                .post("/api/v1/jurisdictions")
                .then()
                .statusCode(201);
    }

    String open(String place, String name, String kind, Map<String, Object> more) {
        var body = new TreeMap<String, Object>(more);
        body.putAll(Map.of(
                "jurisdiction",
                place,
                "name",
                name,
                "kind",
                kind,
                "titleZh",
                "回放办法",
                "titleEn",
                "Replayed book",
                "visibility",
                "PUBLIC"));
        as(EDITOR)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/policies")
                .then()
                .statusCode(201);
        return place + "/" + name;
    }

    /** A draft of the model; its address. */
    static String draft(String book, byte[] model) {
        var number = PolicyDraftTest.upload(EDITOR, book, model)
                .then()
                .statusCode(201)
                .extract()
                .<Integer>path("number");
        return PolicyDraftTest.versions(book) + "/" + number;
    }

    static final List<Map<String, String>> UNTESTED = List.of(
            Map.of("gate", "row-untested", "subject", "tolerability", "reason", "测试"),
            Map.of("gate", "row-untested", "subject", "bottomLine", "reason", "测试"));

    static void submit(String version) {
        act(EDITOR, version, "submission", Map.of("reasons", UNTESTED)).then().statusCode(200);
    }

    static Response act(String login, String version, String act, Object body) {
        return as(login)
                .header("If-Match", as(EDITOR).get(version).header("ETag"))
                .contentType(ContentType.JSON)
                .body(body)
                .post(version + "/" + act);
    }

    void imported(String book, byte[] model) {
        var version = draft(book, model);
        submit(version);
        act(APPROVER, version, "import", Map.of("effectiveFrom", "2020-01-01", "note", "测试"))
                .then()
                .statusCode(200);
    }

    /** Asks for a replay. */
    static Response ask(String version, Map<String, Object> wanted) {
        return as(EDITOR).contentType(ContentType.JSON).body(wanted).post(version + "/replays");
    }

    /** A replay that is over; its view. */
    static JsonPath replayed(String version, Map<String, Object> wanted) {
        var address = ask(version, wanted).then().statusCode(202).extract().header("Location");
        return awaited(address.substring(address.indexOf("/api/")));
    }

    /** The replay once it is over. */
    static JsonPath awaited(String address) {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            var view = as(address.contains("/" + Desk.PLACE) ? Desk.EDITOR : EDITOR)
                    .get(address)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            if (!List.of("WAITING", "RUNNING").contains(view.getString("status"))) {
                return view;
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("not over: " + view.prettify());
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    /**
     * Cases with one or two subjects each, of the three places; some have an older evaluation with other facts, some lack the
     * loss.
     */
    private void record(int cases) throws SQLException {
        var random = new Random(20261126);
        try (var connection = PostgreSQL.superuser();
                var insert = connection.prepareStatement("insert into evaluation_record (id, case_ref, subject_ref,"
                        + " recommendation, content, content_hash, at, jurisdiction, field, subject_status,"
                        + " conduct_until, decided_on, facts, facts_hash)"
                        + " values (?, ?, ?, 'REFER', '{}', 'none', ?, ?, ?, 'OTHER', ?, ?, ?, ?)")) {
            for (int n = 0; n < cases; n++) {
                var caseRef = UUID.randomUUID();
                var place = List.of(county, town, strictTown).get(random.nextInt(3));
                var field = random.nextInt(3) == 0 ? "审计" : null;
                var conduct = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365));
                for (int subject = 0; subject <= random.nextInt(2); subject++) {
                    var past = new Past(
                            caseRef,
                            UUID.randomUUID(),
                            place,
                            field,
                            conduct,
                            random.nextInt(20) == 0 ? null : random.nextInt(40),
                            random.nextInt(8) == 0);
                    if (random.nextInt(4) == 0) {
                        insert(insert, earlier(Ids.next()), past, random.nextInt(40), false);
                    }
                    insert(insert, Ids.next(), past, past.loss, past.fraud);
                    latest.add(past);
                }
            }
        }
    }

    /** The id of an hour ago: ids of one millisecond are in no order. */
    private static UUID earlier(UUID id) {
        return new UUID(id.getMostSignificantBits() - (TimeUnit.HOURS.toMillis(1) << 16), id.getLeastSignificantBits());
    }

    private static void insert(PreparedStatement insert, UUID id, Past past, Integer loss, boolean fraud)
            throws SQLException {
        var facts = new TreeMap<String, Object>(Map.of("fraud", fraud));
        if (loss != null) {
            facts.put("loss", new BigDecimal(loss));
        }
        var text = EvaluationRecord.factsText(facts);
        insert.setObject(1, id);
        insert.setObject(2, past.caseRef);
        insert.setObject(3, past.subjectRef);
        insert.setObject(4, Instant.now().minusSeconds(60).atOffset(ZoneOffset.UTC));
        insert.setString(5, past.place);
        insert.setString(6, past.field);
        insert.setObject(7, past.conductUntil);
        insert.setObject(8, past.conductUntil.plusMonths(2));
        insert.setString(9, text);
        insert.setString(10, Sha256.of(text));
        insert.executeUpdate();
    }

    /** Lets a person see a case as its applicant does. */
    static void open(UUID caseRef, String login) throws SQLException {
        try (var connection = PostgreSQL.superuser();
                var insert = connection.prepareStatement(
                        "insert into case_grant (case_id, grantee, level) values (?, 'own:' || ?, 0) on conflict do nothing")) {
            insert.setObject(1, caseRef);
            insert.setString(2, Office.person(login));
            insert.executeUpdate();
        }
    }

    /** The book: fraud is the bottom line, otherwise the loss decides. */
    static byte[] model(int threshold) {
        return model(threshold, "", "造假");
    }

    /** The same, asking besides whether something was hidden; whoever did is not tolerated. */
    static byte[] modelThatAsksMore(int threshold) {
        return model(
                threshold,
                "<inputData id=\"hidden\" name=\"隐瞒\"><description>是否隐瞒?</description><variable name=\"隐瞒\" typeRef=\"boolean\"/></inputData>",
                "造假 or 隐瞒");
    }

    private static byte[] model(int threshold, String more, String unforgiven) {
        return ("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="book" name="回放办法" namespace="https://rongcuo.org/test">
                  <itemDefinition id="tHits" name="清单" isCollection="true"><typeRef>string</typeRef></itemDefinition>
                  <itemDefinition id="tLoss" name="损失额"><typeRef>number</typeRef><allowedValues><text>[0..1000]</text></allowedValues></itemDefinition>
                  <itemDefinition id="tWord" name="认定词"><typeRef>string</typeRef><allowedValues><text>"免责","减责","不予容错","提请会商"</text></allowedValues></itemDefinition>
                  <inputData id="loss" name="损失"><description>损失多少?</description><variable name="损失" typeRef="损失额"/></inputData>
                  <inputData id="fraud" name="造假"><description>是否造假?</description><variable name="造假" typeRef="boolean"/></inputData>
                  %1$s
                  <decision id="bottomLine" name="底线"><variable name="底线" typeRef="清单"/>
                    <informationRequirement id="q1"><requiredInput href="#fraud"/></informationRequirement>
                    <decisionTable id="t1" hitPolicy="COLLECT">
                      <input id="i1"><inputExpression id="e1" typeRef="boolean"><text>造假</text></inputExpression></input>
                      <output id="o1"/><annotation name="依据"/><annotation name="说明"/>
                      <rule id="bottomLine_r1"><inputEntry id="c1"><text>true</text></inputEntry><outputEntry id="v1"><text>"造假"</text></outputEntry><annotationEntry><text>第一条</text></annotationEntry><annotationEntry><text>测试</text></annotationEntry></rule>
                    </decisionTable></decision>
                  <decision id="tolerability" name="认定建议"><variable name="认定建议" typeRef="认定词"/>
                    <informationRequirement id="q2"><requiredInput href="#loss"/></informationRequirement>
                    <informationRequirement id="q3"><requiredInput href="#fraud"/></informationRequirement>
                    <decisionTable id="t2" hitPolicy="UNIQUE">
                      <input id="i2"><inputExpression id="e2" typeRef="boolean"><text>%4$s</text></inputExpression></input>
                      <input id="i3"><inputExpression id="e3" typeRef="损失额"><text>损失</text></inputExpression></input>
                      <output id="o2"/><annotation name="依据"/><annotation name="说明"/>
                """ + rule(1, "true", "-", "不予容错") + rule(2, "false", "&lt; %2$d", "免责")
                        + rule(3, "false", "[%2$d..%3$d)", "减责") + rule(4, "false", "&gt;= %3$d", "提请会商")
                        + "</decisionTable></decision></definitions>")
                .formatted(more, threshold, 2 * threshold, unforgiven)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String rule(int number, String fraud, String loss, String word) {
        return """
                <rule id="tolerability_r%1$d"><inputEntry id="f%1$d"><text>%2$s</text></inputEntry><inputEntry id="l%1$d"><text>%3$s</text></inputEntry><outputEntry id="w%1$d"><text>"%4$s"</text></outputEntry><annotationEntry><text>第%1$d条</text></annotationEntry><annotationEntry><text>测试</text></annotationEntry></rule>
                """.formatted(number, fraud, loss, word);
    }
}
