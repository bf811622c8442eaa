package org.rongcuo.consultation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.rongcuo.Office.as;
import static org.rongcuo.consultation.Zone.CASES;
import static org.rongcuo.consultation.Zone.GROUPS;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** Coordination groups are kept by administrators of their place, version by version. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class GroupTest {
    private static Response establish(String login, String place, Map<String, Object> content) {
        return as(login)
                .contentType(ContentType.JSON)
                .body(Map.of("jurisdiction", place, "content", content))
                .post(GROUPS);
    }

    private static Response revise(String login, Zone zone, Map<String, Object> content) {
        var etag = as(login).get(GROUPS + "/" + zone.group).header("ETag");
        return as(login)
                .header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body(content)
                .put(GROUPS + "/" + zone.group);
    }

    @Test
    void onlyAdministratorsOfThePlaceEstablishAndRevise() {
        var zone = Zone.founded();
        for (var login : List.of(zone.lead, zone.handler, "organisation.330922")) {
            establish(login, zone.code, zone.content()).then().statusCode(403);
            revise(login, zone, zone.content()).then().statusCode(403);
        }
        establish("administrator.330922", "330900", zone.content()).then().statusCode(403);
        as(zone.handler)
                .get(GROUPS + "?jurisdiction=" + zone.code)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].members", hasSize(5))
                .body("items[0].quorum", equalTo("MORE_THAN_HALF"))
                .body("items[0].coLeads", equalTo(1));
    }

    @Test
    void aGroupHasBothCoLeadsAndCoordinatorsOnly() {
        var zone = Zone.founded();
        var content = zone.content();
        content.put(
                "members",
                List.of(
                        Zone.member(zone.lead, "CO_LEAD_ORGANISATION"),
                        Zone.member(zone.lead, "MEMBER"),
                        Zone.member(zone.handler, "MEMBER")));
        establish("administrator.000000", zone.code, content)
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("organ-of-another-kind"))
                .body("violations.code", hasItem("member-twice"))
                .body("violations.code", hasItem("no-coordinator"))
                .body("violations.code", hasItem("co-lead-missing"));
    }

    @Test
    void aRevisionIsAVersionAndOpensTheCasesToTheNewMembers() {
        var zone = Zone.founded();
        var id = zone.answered();
        zone.referred(id);
        var newcomer = Office.newcomer(Office.organ(zone.code, "AUDIT"), "COORDINATOR");
        as(newcomer).get(CASES + id).then().statusCode(404);
        var content = zone.content();
        List<Object> members = new ArrayList<>((List<?>) content.get("members"));
        members.remove(4);
        members.add(Zone.member(newcomer, "MEMBER"));
        content.put("members", members);
        content.put("reasons", "人员调整");
        revise("administrator.000000", zone, content)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("reasons", equalTo("人员调整"));
        as(newcomer).get(CASES + id).then().statusCode(200);
        as(zone.members.get(2)).get(CASES + id).then().statusCode(404);
        as(zone.handler)
                .get(GROUPS + "/" + zone.group + "/versions")
                .then()
                .statusCode(200)
                .body("version", equalTo(List.of(2, 1)));
        // The administrator keeps the group and sees no case by that.
        as("administrator.000000").get(CASES + id).then().statusCode(404);
        as("administrator.000000")
                .get(GROUPS + "/" + zone.group + "/agenda")
                .then()
                .statusCode(403);
        as("administrator.000000")
                .header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body(zone.content())
                .put(GROUPS + "/" + zone.group)
                .then()
                .statusCode(412);
        Office.anonymous().get(GROUPS).then().statusCode(401);
    }
}
