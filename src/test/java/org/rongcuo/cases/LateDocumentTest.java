package org.rongcuo.cases;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.Office.entries;
import static org.rongcuo.Office.subjects;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.DECIDER;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.cases.Situations.feedback;
import static org.rongcuo.cases.Situations.notified;
import static org.rongcuo.cases.Situations.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongcuo.PostgreSQL;

/** On a settled case administrative acts are allowed and logged, substantive ones are a new case's (domain.md). */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class LateDocumentTest {
    private static Response late(String login, String id) {
        return as(login)
                .multiPart("title", "receipt")
                .multiPart("file", "receipt.txt", "回执".getBytes(StandardCharsets.UTF_8))
                .post(CASES + id + "/late-documents");
    }

    private static String at(String status) throws SQLException {
        var id = notified();
        try (var connection = PostgreSQL.superuser();
                var update = connection.prepareStatement("update case_file set status = ? where id = ?::uuid")) {
            update.setString(1, status);
            update.setString(2, id);
            assertEquals(1, update.executeUpdate());
        }
        return id;
    }

    @Test
    void theOfficeAddsDocumentsToASettledCaseAndTheyShowAsLate() throws SQLException {
        for (var status : List.of("REGISTERED", "CLOSED")) {
            var id = at(status);
            var before = entries(id).size();
            late(HANDLER, id).then().statusCode(201).body("late", equalTo(true));
            assertEquals("document-added", entries(id).get(before));
            assertEquals(before + 1, entries(id).size(), "one act, one entry");
            for (var login : List.of(APPLICANT, DECIDER)) {
                late(login, id).then().statusCode(403);
            }
            as(DECIDER).get(CASES + id + "/documents").then().body("late", contains(true));
        }
        late(HANDLER, notified()).then().statusCode(409).body("code", equalTo("wrong-status"));
    }

    @Test
    void whatTouchesTheSubstanceIsRefusedWithTheWayToANewCase() throws SQLException {
        var id = at("CLOSED");
        upload(HANDLER, id, "材料", "a.txt", "材料".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(409)
                .body("code", equalTo("case-closed"));
        act(HANDLER, id, "feedback", feedback(subjects(id).get(0)))
                .then()
                .statusCode(409)
                .body("code", equalTo("case-closed"))
                .body("detail", containsString("另立新案"));
    }
}
