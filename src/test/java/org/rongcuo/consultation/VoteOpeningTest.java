package org.rongcuo.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rongcuo.Office.INSPECTOR;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.consultation.Zone.CASES;
import static org.rongcuo.consultation.Zone.MEETINGS;
import static org.rongcuo.consultation.Zone.done;
import static org.rongcuo.consultation.Zone.vote;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** Who reads what the members voted is in the ledger of the case, once for what was read. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class VoteOpeningTest {

    private static void read(String login, String meeting, boolean opened) {
        as(login)
                .get(MEETINGS + "/" + meeting + "/votes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("content")
                .forEach(content -> assertEquals(opened, content != null, login));
    }

    /** Who opened how many votes, as the ledger of the case has it. */
    private static List<String> openings(String id) {
        return as(INSPECTOR)
                .queryParam("limit", 200)
                .get(CASES + id + "/ledger")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.type.endsWith('.votes-opened') }.collect {"
                        + " it.actor.id + ' ' + it.payload.event.votes }");
    }

    @Test
    void whoOpensTheVotesIsEnteredOnceUntilMoreAreCast() {
        var zone = Zone.founded();
        var id = zone.answered();
        var subject = Office.subjects(id).get(0);
        var consultation = zone.referred(id);
        var meeting = zone.called(consultation);
        zone.attended(meeting, zone.everybody().toArray(String[]::new));
        read(zone.decider, meeting, true);
        assertEquals(List.of(), openings(id), "there was nothing to open");

        done(vote(zone.members.get(0), meeting, consultation, subject, "EXEMPT"));
        for (var login : List.of(INSPECTOR, zone.handler, zone.organisationLead, zone.members.get(0))) {
            read(login, meeting, false);
        }
        assertEquals(List.of(), openings(id), "who sees that they were cast opens none");

        var chair = Office.person(zone.lead);
        var decider = Office.person(zone.decider);
        IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> read(zone.lead, meeting, true)))
                .toList()
                .forEach(CompletableFuture::join);
        read(zone.decider, meeting, true);
        read(zone.decider, meeting, true);
        assertEquals(List.of(chair + " 1", decider + " 1"), openings(id));

        done(vote(zone.lead, meeting, consultation, subject, "EXEMPT"));
        read(zone.decider, meeting, true);
        read(zone.decider, meeting, true);
        assertEquals(List.of(chair + " 1", decider + " 1", decider + " 2"), openings(id));
    }

    @Test
    void aDeciderRecusedFromTheCaseOpensNone() {
        var zone = Zone.founded();
        var id = zone.answered();
        var consultation = zone.referred(id);
        var meeting = zone.called(consultation);
        zone.attended(meeting, zone.everybody().toArray(String[]::new));
        done(vote(
                zone.members.get(0), meeting, consultation, Office.subjects(id).get(0), "EXEMPT"));
        done(act(
                zone.decider,
                id,
                "recusals",
                Map.of("person", Office.person(zone.decider), "ground", "OTHER", "explanation", "与当事人系同学")));
        read(zone.decider, meeting, false);
        assertEquals(List.of(), openings(id));
    }
}
