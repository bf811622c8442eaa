package org.rongcuo.determination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.DECIDER;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.cases.Situations.answered;
import static org.rongcuo.cases.Situations.done;
import static org.rongcuo.determination.Outcomes.REVIEWER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.SetsTheClockRight;
import org.rongcuo.cases.County;
import org.rongcuo.cases.Decided;
import org.rongcuo.demo.DemoClock;
import org.rongcuo.publication.Notices;
import org.rongcuo.terms.Jobs;

/** The task of a step is that of the party whose act is the next, and of nobody else. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class StepTasksTest {
    private static final String REGISTRAR = "registrar.330922";

    @Inject
    DemoClock clock;

    /** The steps of a case that are open tasks of the person, as their subjects name them. */
    private static List<String> mine(String login, String id) {
        return as(login)
                .get("/api/v1/tasks?limit=200&state=OPEN&kind=STEP_DUE&case=" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String>getList("items.subject")
                .stream()
                .map(subject -> subject.substring(subject.indexOf(':') + 1))
                .toList();
    }

    @Test
    void theDeterminationIsTheDecidersOnceTheCaseIsReportedOn() {
        var id = answered();
        assertEquals(List.of("核实"), mine(HANDLER, id));
        assertEquals(List.of(), mine(DECIDER, id));
        Office.investigated(HANDLER, id);
        assertEquals(List.of(), mine(HANDLER, id));
        assertEquals(List.of("认定"), mine(DECIDER, id));
        assertEquals(List.of(), mine(APPLICANT, id));
        assertEquals(List.of(), mine(County.founded().decider, id), "another county's");
    }

    @Test
    void theReviewIsThatOfDecidersWhoTookNoPart() {
        var id = Outcomes.underReview();
        assertEquals(List.of("复议决定"), mine(REVIEWER, id));
        assertEquals(List.of(), mine(DECIDER, id), "who determined it");
        assertEquals(List.of(), mine(HANDLER, id));
    }

    @Test
    void theRegistrationPassesToTheRegistrarWhenFiledAndBackWhenReturned() {
        clock.set(Duration.ZERO);
        var id = Decided.exempt().notified();
        clock.set(Notices.REVIEW_OVER);
        Notices.published(id);
        clock.set(Notices.NOTICE_OVER);
        assertEquals(List.of("报备"), mine(HANDLER, id));
        assertEquals(List.of(), mine(REGISTRAR, id));
        done(act(HANDLER, id, "registration", Map.of("materials", "认定书、反馈书")));
        assertEquals(List.of(), mine(HANDLER, id));
        assertEquals(List.of("报备"), mine(REGISTRAR, id));
        assertEquals(List.of(), mine("registrar.330900", id), "of the same level");
        Jobs.tellOfDeadlines();
        done(act(REGISTRAR, id, "registration/return", Map.of("defects", List.of("SEAL_MISSING"))));
        assertEquals(List.of("报备"), mine(HANDLER, id));
        assertEquals(List.of(), mine(REGISTRAR, id));
        done(act(HANDLER, id, "registration", Map.of("materials", "认定书、反馈书")));
        done(act(REGISTRAR, id, "registration/acceptance", Map.of("remark", "予以备案")));
        assertEquals(List.of("归档"), mine(HANDLER, id));
        assertEquals(List.of(), mine(REGISTRAR, id));
    }

    @Test
    void aRecusalThatIsDemandedWaitsForADecider() {
        var id = answered();
        String recusal = as(APPLICANT)
                .contentType(ContentType.JSON)
                .body(Map.of("person", Office.person("handler.330922-2"), "ground", "WITNESS", "explanation", "系其近亲属"))
                .post(CASES + id + "/recusals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertEquals(List.of("回避决定"), mine(DECIDER, id));
        assertEquals(List.of(), mine("handler.330922-2", id), "who is demanded to keep off has no work in it");
        as(DECIDER)
                .contentType(ContentType.JSON)
                .body(Map.of("granted", false, "reasons", "经核查"))
                .post(CASES + id + "/recusals/" + recusal + "/decision")
                .then()
                .statusCode(200);
        assertEquals(List.of(), mine(DECIDER, id));
        assertEquals(List.of("核实"), mine("handler.330922-2", id));
    }
}
