package org.rongcuo.archive;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.publication.Notices.CASES;
import static org.rongcuo.publication.Notices.HANDLER;
import static org.rongcuo.publication.Notices.NOTICE_OVER;
import static org.rongcuo.publication.Notices.REVIEW_OVER;
import static org.rongcuo.publication.Notices.published;
import static org.rongcuo.publication.Notices.refusal;
import static org.rongcuo.publication.Notices.status;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.SetsTheClockRight;
import org.rongcuo.cases.Decided;
import org.rongcuo.demo.DemoClock;

/** The office files, the party committee registers; it may return form, never the outcome. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class RegistrationTest {
    private static final String REGISTRAR = "registrar.330922";

    @Inject
    DemoClock clock;

    /** Nothing is to be published of it. */
    private String unpublished() {
        clock.set(Duration.ZERO);
        var id = Decided.of().subject("applicant.330922", "NOT_TOLERABLE").notified();
        clock.set(REVIEW_OVER);
        return id;
    }

    private static void filed(String id) {
        act(HANDLER, id, "registration", Map.of("materials", "认定书、反馈书")).then().statusCode(201);
    }

    @Test
    void aNoticeRunsOutBeforeTheOutcomeIsRegistered() {
        clock.set(Duration.ZERO);
        var id = Decided.exempt().notified();
        clock.set(REVIEW_OVER);
        published(id);
        act(HANDLER, id, "registration", Map.of("materials", "认定书"))
                .then()
                .statusCode(409)
                .body("code", equalTo("notice-running"));
        clock.set(NOTICE_OVER);
        filed(id);
        act(REGISTRAR, id, "registration/acceptance", Map.of())
                .then()
                .statusCode(200)
                .body("decision", equalTo("ACCEPTED"));
        assertEquals("REGISTERED", status(id));
        assertEquals(
                List.of("notice-published", "registration-filed", "outcome-registered"),
                Office.entries(id)
                        .subList(
                                Office.entries(id).size() - 3,
                                Office.entries(id).size()));
    }

    @Test
    void nothingIsRegisteredWhileAReviewMayBeAskedFor() {
        var id = Decided.of().subject("applicant.330922", "NOT_TOLERABLE").notified();
        var last = LocalDate.parse(as("applicant.330922")
                .get("/api/v1/cases/" + id + "/internal-reviews")
                .then()
                .extract()
                .path("terms[0].lastDay"));
        Office.on(clock, last);
        act(HANDLER, id, "registration", Map.of("materials", "认定书"))
                .then()
                .statusCode(409)
                .body("code", equalTo("review-term-open"));
        Office.on(clock, last.plusDays(1));
        filed(id);
    }

    @Test
    void whatLacksItsFormIsReturnedAndFiledAgain() {
        var id = unpublished();
        assertEquals("not-filed", refusal(REGISTRAR, id, "registration-return"));
        filed(id);
        assertEquals("already-filed", refusal(HANDLER, id, "registration"));
        act(REGISTRAR, id, "registration/return", Map.of("defects", List.of("OUTCOME_WRONG")))
                .then()
                .statusCode(422);
        act(REGISTRAR, id, "registration/return", Map.of("defects", List.of()))
                .then()
                .statusCode(422);
        act(REGISTRAR, id, "registration/return", Map.of("defects", List.of("PAPER_MISSING", "SEAL_MISSING")))
                .then()
                .statusCode(200)
                .body("decision", equalTo("RETURNED"))
                .body("defects.code", contains("PAPER_MISSING", "SEAL_MISSING"));
        assertEquals("NOTIFIED", status(id));
        act(REGISTRAR, id, "registration/acceptance", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("not-filed"));
        filed(id);
        act(REGISTRAR, id, "registration/acceptance", Map.of("remark", "予以备案"))
                .then()
                .statusCode(200);
        as(HANDLER).get(CASES + id + "/registration").then().body("", hasSize(2));
        assertEquals("REGISTERED", status(id));
    }

    @Test
    void onlyTheHandlerFilesAndOnlyTheRegistrarOfTheLevelRegisters() {
        var id = unpublished();
        for (var login : List.of("applicant.330922", "decider.330922", REGISTRAR, "inspector.330900")) {
            act(login, id, "registration", Map.of("materials", "认定书")).then().statusCode(403);
        }
        filed(id);
        for (var login : List.of("applicant.330922", "decider.330922", HANDLER, "inspector.330900")) {
            act(login, id, "registration/acceptance", Map.of()).then().statusCode(403);
            act(login, id, "registration/return", Map.of("defects", List.of("DATE_WRONG")))
                    .then()
                    .statusCode(403);
        }
        as("registrar.330900")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(Map.of())
                .post(CASES + id + "/registration/acceptance")
                .then()
                .statusCode(404);
    }

    @Test
    void nothingIsArchivedWithGapsUnlessEachIsExplained() {
        var id = unpublished();
        act(HANDLER, id, "archive", Map.of()).then().statusCode(409).body("code", equalTo("wrong-status"));
        as(HANDLER)
                .get(CASES + id + "/archive/check")
                .then()
                .statusCode(200)
                .body("complete", equalTo(false))
                .body("missing.code", hasItem("not-registered"))
                .body("missing.code", hasItem("no-material"))
                .body("retention", equalTo("PERMANENT"));
        filed(id);
        act(REGISTRAR, id, "registration/acceptance", Map.of()).then().statusCode(200);
        act(HANDLER, id, "archive", Map.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("record-incomplete"))
                .body("violations.code", hasItem("no-material"));
        var gaps = as(HANDLER)
                .get(CASES + id + "/archive/check")
                .then()
                .extract()
                .jsonPath()
                .<Map<String, String>>getList("missing")
                .stream()
                .map(gap -> Decided.explained(gap, "当事人和单位均无书面材料可以提交"))
                .toList();
        act(HANDLER, id, "archive", Map.of("explained", gaps, "retention", "TEN_YEARS"))
                .then()
                .statusCode(422)
                .body("violations.code", contains("shorter-without-remark"));
        for (var login : List.of("applicant.330922", "decider.330922", REGISTRAR, "inspector.330900")) {
            act(login, id, "archive", Map.of("explained", gaps)).then().statusCode(403);
        }
        act(HANDLER, id, "archive", Map.of("explained", gaps))
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("retention", equalTo("PERMANENT"))
                .body("explained", hasSize(gaps.size()));
        var entries = Office.entries(id);
        assertEquals("case-archived", entries.get(entries.size() - 1));
        as("applicant.330922").get(CASES + id + "/archive/check").then().statusCode(403);
    }
}
