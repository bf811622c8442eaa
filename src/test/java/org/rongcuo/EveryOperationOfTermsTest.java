package org.rongcuo;

import static org.hamcrest.Matchers.equalTo;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.demo.DemoClock;
import org.rongcuo.shared.Clocks;

/** Calls every operation on the terms of a case once; the contract's examples are recorded from these calls. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class EveryOperationOfTermsTest {
    private static final String HANDLER = "handler.330922";
    private static final String DECIDER = "decider.330922";

    @Inject
    DemoClock demoClock;

    @Test
    void aCaseIsExtendedDeferredLeftUnresolvedAndReopened() {
        var id = Office.aCaseUnderVerification("330922");
        get(HANDLER, "/api/v1/tasks/summary");
        act(HANDLER, id, "extensions", Map.of("step", "VERIFICATION", "reasons", "须赴外岛调取设备采购资料"))
                .then()
                .statusCode(200);
        act(HANDLER, id, "deferrals", Map.of("reasons", "供货方负责人在境外,设备选型的经过暂难查清"))
                .then()
                .statusCode(201);
        act(HANDLER, id, "deferrals/resumption", Map.of("reasons", "供货方负责人已回国,可以谈话"))
                .then()
                .statusCode(200);
        get(HANDLER, "/api/v1/cases/" + id + "/deadlines");
        get(HANDLER, "/api/v1/cases/" + id + "/deferrals");
    }

    @Test
    void anUnresolvedCaseIsReopened() {
        var id = Office.aCaseUnderVerification("330922");
        act(HANDLER, id, "deferrals", Map.of("reasons", "关键证人出境,事实暂难查清")).then().statusCode(201);
        String until = act(HANDLER, id, "deferrals/renewal", Map.of("reasons", "证人仍未回国"))
                .then()
                .statusCode(200)
                .extract()
                .path("reverifyOn");
        demoClock.set(Duration.ofDays(LocalDate.parse(until).toEpochDay()
                - LocalDate.now(Clocks.SHANGHAI).toEpochDay()));
        act(DECIDER, id, "deferrals/termination", Map.of("reasons", "续期用尽,事实仍无法查清"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("UNRESOLVED"));
        String evidence = as(HANDLER)
                .multiPart(new MultiPartSpecBuilder("证人证言")
                        .controlName("title")
                        .charset(StandardCharsets.UTF_8)
                        .build())
                .multiPart("file", "testimony.txt", "证人证言".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/cases/" + id + "/documents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        act(HANDLER, id, "reopening", Map.of("reasons", "证人已回国作证", "evidence", List.of(evidence)))
                .then()
                .statusCode(200)
                .body("status", equalTo("VERIFYING"));
    }

    private static void get(String login, String path) {
        as(login).get(path).then().statusCode(200);
    }
}
