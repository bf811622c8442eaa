package org.rongcuo.policy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** Nothing is approved before its impact is known. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class ImpactGateTest {
    private static final TestBook EXEMPTS = TestBook.saying("免责");
    private static final TestBook MITIGATES = TestBook.saying("减责");

    @Test
    void withoutAReportThereIsNoApproval() {
        var version = submitted(Desk.book());
        refused(Desk.approve(version, Desk.today().plusDays(1)));
        Office.as(Desk.APPROVER)
                .get(version + "/approval")
                .then()
                .body("ready", equalTo(false))
                .body("conditions.gate", contains(ImpactGate.CODE))
                .body("conditions.excusable", contains(false));
        Desk.replay(version);
        Desk.approve(version, Desk.today().plusDays(1)).then().statusCode(200);
    }

    @Test
    void aReportOfSomeCasesWillNotDo() {
        var version = submitted(Desk.book());
        PastCases.awaited(asked(version, Map.of("field", "审计")));
        refused(Desk.approve(version, Desk.today().plusDays(1)));
    }

    @Test
    void aReportOfAnOlderContentWillNotDo() {
        var version = Desk.draft(Desk.book(), EXEMPTS);
        Desk.replay(version);
        Desk.save(Desk.EDITOR, version, MITIGATES).then().statusCode(200);
        Desk.saveTests(version, Desk.tests(MITIGATES)).then().statusCode(200);
        Desk.act(Desk.EDITOR, version, "submission", Map.of()).then().statusCode(200);
        refused(Desk.approve(version, Desk.today().plusDays(1)));
        Desk.replay(version);
        Desk.approve(version, Desk.today().plusDays(1)).then().statusCode(200);
    }

    @Test
    void aReportAgainstAnotherVersionThanTheOneInForceWillNotDo() {
        var book = Desk.book();
        var draft = Desk.draft(book, MITIGATES);
        Desk.replay(draft);
        Desk.imported(book, EXEMPTS, Desk.today().minusDays(3));
        Desk.act(Desk.EDITOR, draft, "submission", Map.of()).then().statusCode(200);
        Office.as(Desk.APPROVER).get(draft + "/approval").then().body("conditions.gate", hasItem(ImpactGate.CODE));
        var next = submitted(book);
        refused(Desk.approve(next, Desk.today().plusDays(1)));
        Desk.replay(next);
        Desk.approve(next, Desk.today().plusDays(1)).then().statusCode(200);
    }

    @Test
    void historyIsInForceAlready() {
        var version = submitted(Desk.book());
        Desk.act(
                        Desk.APPROVER,
                        version,
                        "import",
                        Map.of("effectiveFrom", Desk.today().minusDays(1).toString(), "note", "公告"))
                .then()
                .statusCode(200);
    }

    private static String submitted(String book) {
        var version = Desk.draft(book, EXEMPTS);
        Desk.act(Desk.EDITOR, version, "submission", Map.of()).then().statusCode(200);
        return version;
    }

    private static String asked(String version, Map<String, Object> wanted) {
        var location = Office.as(Desk.EDITOR)
                .contentType(ContentType.JSON)
                .body(wanted)
                .post(version + "/replays")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/api/"));
    }

    private static void refused(Response answer) {
        answer.then()
                .statusCode(409)
                .body("code", equalTo("approval-blocked"))
                .body("violations.code", contains(ImpactGate.CODE))
                .body("violations.code", not(hasItem("row-untested")));
    }
}
