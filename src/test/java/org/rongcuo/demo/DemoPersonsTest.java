package org.rongcuo.demo;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** The login page of the demo offers its persons to choose from. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class DemoPersonsTest {
    @Test
    void everyoneIsOfferedOnceWithWhatALoginTakes() {
        var offers = offers("zh-CN");
        List<String> logins = offers.getList("login");
        assertEquals(logins.size(), logins.stream().distinct().count(), "nobody twice");
        RestAssured.given()
                .get("/demo/persons")
                .then()
                .body("organ", everyItem(notNullValue()))
                .body("find { it.login == 'policy-editor.330922' }.name", equalTo("演示·嵊泗政策人员甲"))
                .body("find { it.login == 'policy-editor.330922' }.jurisdictionName", equalTo("嵊泗县"))
                .body("find { it.login == 'policy-editor.330922' }.roles", hasSize(1))
                .body("find { it.login == 'policy-editor.330922' }.roles[0].code", equalTo("POLICY_EDITOR"))
                .body("find { it.login == 'policy-editor.330922' }.roles[0].label", equalTo("政策人员"));
        for (var login : List.of("applicant.330922", "inspector.330900-2", "administrator.000000")) {
            assertTrue(logins.contains(login), login);
            Office.as(login).get("/api/v1/me").then().statusCode(200);
            assertEquals("rongcuo", offers.getString("find { it.login == '" + login + "' }.password"));
        }
    }

    @Test
    void theCountyComesFirstThenTheRolesInTheirOrderThenTheSecondPersons() {
        List<String> logins = offers("zh").getList("login");
        var wanted = List.of(
                "applicant.330922",
                "applicant.330922-2",
                "handler.330922",
                "policy-editor.330922",
                "applicant.330900",
                "policy-approver.330900",
                "administrator.330900-2",
                "policy-editor.000000");
        assertEquals(wanted, logins.stream().filter(wanted::contains).toList());
    }

    @Test
    void inEnglishTheLabelsAreEnglish() {
        assertEquals(
                "policy approver",
                offers("en").getString("find { it.login == 'policy-approver.330922' }.roles[0].label"));
    }

    private static JsonPath offers(String language) {
        return RestAssured.given()
                .header("Accept-Language", language)
                .get("/demo/persons")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
