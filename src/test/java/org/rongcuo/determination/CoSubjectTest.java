package org.rongcuo.determination;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.answer;
import static org.rongcuo.Office.as;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.COLLEAGUE;
import static org.rongcuo.cases.Situations.DECIDER;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.Office.INSPECTOR;
import static org.rongcuo.cases.Situations.determine;
import static org.rongcuo.cases.Situations.done;
import static org.rongcuo.cases.Situations.feedback;
import static org.rongcuo.cases.Situations.subject;
import static org.rongcuo.Office.subjects;
import static org.rongcuo.cases.Situations.verifying;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.cases.Situations;

/** One subject reads nothing about another, and nothing about himself before he is told; a recused official reads nothing. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class CoSubjectTest {
    private static String ofTwo() {
        var id = verifying(subject(APPLICANT, "PARTY_MEMBER"), subject(COLLEAGUE, "PARTY_MEMBER"));
        for (var each : subjects(id)) {
            done(answer(HANDLER, id, each, Office.exemptFacts()));
        }
        return id;
    }

    private static void determineAll(String id) {
        for (var each : subjects(id)) {
            var evaluation = Office.evaluate(HANDLER, id, each).getString("id");
            done(determine(DECIDER, id, Office.determination(each, evaluation, "EXEMPT")));
        }
    }

    private static io.restassured.response.ValidatableResponse read(String login, String id, String path) {
        return as(login).get(CASES + id + path).then();
    }

    @Test
    void nobodyWhomTheCaseConcernsReadsADeterminationBeforeFeedbackOrAnothersAfterIt() {
        var id = ofTwo();
        determineAll(id);
        var both = subjects(id);
        for (var login : List.of(APPLICANT, COLLEAGUE)) {
            read(login, id, "/determinations").statusCode(200).body("$", hasSize(0));
            read(login, id, "/internal-reviews").body("terms", hasSize(0));
            read(login, id, "").body("subjects.findAll { it.outcome != null }", hasSize(0));
        }
        done(act(HANDLER, id, "feedback", feedback(both.get(0))));
        read(APPLICANT, id, "/determinations").body("subject", contains(both.get(0)));
        read(APPLICANT, id, "/feedback").body("subject", contains(both.get(0)));
        read(APPLICANT, id, "").body("subjects.findAll { it.outcome != null }.id", contains(both.get(0)));
        read(COLLEAGUE, id, "/determinations").body("$", hasSize(0));
        read(COLLEAGUE, id, "/feedback").body("$", hasSize(0));
        read(COLLEAGUE, id, "/feedback/remedies").body("subject", contains(both.get(1)));
        done(act(HANDLER, id, "feedback", feedback(both.get(1))));
        read(COLLEAGUE, id, "/determinations").body("subject", contains(both.get(1)));
        read(APPLICANT, id, "/internal-reviews").body("terms.subject", contains(both.get(0)));
        var made = Outcomes.standing(id, both.get(0));
        done(Outcomes.reviewAsked(APPLICANT, id, made));
        read(COLLEAGUE, id, "/internal-reviews").body("reviews", hasSize(0));
        read(APPLICANT, id, "/internal-reviews").body("reviews", hasSize(1));
        read(HANDLER, id, "/determinations").body("$", hasSize(2));
    }

    @Test
    void theAnswersAndEvaluationsAboutAnotherAreNotFound() {
        var id = ofTwo();
        var both = subjects(id);
        var evaluation = Office.evaluate(HANDLER, id, both.get(1)).getString("id");
        var other = "/checklists/" + both.get(1);
        for (var path : List.of(other, other + "/evaluations", other + "/evaluations/" + evaluation)) {
            read(APPLICANT, id, path).statusCode(404);
            read(COLLEAGUE, id, path).statusCode(200);
            read(INSPECTOR, id, path).statusCode(200);
        }
        read(APPLICANT, id, other + "/evaluations/" + evaluation + "/explanation")
                .statusCode(404);
    }

    @Test
    void aDocumentIsForTheOfficeAndWhoAddedItUnlessTheOfficeMeansItForThem() {
        var id = ofTwo();
        var medical = Situations.document(COLLEAGUE, id);
        var talk = Situations.document(HANDLER, id);
        String meant = as(HANDLER)
                .multiPart("title", "notice")
                .multiPart("forConcerned", "true")
                .multiPart("file", "a.txt", "for you".getBytes())
                .post(CASES + id + "/documents")
                .then()
                .statusCode(201)
                .body("forConcerned", equalTo(true))
                .extract()
                .path("id");
        read(APPLICANT, id, "/documents").body("id", contains(meant));
        read(COLLEAGUE, id, "/documents").body("id", contains(medical, meant));
        read(HANDLER, id, "/documents").body("id", contains(medical, talk, meant));
        for (var hidden : List.of(medical, talk)) {
            read(APPLICANT, id, "/documents/" + hidden).statusCode(404);
            read(APPLICANT, id, "/documents/" + hidden + "/content").statusCode(404);
        }
        read(APPLICANT, id, "/documents/" + meant + "/content").statusCode(200);
        as(COLLEAGUE)
                .multiPart("title", "x")
                .multiPart("forConcerned", "true")
                .multiPart("file", "a.txt", "x".getBytes())
                .post(CASES + id + "/documents")
                .then()
                .statusCode(422)
                .body("violations.code", contains("not-for-others"));
        as(APPLICANT)
                .multiPart("title", "x")
                .multiPart("replaces", medical)
                .multiPart("file", "a.txt", "x".getBytes())
                .post(CASES + id + "/documents")
                .then()
                .statusCode(422)
                .body("violations.code", contains("document-unknown"));
    }

    @Test
    void theLedgerTellsThoseConcernedTheirOwnAndOfTheRestThatItIsThere() {
        var id = ofTwo();
        done(act(HANDLER, id, "referrals", Map.of("organ", "县监委", "grounds", "来信反映")));
        determineAll(id);
        var both = subjects(id);
        done(act(HANDLER, id, "feedback", feedback(both.get(0))));
        var office = as(INSPECTOR).get(CASES + id + "/ledger?limit=200").jsonPath();
        var own = read(APPLICANT, id, "/ledger?limit=200").statusCode(200);
        own.body("items.hash", equalTo(office.getList("items.hash")))
                .body("items.at", equalTo(office.getList("items.at")))
                .body("items.type", not(hasItem("org.rongcuo.cases.matter-referred")))
                .body("items.findAll { it.withheld }.payload", everyItem(equalTo(null)))
                .body("items.findAll { it.withheld }.actor.id", everyItem(equalTo(null)))
                .body("items.find { it.type.endsWith('application-filed') }.payload", notNullValue());
        var determined = own.extract()
                .jsonPath()
                .<String>getList("items.findAll { it.payload != null && it.payload.event.determination != null }"
                        + ".payload.event.determination.subject");
        assertEquals(List.of(both.get(0)), determined);
        assertTrue(office.getList("items.type").contains("org.rongcuo.cases.matter-referred"));
        read(COLLEAGUE, id, "/ledger?limit=200").body("items.payload", everyItem(equalTo(null)));
        read(COLLEAGUE, id, "/ledger/verification").body("intact", equalTo(true));
        // Nor does the refusal of a stale act tell what happened meanwhile.
        as(APPLICANT)
                .header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body(Map.of("determination", Outcomes.standing(id, both.get(0))))
                .post(CASES + id + "/internal-reviews/waivers")
                .then()
                .statusCode(412)
                .body("changes.type", not(hasItem("org.rongcuo.cases.matter-referred")));
    }

    @Test
    void whoIsRecusedReadsTheBareCaseAlone() {
        var id = ofTwo();
        var login = Office.newcomer(Office.organ(HANDLER), "HANDLER");
        read(login, id, "/dossier").statusCode(200);
        done(as(login)
                .contentType(ContentType.JSON)
                .body(Map.of("person", Office.person(login), "ground", "INTEREST", "explanation", "系同学"))
                .post(CASES + id + "/recusals"));
        for (var bare : List.of("", "/acts", "/recusals")) {
            read(login, id, bare).statusCode(200);
        }
        for (var record : List.of(
                "/dossier",
                "/archive/check",
                "/objections",
                "/verification",
                "/documents",
                "/ledger",
                "/determinations",
                "/checklists/" + subjects(id).get(0))) {
            read(login, id, record).statusCode(404);
        }
    }

    @Test
    void anApplicantWhoIsAHandlerOfTheOrganGetsNoDossier() {
        var login = Office.newcomer(Office.organ(HANDLER), "HANDLER", "APPLICANT");
        var id = Situations.opened(login, Situations.opening(subject(COLLEAGUE, "PARTY_MEMBER")));
        done(act(login, id, "application", Map.of()));
        for (var path : List.of("/dossier", "/archive/check", "/objections")) {
            read(login, id, path).statusCode(404);
            read(HANDLER, id, path).statusCode(200);
        }
    }
}
