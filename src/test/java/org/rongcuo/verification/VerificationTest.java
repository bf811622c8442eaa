package org.rongcuo.verification;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.rongcuo.Office.INSPECTOR;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.answer;
import static org.rongcuo.Office.as;
import static org.rongcuo.Office.subjects;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.COLLEAGUE;
import static org.rongcuo.cases.Situations.DECIDER;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.cases.Situations.answered;
import static org.rongcuo.cases.Situations.done;
import static org.rongcuo.cases.Situations.put;
import static org.rongcuo.cases.Situations.subject;
import static org.rongcuo.cases.Situations.today;
import static org.rongcuo.cases.Situations.verifying;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.cases.Situations;

/** 核实: two or more investigate, the subject is heard, each claim is answered, they report. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class VerificationTest {
    private static final String SECOND = "handler.330922-2";

    private static List<String> two() {
        return List.of(Office.person(HANDLER), Office.person(SECOND));
    }

    private static void named(String id) {
        done(put(HANDLER, id, "investigators", Map.of("persons", two())));
    }

    private static Response post(String login, String id, String path, Object body) {
        return as(login).contentType(ContentType.JSON).body(body).post(CASES + id + "/" + path);
    }

    private static String subjectOf(String id, String login) {
        return as(INSPECTOR).get(CASES + id).path("subjects.find { it.person == '" + Office.person(login) + "' }.id");
    }

    private static Response view(String login, String id) {
        return as(login).get(CASES + id + "/verification");
    }

    /** A subject's own statement. */
    private static Map<String, Object> own(String subject, String... claims) {
        return new HashMap<>(Map.of("subject", subject, "text", "先行先试,并无私利", "claims", List.of(claims)));
    }

    private static void refusedFor(Response response, String... codes) {
        response.then().statusCode(422).body("violations.code", containsInAnyOrder((Object[]) codes));
    }

    private static void impossible(Response response, String code) {
        response.then().statusCode(409).body("code", equalTo(code));
    }

    private static Response determine(String id, String subject) {
        var evaluation = Office.evaluate(HANDLER, id, subject).getString("id");
        return act(DECIDER, id, "determinations", Office.determination(subject, evaluation, "EXEMPT"));
    }

    @Test
    void twoOrMoreWhoHandleTheCaseInvestigateAndExpertsAssist() {
        var id = answered();
        refusedFor(
                put(HANDLER, id, "investigators", Map.of("persons", List.of(Office.person(HANDLER)))),
                "too-few-investigators");
        refusedFor(
                put(
                        HANDLER,
                        id,
                        "investigators",
                        Map.of("persons", List.of(Office.person(HANDLER), Office.person(HANDLER)))),
                "too-few-investigators");
        refusedFor(
                put(
                        HANDLER,
                        id,
                        "investigators",
                        Map.of("persons", List.of(Office.person(HANDLER), Office.person(DECIDER)))),
                "not-a-handler");
        refusedFor(
                put(
                        HANDLER,
                        id,
                        "investigators",
                        Map.of(
                                "persons",
                                two(),
                                "assistants",
                                List.of(
                                        Map.of("affiliation", "无名"),
                                        Map.of("person", two().get(0)),
                                        Map.of("person", Office.person(APPLICANT))))),
                "person-or-name",
                "investigates-already",
                "recused");
        put(
                        HANDLER,
                        id,
                        "investigators",
                        Map.of(
                                "persons",
                                two(),
                                "assistants",
                                List.of(
                                        Map.of("name", "王工(演示)", "affiliation", "某设计院(演示)"),
                                        Map.of("person", Office.person("organisation.330922")))))
                .then()
                .statusCode(200)
                .body("investigators.id", containsInAnyOrder(two().toArray()))
                .body("assistants.name", containsInAnyOrder("王工(演示)", null));
        for (var login : List.of(DECIDER, APPLICANT, INSPECTOR, "organisation.330922")) {
            as(login)
                    .header("If-Match", "\"1\"")
                    .contentType(ContentType.JSON)
                    .body(Map.of("persons", two()))
                    .put(CASES + id + "/investigators")
                    .then()
                    .statusCode(login.startsWith("organisation") ? 404 : 403);
        }
    }

    @Test
    void whoIsNamedToInvestigateDoesNotDetermine() {
        var both = Office.newcomer(Office.organ(HANDLER), "HANDLER", "DECIDER");
        var id = answered();
        done(put(
                HANDLER, id, "investigators", Map.of("persons", List.of(Office.person(HANDLER), Office.person(both)))));
        as(both).get(CASES + id + "/acts")
                .then()
                .body("find { it.act == 'determinations' }.reason.code", equalTo("handled-the-case"));
    }

    @Test
    void aSubjectStatesForItselfAndOthersForNobody() {
        var id = verifying(subject(APPLICANT, "PARTY_MEMBER"), subject(COLLEAGUE, "PARTY_MEMBER"));
        var both = List.of(subjectOf(id, APPLICANT), subjectOf(id, COLLEAGUE));
        post(APPLICANT, id, "statements", own(both.get(0), "未谋私利", "损失已挽回"))
                .then()
                .statusCode(201)
                .body("manner", equalTo("OWN"))
                .body("claims.number", contains(1, 2))
                .body("claims.finding", contains(nullValue(), nullValue()));
        post(APPLICANT, id, "statements", own(both.get(1)))
                .then()
                .statusCode(403)
                .body("code", equalTo("not-the-subject"));
        var formal = own(both.get(1));
        formal.put("heldOn", today().toString());
        refusedFor(post(COLLEAGUE, id, "statements", formal), "own-statement");
        // Investigators take it down; who is none does not.
        var taken = own(both.get(1));
        post(HANDLER, id, "statements", taken).then().statusCode(403).body("code", equalTo("not-the-party"));
        post(DECIDER, id, "statements", taken).then().statusCode(403);
        named(id);
        refusedFor(post(HANDLER, id, "statements", taken), "not-null", "not-blank", "too-few-investigators");
        taken.putAll(Map.of(
                "heldOn",
                today().plusDays(1).toString(),
                "place",
                "谈话室",
                "present",
                List.of(two().get(0), Office.person(DECIDER))));
        refusedFor(post(HANDLER, id, "statements", taken), "statement-date", "not-an-investigator");
        taken.putAll(Map.of("heldOn", today().toString(), "present", two()));
        post(SECOND, id, "statements", taken).then().statusCode(201).body("manner", equalTo("RECORDED"));
        // Each sees the own; the office sees all.
        as(APPLICANT).get(CASES + id + "/statements").then().body("subject", contains(both.get(0)));
        as(COLLEAGUE).get(CASES + id + "/statements").then().body("subject", contains(both.get(1)));
        as(DECIDER).get(CASES + id + "/statements").then().body("", hasSize(2));
        as("handler.330921").get(CASES + id + "/statements").then().statusCode(401);
        // The ledger, which many read, holds what was said by its hash alone.
        as(INSPECTOR)
                .get(CASES + id + "/ledger")
                .then()
                .body(
                        "items.find { it.type.endsWith('statement-made') }.payload.event.contentHash",
                        startsWith("sha256:"))
                .body("items.payload.toString()", not(containsString("并无私利")));
    }

    @Test
    void aChanceNotTakenIsOnRecordWithItsEvidence() {
        var id = answered();
        named(id);
        var body = own(subjects(id).get(0), "多余");
        body.put("waived", true);
        refusedFor(post(HANDLER, id, "statements", body), "waived", "waiver-without-evidence");
        body.remove("claims");
        body.put("evidence", List.of(Situations.document(HANDLER, id)));
        post(HANDLER, id, "statements", body).then().statusCode(201).body("manner", equalTo("WAIVED"));
        view(HANDLER, id).then().body("missing.code", contains("evaluation-missing"));
    }

    @Test
    void eachClaimIsAnsweredOnceByAnInvestigator() {
        var id = answered();
        String claim = post(APPLICANT, id, "statements", own(subjects(id).get(0), "未谋私利"))
                .path("claims[0].id");
        var body = Map.of("finding", "REJECTED", "reasons", "资金流向未查清");
        var path = "claims/" + claim + "/answer";
        post(HANDLER, id, path, body).then().statusCode(403).body("code", equalTo("not-the-party"));
        named(id);
        for (var login : List.of(APPLICANT, DECIDER)) {
            post(login, id, path, body).then().statusCode(403);
        }
        refusedFor(post(SECOND, id, path, Map.of()), "not-null", "not-blank");
        post(SECOND, id, path, body)
                .then()
                .statusCode(200)
                .body("findingLabel", equalTo("不采纳"))
                .body("answeredBy.id", equalTo(Office.person(SECOND)));
        impossible(post(HANDLER, id, path, body), "no-open-claim");
        as(APPLICANT).get(CASES + id + "/statements").then().body("[0].claims[0].reasons", equalTo("资金流向未查清"));
    }

    @Test
    void aReportIsRefusedWithAllThatIsMissing() {
        var id = verifying(subject(APPLICANT, "PARTY_MEMBER"), subject(COLLEAGUE, "PARTY_MEMBER"));
        var both = List.of(subjectOf(id, APPLICANT), subjectOf(id, COLLEAGUE));
        Office.reported(HANDLER, id, two()).then().statusCode(403).body("code", equalTo("not-the-party"));
        named(id);
        post(APPLICANT, id, "statements", own(both.get(0), "未谋私利")).then().statusCode(201);
        done(answer(HANDLER, id, both.get(0), Office.exemptFacts()));
        Office.evaluate(HANDLER, id, both.get(0));
        done(answer(HANDLER, id, both.get(0), Map.of("fraud", true)));
        var refused = Office.reported(HANDLER, id, two());
        impossible(refused, "verification-incomplete");
        refused.then()
                .body(
                        "violations.code",
                        containsInAnyOrder(
                                "claim-unanswered", "evaluation-stale", "subject-not-heard", "evaluation-missing"));
        as(HANDLER)
                .get(CASES + id + "/acts")
                .then()
                .body("find { it.act == 'verification' }.reason.code", equalTo("verification-incomplete"));
        view(DECIDER, id).then().body("missing", hasSize(4)).body("reported", equalTo(false));
        for (var login : List.of(APPLICANT, DECIDER)) {
            Office.reported(login, id, two()).then().statusCode(403);
        }
    }

    @Test
    void aReportIsAboutEverySubjectAndSignedByTwoInvestigators() {
        var id = answered();
        named(id);
        var subject = subjects(id).get(0);
        done(Office.heard(HANDLER, id, subject, two(), List.of()));
        Office.evaluate(HANDLER, id, subject);
        refusedFor(Office.reported(HANDLER, id, List.of(two().get(0), Office.person(DECIDER))), "not-an-investigator");
        refusedFor(Office.reported(HANDLER, id, two().subList(0, 1)), "too-few-investigators");
        refusedFor(
                act(
                        HANDLER,
                        id,
                        "verification",
                        Map.of(
                                "findings",
                                List.of(Map.of(
                                        "subject",
                                        java.util.UUID.randomUUID().toString(),
                                        "facts",
                                        "事实",
                                        "opinion",
                                        "意见")),
                                "evidence",
                                List.of(java.util.UUID.randomUUID().toString()),
                                "signers",
                                two())),
                "subject-unknown",
                "subject-left-out",
                "document-unknown");
        Office.reported(HANDLER, id, two())
                .then()
                .statusCode(201)
                .body("stands", equalTo(true))
                .body("signers", hasSize(2))
                .body("findings.subject", contains(subject));
        view(DECIDER, id)
                .then()
                .body("reported", equalTo(true))
                .body("reports", hasSize(1))
                .body("way.route", equalTo("ORDINARY"))
                .body("way.consultationRequired", equalTo(false));
        // Whom the case concerns sees who investigates, to demand a recusal; not what they think.
        view(APPLICANT, id)
                .then()
                .body("investigators", hasSize(2))
                .body("reports", nullValue())
                .body("missing", nullValue())
                .body("way", nullValue());
        done(determine(id, subject));
    }

    @Test
    void withoutAReportThatStandsNothingIsDetermined() {
        var id = answered();
        var subject = subjects(id).get(0);
        impossible(determine(id, subject), "report-missing");
        as(DECIDER)
                .get(CASES + id + "/acts")
                .then()
                .body("find { it.act == 'determinations' }.reason.code", equalTo("report-missing"));
        Office.investigated(HANDLER, id);
        done(answer(HANDLER, id, subject, Map.of("loss", 5.3)));
        impossible(determine(id, subject), "report-outdated");
        impossible(post(HANDLER, id, "papers", Map.of("kind", "VERIFICATION_REPORT")), "report-overtaken");
        Office.investigated(HANDLER, id);
        done(post(APPLICANT, id, "statements", own(subject, "损失应为 5.2 万元")));
        impossible(determine(id, subject), "report-outdated");
        String claim = as(HANDLER).get(CASES + id + "/statements").path("[1].claims[0].id");
        done(post(HANDLER, id, "claims/" + claim + "/answer", Map.of("finding", "REJECTED", "reasons", "以审计为准")));
        Office.investigated(HANDLER, id);
        done(act(HANDLER, id, "subjects", Map.of("person", Office.person(COLLEAGUE), "status", "PARTY_MEMBER")));
        impossible(determine(id, subject), "report-outdated");
        Office.investigated(HANDLER, id);
        done(determine(id, subject));
        view(HANDLER, id)
                .then()
                .body("reports", hasSize(4))
                .body("reports.stands", contains(true, false, false, false));
    }

    @Test
    void aSimpleUndisputedCaseTakesTheSimplifiedRouteAndSaysWhyNot() {
        var facts = Office.exemptFacts();
        facts.put("complexity", "简易");
        var id = Office.anApplication("330922");
        done(act(HANDLER, id, "acceptance", Map.of("accepted", true, "complexity", "SIMPLE")));
        var subject = subjects(id).get(0);
        done(answer(HANDLER, id, subject, facts));
        Office.evaluate(HANDLER, id, subject);
        view(HANDLER, id)
                .then()
                .body("way.route", equalTo("SIMPLIFIED"))
                .body("way.simplified", equalTo(true))
                .body("way.why", hasSize(1));
        named(id);
        String claim = post(APPLICANT, id, "statements", own(subject, "未谋私利")).path("claims[0].id");
        done(post(HANDLER, id, "claims/" + claim + "/answer", Map.of("finding", "REJECTED", "reasons", "未查清")));
        view(HANDLER, id)
                .then()
                .body("way.simplified", equalTo(false))
                .body("way.why[1].toString()", containsString("争议"));
        var ordinary = answered();
        done(answer(HANDLER, ordinary, subjects(ordinary).get(0), facts));
        Office.evaluate(HANDLER, ordinary, subjects(ordinary).get(0));
        view(HANDLER, ordinary).then().body("way.route", equalTo("SIMPLIFIED")).body("way.simplified", equalTo(false));
    }

    @Test
    void aDisputedCaseAsksForConsultation() {
        var id = answered();
        var subject = subjects(id).get(0);
        done(answer(HANDLER, id, subject, Map.of("dispute", "争议较大")));
        Office.evaluate(HANDLER, id, subject);
        view(HANDLER, id)
                .then()
                .body("way.route", equalTo("HEARING"))
                .body("way.consultationRequired", equalTo(true))
                .body("way.consulted", equalTo(false));
    }

    @Test
    void whatWasAcceptedAsMajorAsksForConsultationWhateverTheAnswersSay() {
        var id = Office.anApplication("330922");
        done(act(HANDLER, id, "acceptance", Map.of("accepted", true, "complexity", "MAJOR")));
        var subject = subjects(id).get(0);
        done(answer(HANDLER, id, subject, Office.exemptFacts()));
        Office.evaluate(HANDLER, id, subject);
        view(HANDLER, id).then().body("way.route", equalTo("ORDINARY")).body("way.consultationRequired", equalTo(true));
    }

    @Test
    void aTeamShutsOthersOutOfItsVerificationToo() {
        var id = answered();
        done(put(HANDLER, id, "team", Map.of("persons", two())));
        named(id);
        var third = Office.newcomer(Office.organ(HANDLER), "HANDLER");
        for (var path : List.of("verification", "statements", "recusals", "links")) {
            as(third).get(CASES + id + "/" + path).then().statusCode(404);
            as(DECIDER).get(CASES + id + "/" + path).then().statusCode(404);
            as(INSPECTOR).get(CASES + id + "/" + path).then().statusCode(200);
            as(SECOND).get(CASES + id + "/" + path).then().statusCode(200);
        }
        refusedFor(
                put(HANDLER, id, "investigators", Map.of("persons", List.of(two().get(0), Office.person(third)))),
                "not-in-the-team");
        view(HANDLER, id).then().body("missing.code", not(empty()));
    }
}
