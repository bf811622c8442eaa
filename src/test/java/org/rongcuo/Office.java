package org.rongcuo;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.rongcuo.demo.DemoClock;
import org.rongcuo.shared.Clocks;

/** The office as tests see it: demo persons who call the API, and cases brought to a situation by real acts. */
public final class Office {
    /** Sees every case of 舟山. */
    public static final String INSPECTOR = "inspector.330900";

    private Office() {}

    /** A request without login. */
    public static RequestSpecification anonymous() {
        var request = given().filter(AnswersFitTheContract.INSTANCE);
        return ExampleRecorder.ASKED ? request.filter(ExampleRecorder.INSTANCE) : request;
    }

    /** A request of a demo person, {@code <role>.<jurisdiction>}. */
    public static RequestSpecification as(String login) {
        return anonymous()
                .auth()
                .preemptive()
                .basic(login, "rongcuo")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** Sends an act on a case with its current ETag. */
    public static Response act(String login, String caseId, String act, Object body) {
        return as(login)
                .header("If-Match", etag(login, caseId))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/cases/" + caseId + "/" + act);
    }

    public static String etag(String login, String caseId) {
        return as(login)
                .get("/api/v1/cases/" + caseId)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    /** The id of the person behind a login. */
    public static String person(String login) {
        return as(login).get("/api/v1/me").then().statusCode(200).extract().path("person.id");
    }

    /** The organ of the person behind a login. */
    public static String organ(String login) {
        return as(login).get("/api/v1/me").then().statusCode(200).extract().path("person.organ");
    }

    /** Sends something to the administration; answers the new thing's id, null where it has none. */
    public static String administered(String path, Map<String, Object> body) {
        return as("administrator.000000")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/" + path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A new organ; its id. */
    public static String organ(String jurisdiction, String kind) {
        return administered(
                "organs", Map.of("jurisdiction", jurisdiction, "kind", kind, "name", "测试·" + kind + UUID.randomUUID()));
    }

    /** A new person with roles in an organ, up to SENSITIVE; answers the login. */
    public static String newcomer(String organ, String... roles) {
        var login = "newcomer-" + String.join("-", roles).toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID();
        var person = administered(
                "persons", Map.of("name", "演示·" + login, "organ", organ, "issuer", "basic", "subject", login));
        for (var role : roles) {
            assign(person, organ, role);
        }
        return login;
    }

    public static void assign(String person, String organ, String role) {
        administered(
                "assignments",
                Map.of(
                        "person", person,
                        "organ", organ,
                        "role", role,
                        "clearance", "SENSITIVE",
                        "validFrom", "2020-01-01"));
    }

    /** Sets the product's clock to a day, at the true time of the day. */
    public static void on(DemoClock clock, LocalDate day) {
        clock.set(Duration.ofDays(ChronoUnit.DAYS.between(LocalDate.now(Clocks.SHANGHAI), day)));
    }

    /** Answers under which every book says 免责, for a party member of 嵊泗. */
    public static Map<String, Object> exemptFacts() {
        try (var json = Office.class.getResourceAsStream("/demo/exempt-facts.json")) {
            return new ObjectMapper().readValue(json, new TypeReference<TreeMap<String, Object>>() {});
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Map<String, Object> openCase(String jurisdiction, String applicant) {
        return Map.of(
                "jurisdiction",
                jurisdiction,
                "particulars",
                Map.of(
                        "title", "外岛撬装式加油试点",
                        "summary", "为解决外岛加油难,先行先试撬装式加油,设备选型失误造成损失,已及时更换。",
                        "conduct", Map.of("from", "2026-03-01", "to", "2026-04-15")),
                "subjects",
                new Object[] {Map.of("person", person(applicant), "status", "PARTY_MEMBER", "duty", "项目负责人")});
    }

    /** A draft of the applicant of the jurisdiction. */
    public static String aDraft(String jurisdiction) {
        var applicant = "applicant." + jurisdiction;
        return as(applicant)
                .contentType(ContentType.JSON)
                .body(openCase(jurisdiction, applicant))
                .post("/api/v1/cases")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String anApplication(String jurisdiction) {
        var id = aDraft(jurisdiction);
        act("applicant." + jurisdiction, id, "application", Map.of("statement", "申请容错免责"))
                .then()
                .statusCode(200);
        return id;
    }

    public static String aCaseUnderVerification(String jurisdiction) {
        var id = anApplication(jurisdiction);
        act("handler." + jurisdiction, id, "acceptance", Map.of("accepted", true))
                .then()
                .statusCode(200);
        return id;
    }

    /** The ids of the subjects of a case. */
    public static List<String> subjects(String caseId) {
        return as(INSPECTOR)
                .get("/api/v1/cases/" + caseId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("subjects.id");
    }

    /** The types of the ledger entries of a case, without their package. */
    public static List<String> entries(String caseId) {
        return as(INSPECTOR)
                .queryParam("limit", 200)
                .get("/api/v1/cases/" + caseId + "/ledger")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String>getList("items.type")
                .stream()
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .toList();
    }

    public static String onlySubject(String login, String caseId) {
        return as(login)
                .get("/api/v1/cases/" + caseId)
                .then()
                .statusCode(200)
                .extract()
                .path("subjects[0].id");
    }

    /** Answers the checklist of a subject. */
    public static Response answer(String login, String caseId, String subject, Map<String, Object> facts) {
        Map<String, Object> answers = new HashMap<>();
        facts.forEach((item, value) -> answers.put(item, Map.of("value", value)));
        return as(login)
                .contentType(ContentType.JSON)
                .body(Map.of("answers", answers))
                .put("/api/v1/cases/" + caseId + "/checklists/" + subject);
    }

    public static JsonPath evaluate(String login, String caseId, String subject) {
        return as(login)
                .post("/api/v1/cases/" + caseId + "/checklists/" + subject + "/evaluations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** {@link #investigated(String, String, String)} with the second of the demo's persons of that role. */
    public static void investigated(String handler, String caseId) {
        investigated(handler, handler.endsWith("-2") ? handler.replaceFirst("-2$", "") : handler + "-2", caseId);
    }

    /**
     * What a case under verification lacks for its determination, done: investigators named, subjects heard and evaluated, a
     * report. Nothing where a report stands or the case stands elsewhere.
     */
    public static void investigated(String handler, String colleague, String caseId) {
        var verification = as(handler)
                .get("/api/v1/cases/" + caseId + "/verification")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var file = as(handler).get("/api/v1/cases/" + caseId).jsonPath();
        if (verification.getBoolean("reported") || !file.getString("status").equals("VERIFYING")) {
            return;
        }
        var investigators = verification.getList("investigators.id", String.class);
        if (!investigators.contains(person(handler)) || investigators.size() < 2) {
            investigators = List.of(person(handler), person(colleague));
            as(handler)
                    .header("If-Match", etag(handler, caseId))
                    .contentType(ContentType.JSON)
                    .body(Map.of("persons", investigators))
                    .put("/api/v1/cases/" + caseId + "/investigators")
                    .then()
                    .statusCode(200);
        }
        for (var missing : verification.<Map<String, Object>>getList("missing")) {
            var subject = (String) missing.get("subject");
            if (missing.get("code").equals("subject-not-heard")) {
                heard(handler, caseId, subject, investigators, List.of()).then().statusCode(201);
            }
            if (((String) missing.get("code")).startsWith("evaluation-")) {
                evaluate(handler, caseId, subject);
            }
        }
        reported(handler, caseId, investigators).then().statusCode(201);
    }

    /** What a subject states, taken down today by investigators. */
    public static Response heard(
            String handler, String caseId, String subject, List<String> present, List<String> claims) {
        return as(handler)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "subject",
                        subject,
                        "heldOn",
                        LocalDate.now(Clocks.SHANGHAI).toString(),
                        "place",
                        "县纪委谈话室",
                        "present",
                        present,
                        "text",
                        "先行先试,经集体研究决定;发现设备不适用后立即更换。",
                        "claims",
                        claims))
                .post("/api/v1/cases/" + caseId + "/statements");
    }

    /** A report on the subjects whose outcomes are open. */
    public static Response reported(String handler, String caseId, List<String> signers) {
        var open = as(handler)
                .get("/api/v1/cases/" + caseId)
                .jsonPath()
                .<Map<String, Object>>getList("subjects.findAll { it.outcome == null }");
        return act(
                handler,
                caseId,
                "verification",
                Map.of(
                        "findings",
                        open.stream()
                                .map(subject -> Map.of(
                                        "subject", subject.get("id"),
                                        "facts", "经查,会议纪要、采购合同与陈述相符,未发现谋取私利。",
                                        "opinion", "核实清单所列事项均已查明,建议按评估意见认定。"))
                                .toList(),
                        "signers",
                        signers));
    }

    /** A determination of a subject, resting on an evaluation. */
    public static Map<String, Object> determination(String subject, String evaluation, String outcome) {
        Map<String, Object> body = new HashMap<>();
        body.put("subject", subject);
        body.put("evaluation", evaluation);
        body.put("outcome", outcome);
        body.put(
                "meeting",
                Map.of(
                        "title",
                        "县纪委常委会会议",
                        "heldOn",
                        LocalDate.now(Clocks.SHANGHAI).toString()));
        body.put("reasons", "先行先试,集体决策,未谋私利,及时挽回");
        return body;
    }
}
