package org.rongcuo.determination;

import static org.rongcuo.Office.INSPECTOR;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.answer;
import static org.rongcuo.Office.as;
import static org.rongcuo.Office.subjects;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.DECIDER;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.cases.Situations.determine;
import static org.rongcuo.cases.Situations.done;
import static org.rongcuo.cases.Situations.feedback;
import static org.rongcuo.cases.Situations.today;

import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.cases.Situations;

/** Cases of 嵊泗 after their determination: told, reviewed, verified anew. */
final class Outcomes {
    static final String REVIEWER = "decider.330922-2";

    private Outcomes() {}

    /** A determination of a subject on its latest evaluation, that mitigates against the table's advice to exempt. */
    static Map<String, Object> mitigation(String id, String subject, String step) {
        var body = Office.determination(
                subject, Office.evaluate(HANDLER, id, subject).getString("id"), "MITIGATE");
        body.put("ladderStep", step);
        body.put("departureReasons", "设备选型确有疏忽");
        return body;
    }

    /** A case whose one subject is determined with the outcome MITIGATE, and told. */
    static String mitigated() {
        var id = Situations.answered();
        var subject = subjects(id).get(0);
        done(determine(DECIDER, id, mitigation(id, subject, "MITIGATED")));
        done(act(HANDLER, id, "feedback", feedback(subject)));
        return id;
    }

    /** A case whose subjects, determined with the outcome MITIGATE, are told. */
    static String mitigated(Object... parties) {
        var id = Situations.verifying(parties);
        for (var subject : subjects(id)) {
            done(answer(HANDLER, id, subject, Office.exemptFacts()));
        }
        for (var subject : subjects(id)) {
            done(determine(DECIDER, id, mitigation(id, subject, "MITIGATED")));
        }
        for (var subject : subjects(id)) {
            done(act(HANDLER, id, "feedback", feedback(subject)));
        }
        return id;
    }

    /** The subject's determination that stands. */
    static String standing(String id, String subject) {
        return as(INSPECTOR)
                .get(CASES + id + "/determinations")
                .path("find { it.standing && it.subject == '" + subject + "' }.id");
    }

    static String onlyStanding(String id) {
        return standing(id, subjects(id).get(0));
    }

    static Response reviewAsked(String login, String id, String determination) {
        return act(
                login,
                id,
                "internal-reviews",
                determination == null
                        ? Map.of("grounds", "不予受理的理由不成立")
                        : Map.of("determination", determination, "grounds", "认定未考虑集体决策"));
    }

    /** A case under review, asked for by its applicant, who is its subject. */
    static String underReview() {
        var id = mitigated();
        done(reviewAsked(APPLICANT, id, onlyStanding(id)));
        return id;
    }

    static String review(String id) {
        return as(INSPECTOR).get(CASES + id + "/internal-reviews").path("reviews[-1].id");
    }

    static Map<String, Object> decision(String result) {
        Map<String, Object> body = new HashMap<>();
        body.put("result", result);
        body.put("meeting", Map.of("title", "县纪委复议会议", "heldOn", today().toString()));
        body.put("reasons", "经复核,集体决策程序完备");
        return body;
    }

    static Response decided(String login, String id, String review, Map<String, Object> body) {
        return act(login, id, "internal-reviews/" + review + "/decision", body);
    }

    static Response waived(String login, String id, String determination) {
        return act(login, id, "internal-reviews/waivers", Map.of("determination", determination));
    }

    static String refused() {
        var id = Office.anApplication("330922");
        done(act(HANDLER, id, "acceptance", Map.of("accepted", false, "reasons", "不属于容错事项")));
        return id;
    }

    /** What an objection upheld does: the case is verified anew, in another round. */
    static void anotherRound(String id) throws SQLException {
        try (var connection = PostgreSQL.superuser();
                var statement = connection.createStatement()) {
            statement.execute("update case_file set status = 'VERIFYING', round = round + 1,"
                    + " state_version = state_version + 1 where id = '" + id + "'");
        }
    }

    static Map<String, Object> receipt() {
        return Map.of("receivedBy", "演示·申请人", "receivedOn", today().toString());
    }

    static List<String> effects(Response determination) {
        return new ArrayList<>(determination.jsonPath().<String>getList("effects.effect"));
    }
}
