package org.rongcuo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rongcuo.Office.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.cases.Decided;
import org.rongcuo.demo.DemoClock;
import org.rongcuo.publication.Notices;

/** The list of acts asks for what is the same for all acts once, not once for each of them. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class ActsListedTest {
    /** Of them four are the login's; what features ask of their own records comes on top of who one is. */
    private static final int MOST = 42;

    @Inject
    EntityManagerFactory entityManagers;

    @Inject
    DemoClock clock;

    private final Map<String, Long> tooMany = new TreeMap<>();

    @Test
    void itTakesFewStatementsWhereverTheCaseStandsAndWhoeverAsks() {
        clock.set(Duration.ZERO);
        count("VERIFYING", Office.aCaseUnderVerification("330922"));
        var id = Decided.exempt().fact("publicConcern", "社会关注").notified();
        count("NOTIFIED", id);
        clock.set(Notices.REVIEW_OVER);
        Notices.published(id);
        count("PUBLICISED", id);
        assertEquals(Map.of(), tooMany, "more than " + MOST);
    }

    private void count(String status, String id) {
        for (var login : new String[] {"handler.330922", "decider.330922", "applicant.330922", "inspector.330900"}) {
            assertEquals(
                    status,
                    as(login).get("/api/v1/cases/" + id).then().extract().path("status"));
            var statements = statements(login, id);
            if (statements > MOST) {
                tooMany.put(status + " " + login, statements);
            }
        }
    }

    /** Jobs of the product may ask something meanwhile; not every time. */
    private long statements(String login, String id) {
        var statistics = entityManagers.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            var least = Long.MAX_VALUE;
            for (int round = 0; round < 3; round++) {
                statistics.clear();
                as(login).get("/api/v1/cases/" + id + "/acts").then().statusCode(200);
                least = Math.min(least, statistics.getPrepareStatementCount());
            }
            return least;
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }
}
