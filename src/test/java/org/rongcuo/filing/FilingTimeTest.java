package org.rongcuo.filing;

import static org.hamcrest.Matchers.equalTo;
import static org.rongcuo.PriorFilings.APPLICANT;
import static org.rongcuo.PriorFilings.HANDLER;
import static org.rongcuo.PriorFilings.content;
import static org.rongcuo.PriorFilings.draft;
import static org.rongcuo.PriorFilings.exemption;
import static org.rongcuo.PriorFilings.feedback;
import static org.rongcuo.PriorFilings.minutes;
import static org.rongcuo.PriorFilings.note;
import static org.rongcuo.PriorFilings.submit;
import static org.rongcuo.PriorFilings.write;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.SetsTheClockRight;
import org.rongcuo.demo.DemoClock;
import org.rongcuo.shared.Clocks;

/** When a filing counts as made: at the submission that was accepted, by the ledger's own time. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class FilingTimeTest {
    @Inject
    DemoClock clock;

    private final LocalDate today = LocalDate.now(Clocks.SHANGHAI);

    private static void proved(String id, String filing, boolean beforeTheAct) {
        note(HANDLER, id, "filing-invocations", Map.of("filing", filing))
                .then()
                .statusCode(201)
                .body("results[0].checks.find { it.point == 'BEFORE_THE_ACT' }.met", equalTo(beforeTheAct));
    }

    @Test
    void aSubmissionThatWasReturnedDoesNotCountButTheOneThatWasAccepted() {
        var filing = draft(today.plusDays(1), today.plusDays(60));
        var content = content(today.plusDays(1), today.plusDays(60), minutes(filing));
        write(APPLICANT, filing, content).then().statusCode(200);
        submit(APPLICANT, filing).then().statusCode(200);
        feedback(HANDLER, filing, "RETURNED").then().statusCode(200);
        Office.on(clock, today.plusDays(10));
        submit(APPLICANT, filing).then().statusCode(200);
        feedback(HANDLER, filing, "ACCEPTED").then().statusCode(200);
        Office.on(clock, today.plusDays(20));
        // Between the first submission and the second.
        proved(exemption(today.plusDays(8), today.plusDays(9), null), filing, false);
        // On the very day of the second, and on the day after it.
        proved(exemption(today.plusDays(10), today.plusDays(12), null), filing, false);
        proved(exemption(today.plusDays(11), today.plusDays(12), null), filing, true);
    }
}
