package org.rongcuo.cases;

import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.DECIDER;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.cases.Situations.done;

import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rongcuo.Office;

/** Cases of 嵊泗 whose subjects have all been determined and told, for the features that follow. */
public final class Decided {
    private final Map<String, Object> facts = new HashMap<>(Office.exemptFacts());
    private final Map<String, String> outcomes = new LinkedHashMap<>();
    private String level = "INTERNAL";
    private String complexity = "ORDINARY";
    private boolean departs;

    private Decided() {}

    /** One party member, the applicant, exempt; known in the unit alone. */
    public static Decided exempt() {
        return new Decided().subject(APPLICANT, "EXEMPT");
    }

    /** Nobody yet. */
    public static Decided of() {
        return new Decided();
    }

    /** What the checklist is answered with, in place of what the books would exempt. */
    public Decided fact(String item, Object value) {
        facts.put(item, value);
        return this;
    }

    public Decided level(String confidentiality) {
        level = confidentiality;
        return this;
    }

    /** How intricate the handler finds it when accepting. */
    public Decided complexity(String found) {
        complexity = found;
        return this;
    }

    /** The outcomes are not those that the books recommend. */
    public Decided departing() {
        departs = true;
        return this;
    }

    /** A subject who is a party member, with the outcome. */
    public Decided subject(String login, String outcome) {
        outcomes.put(login, outcome);
        return this;
    }

    /** The case's id: it is NOTIFIED. */
    public String notified() {
        List<Object> subjects = new ArrayList<>();
        outcomes.keySet().forEach(login -> subjects.add(Situations.subject(login, "PARTY_MEMBER")));
        var body = Situations.opening(subjects.toArray());
        var particulars = Situations.particulars();
        particulars.put("level", level);
        body.put("particulars", particulars);
        var id = Situations.opened(APPLICANT, body);
        done(act(APPLICANT, id, "application", Map.of("statement", "申请容错免责")));
        done(act(HANDLER, id, "acceptance", Map.of("accepted", true, "complexity", complexity)));
        determined(id);
        return id;
    }

    /** Verified, determined and told, from VERIFYING on; also in a further round. */
    public void determined(String id) {
        Map<String, String> subjects = new LinkedHashMap<>();
        var listed = as(HANDLER).get(Situations.CASES + id).then().extract().jsonPath();
        for (var login : outcomes.keySet()) {
            subjects.put(login, listed.getString("subjects.find { it.person == '" + Office.person(login) + "' }.id"));
        }
        Map<String, String> evaluations = new HashMap<>();
        subjects.values().forEach(subject -> {
            done(Office.answer(HANDLER, id, subject, facts));
            evaluations.put(subject, Office.evaluate(HANDLER, id, subject).getString("id"));
        });
        verified(id, subjects);
        subjects.forEach((login, subject) -> {
            var outcome = outcomes.get(login);
            var body = Office.determination(subject, evaluations.get(subject), outcome);
            if (departs || outcome.equals("NOT_TOLERABLE")) {
                body.put("departureReasons", "另有查实的情形");
            }
            done(Situations.determine(DECIDER, id, body));
        });
        subjects.values().forEach(subject -> done(act(HANDLER, id, "feedback", Situations.feedback(subject))));
    }

    private static void verified(String id, Map<String, String> subjects) {
        var second = "handler.330922-2";
        var investigators = List.of(Office.person(HANDLER), Office.person(second));
        as(HANDLER)
                .header("If-Match", Office.etag(HANDLER, id))
                .contentType(ContentType.JSON)
                .body(Map.of("persons", investigators))
                .put(Situations.CASES + id + "/investigators")
                .then()
                .statusCode(200);
        List<Object> findings = new ArrayList<>();
        subjects.forEach((login, subject) -> {
            done(act(login, id, "statements", Map.of("subject", subject, "text", "事前经集体研究,事后主动挽回。")));
            findings.add(Map.of("subject", subject, "facts", "经查,属先行先试。", "opinion", "建议按表格办理。"));
        });
        done(act(HANDLER, id, "verification", Map.of("findings", findings, "signers", investigators)));
    }

    /** A document of the case, so that its record is not empty. */
    public static String document(String id) {
        return Situations.document(HANDLER, id);
    }

    /** Why something that the check of the archive names is missing. @param gap as the check answers it */
    public static Map<String, String> explained(Map<String, String> gap, String reasons) {
        Map<String, String> explained = new HashMap<>(Map.of("reasons", reasons));
        for (var key : List.of("step", "code", "about")) {
            if (gap.get(key) != null) {
                explained.put(key, gap.get(key));
            }
        }
        return explained;
    }
}
