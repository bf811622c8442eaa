package org.rongcuo.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.as;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.atOnce;
import static org.rongcuo.cases.Situations.opened;
import static org.rongcuo.cases.Situations.opening;
import static org.rongcuo.cases.Situations.subject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/** Case numbers under concurrency: every number once, none left out, whatever fails on the way. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class CaseNumberTest {
    private static final int MANY = 50;
    private static int places;

    /** A jurisdiction of its own with a discipline inspection organ; its numbers begin at 1. */
    private static String place() {
        var code = "33099" + (++places);
        Office.administered(
                "jurisdictions",
                Map.of(
                        "code",
                        code,
                        "nameZh",
                        "演示区" + code,
                        "nameEn",
                        "Demo",
                        "parent",
                        "330900",
                        "casePrefix",
                        "演" + places));
        Office.administered(
                "organs", Map.of("jurisdiction", code, "kind", "DISCIPLINE_INSPECTION", "name", "演示·" + code + "纪委"));
        return code;
    }

    /** Drafts of the city's applicant, who reaches the jurisdiction from above. */
    private static List<String> drafts(String place, int count) {
        List<String> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var body = opening(subject("applicant.330900", "PARTY_MEMBER"));
            body.put("jurisdiction", place);
            drafts.add(opened("applicant.330900", body));
        }
        return drafts;
    }

    /** Applies for a draft as it was opened. */
    private static Response apply(String id) {
        return as("applicant.330900")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(Map.of())
                .post(CASES + id + "/application");
    }

    /** Tries again, as a client would, while the answer says that it may. */
    static Response patiently(Callable<Response> call) throws Exception {
        for (int attempt = 1; ; attempt++) {
            var answer = call.call();
            if (!busy(answer) || attempt == 20) {
                return answer;
            }
            Thread.sleep(1000L * Integer.parseInt(answer.header("Retry-After")));
        }
    }

    private static boolean busy(Response answer) {
        return answer.statusCode() == 503
                || answer.statusCode() == 409 && answer.path("code").equals("busy");
    }

    private static List<Callable<Response>> applications(List<String> drafts) {
        return drafts.stream().map(id -> (Callable<Response>) () -> apply(id)).toList();
    }

    private static int drawn(Response response) {
        String number = response.path("number");
        return Integer.parseInt(number.replaceAll("^演\\d容〔\\d{4}〕(\\d+)号$", "$1"));
    }

    private static void assertGapless(List<Integer> numbers, int count) {
        assertEquals(
                IntStream.rangeClosed(1, count).boxed().toList(),
                numbers.stream().sorted().toList());
    }

    @Test
    void fiftyWhoApplyAtOnceGetTheNumbersOneToFifty() throws Exception {
        var answers = atOnce(applications(drafts(place(), MANY)).stream()
                .map(apply -> (Callable<Response>) () -> patiently(apply))
                .toList());
        answers.forEach(answer -> assertEquals(200, answer.statusCode(), answer.asString()));
        assertGapless(answers.stream().map(CaseNumberTest::drawn).toList(), MANY);
    }

    @Test
    void anApplicationThatFailsAfterDrawingGivesItsNumberBack() throws Exception {
        var drafts = drafts(place(), MANY);
        List<Integer> numbers = new ArrayList<>();
        List<String> again = new ArrayList<>();
        try (var connection = PostgreSQL.superuser()) {
            connection.setAutoCommit(false);
            // Five of them cannot write their ledger entry: they fail holding a number, while others wait for one.
            try (var lock = connection.prepareStatement("select 1 from ledger_chain where chain = ? for update")) {
                for (int i = 0; i < 5; i++) {
                    lock.setString(1, "case:" + drafts.get(i * 10));
                    lock.executeQuery().close();
                }
                var answers = atOnce(applications(drafts));
                for (int i = 0; i < MANY; i++) {
                    var answer = answers.get(i);
                    if (answer.statusCode() == 200) {
                        numbers.add(drawn(answer));
                    } else {
                        assertTrue(busy(answer), answer.asString());
                        assertTrue(Integer.parseInt(answer.header("Retry-After")) > 0);
                        again.add(drafts.get(i));
                    }
                }
            }
            connection.rollback();
        }
        assertTrue(again.size() >= 5, "nobody failed");
        assertGapless(numbers, numbers.size());
        for (var id : again) {
            var answer = apply(id);
            assertEquals(200, answer.statusCode(), answer.asString());
            numbers.add(drawn(answer));
        }
        assertGapless(numbers, MANY);
    }

    @Test
    void whoIsRefusedDrawsNoNumber() {
        var place = place();
        var body = opening();
        body.put("jurisdiction", place);
        assertEquals(409, apply(opened("applicant.330900", body)).statusCode());
        assertEquals(1, drawn(apply(drafts(place, 1).get(0))));
        assertEquals(2, drawn(apply(drafts(place, 1).get(0))));
    }
}
