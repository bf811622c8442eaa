package org.rongcuo.procedure;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The years of the working calendar as the API gives and takes them. */
@QuarkusTest
class CalendarTest {
    @Inject
    Calendars calendars;

    @Test
    void theYearsShippedAreThereForEverybody() {
        given().get("/api/v1/calendars").then().statusCode(200).body("$", hasItems(2025, 2026));
        given().get("/api/v1/calendars/2026")
                .then()
                .statusCode(200)
                .body("holidays[1].name", equalTo("春节"))
                .body("holidays[1].to", equalTo("2026-02-23"))
                .body("recordedBy", nullValue());
        given().get("/api/v1/calendars/2033").then().statusCode(404);
    }

    @Test
    void whatAnAdministratorOfTheNationUploadsIsReckonedWithAtOnce() {
        var saturday = LocalDate.of(2028, 1, 8);
        assertFalse(works(saturday));

        upload("administrator.000000", 2028, "2028-01-01", "2028-01-03", "2028-01-08")
                .statusCode(200)
                .body("recordedBy.name", notNullValue());
        assertTrue(works(saturday));

        upload("administrator.000000", 2028, "2028-01-01", "2028-01-03", "2028-01-09")
                .statusCode(200);
        assertFalse(works(saturday), "uploaded anew");
    }

    @Test
    void aYearThatContradictsItselfIsRefusedAndNothingKept() {
        upload("administrator.000000", 2029, "2029-01-01", "2029-01-03", "2029-01-02")
                .statusCode(422)
                .body("violations.pointer", contains("/worked/0"));
        given().get("/api/v1/calendars/2029").then().statusCode(404);
    }

    @Test
    void theCalendarIsTheNationsNotACitys() {
        upload("administrator.330900", 2030, "2030-01-01", "2030-01-01", "2030-01-05")
                .statusCode(403);
    }

    private boolean works(LocalDate day) {
        return QuarkusTransaction.requiringNew().call(() -> calendars.current().isWorking(day));
    }

    private static ValidatableResponse upload(String login, int year, String from, String to, String worked) {
        return given().auth()
                .preemptive()
                .basic(login, "rongcuo")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "source",
                        "示例通知",
                        "holidays",
                        List.of(Map.of("name", "元旦", "from", from, "to", to)),
                        "worked",
                        List.of(worked)))
                .put("/api/v1/calendars/" + year)
                .then();
    }
}
