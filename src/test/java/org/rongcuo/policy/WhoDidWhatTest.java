package org.rongcuo.policy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;

/** Who wrote, submitted, approved and repealed is told by name to those who are logged in, and to nobody else. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class WhoDidWhatTest {
    private final Persons persons;
    private final EntityManager entityManager;

    WhoDidWhatTest(Persons persons, EntityManager entityManager) {
        this.persons = persons;
        this.entityManager = entityManager;
    }

    @Test
    void aVersionNamesItsAuthorItsSubmitterAndItsApprover() {
        var book = Desk.book();
        var version = Desk.approved(book, TestBook.saying("免责"), Desk.today().plusDays(1));
        Office.as(Desk.EDITOR)
                .get(version)
                .then()
                .statusCode(200)
                .body("author.id", equalTo(Office.person(Desk.EDITOR)))
                .body("author.name", equalTo("演示·舟山政策人员甲"))
                .body("submittedBy.name", equalTo("演示·舟山政策人员甲"))
                .body("approvedBy.id", equalTo(Office.person(Desk.APPROVER)))
                .body("approvedBy.name", equalTo("演示·舟山政策审批人甲"));
        Office.as(Desk.EDITOR)
                .get(PolicyDraftTest.versions(book))
                .then()
                .body("items.approvedBy.name", contains("演示·舟山政策审批人甲"));
        Office.anonymous()
                .get(version)
                .then()
                .statusCode(200)
                .body("number", equalTo(1))
                .body("author", nullValue())
                .body("submittedBy", nullValue())
                .body("approvedBy", nullValue());
    }

    @Test
    void whatTheProductShippedHasNoAuthor() {
        Office.as("policy-editor.330922")
                .get("/api/v1/policies/330922/tolerance/versions/1")
                .then()
                .statusCode(200)
                .body("author", nullValue())
                .body("approvedBy", nullValue());
    }

    @Test
    void aRepealNamesWhoDecidedItAndWhoTookItBack() {
        var book = Desk.book();
        Desk.imported(book, TestBook.saying("免责"), Desk.today().minusYears(1));
        var address = "/api/v1/policies/" + book;
        deed(
                address,
                "/repeals",
                Map.of("effectiveFrom", Desk.today().plusDays(3).toString(), "reasons", "上位法已有规定"));
        deed(address, "/repeals/withdrawal", Map.of("reasons", "上位法推迟施行"));
        Office.as(Desk.EDITOR)
                .get(address + "/repeals")
                .then()
                .statusCode(200)
                .body("[0].decidedBy.name", equalTo("演示·舟山政策审批人甲"))
                .body("[0].withdrawnBy.id", equalTo(Office.person(Desk.APPROVER)));
        Office.anonymous()
                .get(address + "/repeals")
                .then()
                .statusCode(200)
                .body("[0].reasons", equalTo("上位法已有规定"))
                .body("[0].decidedBy", nullValue())
                .body("[0].withdrawnBy", nullValue());
    }

    @Test
    @ActivateRequestContext
    void manyPersonsAreNamedInOneQuery() {
        var known = Stream.of("handler.330922", "handler.330922-2", "decider.330922", "inspector.330900")
                .map(login -> UUID.fromString(Office.person(login)))
                .toList();
        var statistics = entityManager
                .getEntityManagerFactory()
                .unwrap(SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            var before = statistics.getPrepareStatementCount();
            var named = persons.refs(Stream.concat(known.stream(), Stream.of(null, known.get(0), UUID.randomUUID())));
            assertEquals(1, statistics.getPrepareStatementCount() - before);
            assertEquals(4, named.size());
            assertEquals(new PersonRef(known.get(2), "演示·嵊泗认定机关人员甲"), named.get(known.get(2)));
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private static void deed(String book, String act, Object body) {
        Office.as(Desk.APPROVER)
                .header("If-Match", Desk.etag(book))
                .contentType(ContentType.JSON)
                .body(body)
                .post(book + act)
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
    }
}
