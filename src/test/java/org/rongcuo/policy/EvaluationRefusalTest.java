package org.rongcuo.policy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.rongcuo.policy.EvaluationTest.evaluate;
import static org.rongcuo.policy.EvaluationTest.facts;
import static org.rongcuo.policy.EvaluationTest.matter;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rongcuo.PostgreSQL;

/** What {@code POST /evaluations} refuses, all that is wrong at once. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class EvaluationRefusalTest {
    @Test
    void everythingWrongWithTheRequestIsToldAtOnce() {
        evaluate(Map.of("field", "重大项目建设", "subjectStatus", "EMPEROR", "conduct", Map.of("to", "tomorrow")))
                .statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "violations.pointer",
                        hasItems("/jurisdiction", "/facts", "/subjectStatus", "/conduct/to", "/conduct/from"));
        var matter = matter("2026-03-01", "2026-02-01", "2026-01-01", null);
        matter.put("jurisdiction", "999999");
        matter.put("field", "没有的领域");
        evaluate(matter)
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/jurisdiction", "/field", "/conduct/to", "/decidedOn"))
                .body(
                        "violations.code",
                        containsInAnyOrder("jurisdiction-unknown", "field-unknown", "before-start", "before-conduct"));
        matter.put("jurisdiction", "330922\0");
        evaluate(matter).statusCode(422).body("violations.pointer", hasItem("/jurisdiction"));
        evaluate("[]").statusCode(422);
        evaluate("{").statusCode(400);
        evaluate("").statusCode(422);
    }

    @Test
    void everyAnswerThatDoesNotFitIsToldAtOnce() {
        var matter = matter("2026-03-01", "2026-04-15", "2026-11-24", "PARTY_MEMBER");
        var facts = facts(matter);
        facts.put("weather", "晴");
        facts.put("a/b~c", 1);
        facts.put("privateGain", "也许");
        facts.put("process", null);
        facts.put("loss", "五万");
        facts.put("fraud", "否");
        facts.put("motivation", 3);
        facts.put("harm", List.of("轻微"));
        facts.put("diligence", Map.of("value", "勤勉尽责"));
        evaluate(matter)
                .statusCode(422)
                .body("code", equalTo("invalid"))
                .body("violations", hasSize(9))
                .body("violations.find { it.pointer == '/facts/weather' }.code", equalTo("item-unknown"))
                .body("violations.find { it.pointer == '/facts/a~1b~0c' }.code", equalTo("item-unknown"))
                .body("violations.find { it.pointer == '/facts/privateGain' }.code", equalTo("outside-allowed-values"))
                .body("violations.find { it.pointer == '/facts/privateGain' }.message", containsString("为个人"))
                .body("violations.find { it.pointer == '/facts/process' }.code", equalTo("answer-missing"))
                .body("violations.find { it.pointer == '/facts/loss' }.code", equalTo("wrong-type"))
                .body("violations.find { it.pointer == '/facts/fraud' }.code", equalTo("wrong-type"))
                .body("violations.find { it.pointer == '/facts/motivation' }.code", equalTo("wrong-type"))
                .body("violations.find { it.pointer == '/facts/harm' }.code", equalTo("wrong-type"))
                .body("violations.find { it.pointer == '/facts/diligence' }.code", equalTo("wrong-type"));
    }

    @Test
    void absurdFactsAreRefusedAndNeverAServerError() {
        var head = "{\"jurisdiction\":\"330922\",\"conduct\":{\"from\":\"2026-03-01\"},\"facts\":";
        evaluate(head + "{\"loss\":1e999999999}}").statusCode(422);
        evaluate(head + "{\"loss\":-1e-999999999}}").statusCode(422);
        evaluate(head + "{\"loss\":" + "9".repeat(5000) + "}}").statusCode(anyClientError());
        evaluate(head + "{\"loss\":NaN}}").statusCode(anyClientError());
        evaluate(head + "{\"harm\":" + "[".repeat(5000) + "]".repeat(5000) + "}}")
                .statusCode(anyClientError());
        evaluate(head + "{\"harm\":\"\\ud800\"}}").statusCode(anyClientError());
        evaluate(head + "[]}").statusCode(422);
        evaluate(head + "null}").statusCode(422);
        var many = new StringBuilder(head).append("{\"i0\":0");
        for (int n = 1; n <= 500; n++) {
            many.append(",\"i").append(n).append("\":0");
        }
        evaluate(many.append("}}").toString()).statusCode(422).body("violations.code", contains("size"));
        evaluate(head + "{\"harm\":\"" + "x".repeat(1024 * 1024) + "\"}}")
                .statusCode(413)
                .contentType("application/problem+json");
    }

    private static org.hamcrest.Matcher<Integer> anyClientError() {
        return org.hamcrest.Matchers.allOf(
                org.hamcrest.Matchers.greaterThanOrEqualTo(400), org.hamcrest.Matchers.lessThan(500));
    }
}
