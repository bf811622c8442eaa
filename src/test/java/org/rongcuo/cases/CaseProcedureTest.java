package org.rongcuo.cases;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.INSPECTOR;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.Office.subjects;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.COLLEAGUE;
import static org.rongcuo.cases.Situations.DECIDER;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.cases.Situations.done;
import static org.rongcuo.cases.Situations.today;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;

/**
 * Every act from the opening of a case to its feedback at every situation by every party, generated from
 * {@code GET /cases/{id}/acts}: what the list says is what the act answers, and an act done writes exactly one ledger
 * entry. That the acts of all features are refused where they should be is the work of {@link ActsTableTest}.
 */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class CaseProcedureTest {
    /** An act new in these tables must be told to {@link #body}. */
    private static final Set<String> TRIED = Stream.concat(
                    Stream.<Act[]>of(CaseAct.values(), StaffingAct.values(), LinkAct.values())
                            .flatMap(Arrays::stream)
                            .map(Act::noun),
                    Stream.of(
                            "investigators",
                            "statements",
                            "claim-answers",
                            "verification",
                            "determinations",
                            "feedback"))
            .collect(Collectors.toSet());

    private final List<String> faults = new ArrayList<>();
    private final TreeSet<String> performed = new TreeSet<>();
    private final Map<String, Response> files = new HashMap<>();
    private final Map<String, String> persons = new HashMap<>();
    private String discipline;
    private String organisation;
    private String disciplinesCase;
    private String organisationsCase;

    /** A case as an inspector read it before any act of the test: refused acts leave it so, allowed ones get a new case. */
    private Response file(String id) {
        return files.computeIfAbsent(id, each -> as(INSPECTOR).get(CASES + each));
    }

    private String person(String login) {
        return persons.computeIfAbsent(login, Office::person);
    }

    private static Map<String, Supplier<String>> situations() {
        Map<String, Supplier<String>> all = new LinkedHashMap<>();
        all.put("a draft without subject", () -> Situations.opened(APPLICANT, Situations.opening()));
        all.put("a draft", () -> Office.aDraft("330922"));
        all.put("a draft withdrawn", () -> {
            var id = Office.aDraft("330922");
            done(act(APPLICANT, id, "withdrawal", Map.of("reasons", "写错了")));
            return id;
        });
        all.put("applied", () -> Office.anApplication("330922"));
        all.put("applied, supplement noticed", CaseProcedureTest::noticed);
        all.put("applied, supplement received", () -> {
            var id = noticed();
            done(act(APPLICANT, id, "supplement-responses", Map.of("statement", "补正")));
            return id;
        });
        all.put("started ex officio", Situations::exOfficio);
        all.put("refused", () -> {
            var id = Office.anApplication("330922");
            done(act(HANDLER, id, "acceptance", Map.of("accepted", false, "reasons", "不属于容错事项")));
            return id;
        });
        all.put("under verification, evaluated", () -> {
            var id = Situations.answered();
            Office.evaluate("handler.330922-2", id, subjects(id).get(0));
            return id;
        });
        all.put("under verification, claims unanswered", () -> investigated(List.of("未谋私利")));
        all.put("under verification, to be reported on", () -> investigated(List.of()));
        all.put("under verification, reported on", () -> {
            var id = investigated(List.of());
            done(Office.reported(HANDLER, id, List.of(Office.person(HANDLER), Office.person("handler.330922-2"))));
            return id;
        });
        all.put("under verification, a recusal demanded", () -> {
            var id = Situations.answered();
            done(as(APPLICANT)
                    .contentType(ContentType.JSON)
                    .body(recusal(Office.person("handler.330922-2")))
                    .post(CASES + id + "/recusals"));
            return id;
        });
        all.put("handled by another organ too", () -> {
            var id = Office.anApplication("330922");
            done(act(
                    HANDLER,
                    id,
                    "co-handlers",
                    Map.of("organ", Office.organ("organisation.330922"), "reasons", "联合承办")));
            return id;
        });
        all.put("withdrawn", () -> {
            var id = Office.aCaseUnderVerification("330922");
            done(act(APPLICANT, id, "withdrawal", Map.of("reasons", "不再申请")));
            return id;
        });
        all.put("assigned to the organisation department", () -> {
            var id = Office.aCaseUnderVerification("330922");
            done(act(
                    HANDLER, id, "assignments", Map.of("organ", Office.organ("organisation.330922"), "reasons", "移交")));
            return id;
        });
        all.put("determined", Situations::determined);
        all.put("notified", Situations::notified);
        return all;
    }

    /** Evaluated, with two investigators who heard the subject. */
    private static String investigated(List<String> claims) {
        var id = Situations.answered();
        var subject = subjects(id).get(0);
        Office.evaluate(HANDLER, id, subject);
        var both = List.of(Office.person(HANDLER), Office.person("handler.330922-2"));
        done(Situations.put(HANDLER, id, "investigators", Map.of("persons", both)));
        done(Office.heard(HANDLER, id, subject, both, claims));
        return id;
    }

    private static Map<String, Object> recusal(String person) {
        return Map.of("person", person, "ground", "INTEREST", "explanation", "与本案有利害关系");
    }

    private static String noticed() {
        var id = Office.anApplication("330922");
        done(act(
                HANDLER,
                id,
                "supplements",
                Map.of("wanted", List.of("纪要"), "due", today().plusDays(9).toString())));
        return id;
    }

    private static List<String> parties() {
        return List.of(
                APPLICANT,
                COLLEAGUE,
                HANDLER,
                "handler.330922-2",
                "handler.330900",
                "organisation.330922",
                "organisation.330900",
                DECIDER,
                "decider.330900",
                "coordinator.330922",
                "registrar.330922",
                "supervisor.330922",
                "inspector.330922",
                "administrator.000000",
                Office.newcomer(Office.organ(HANDLER), "HANDLER", "DECIDER"));
    }

    private Object body(String act, String id, String login) {
        return switch (act) {
            case "revision" -> Situations.particulars();
            case "subjects" -> Map.of("person", person("coordinator.330900"), "status", "OTHER");
            case "application", "evaluations" -> Map.of();
            case "withdrawal" -> Map.of("reasons", "不再申请");
            case "supplements" ->
                Map.of("wanted", List.of("纪要"), "due", today().plusDays(9).toString());
            case "supplement-responses" -> Map.of("statement", "补正");
            case "acceptance" -> Map.of("accepted", true);
            case "assignments" ->
                Map.of(
                        "organ",
                        discipline.equals(file(id).path("handlingOrgan.id")) ? organisation : discipline,
                        "reasons",
                        "移交");
            case "team" -> Map.of("persons", List.of(person(login)));
            case "checklists" -> Map.of("answers", Map.of("loss", Map.of("value", 5.2)));
            case "determinations" -> {
                var subject = firstSubject(id);
                String evaluation = as(INSPECTOR)
                        .get(CASES + id + "/checklists/" + subject + "/evaluations")
                        .path("[0].id");
                yield Office.determination(
                        subject, evaluation == null ? UUID.randomUUID().toString() : evaluation, "EXEMPT");
            }
            case "investigators" -> {
                var first = handledByOrganisation(id) ? "organisation.330922" : HANDLER;
                // Of whom a recusal is demanded nobody makes an investigator.
                var second = recusalDemanded(id) ? "handler.330900" : first + "-2";
                yield Map.of("persons", List.of(person(first), person(second)));
            }
            case "statements" -> statement(id, login);
            case "claim-answers" -> Map.of("finding", "PARTLY", "reasons", "部分属实");
            case "verification" ->
                Map.of(
                        "findings",
                        List.of(Map.of("subject", firstSubject(id), "facts", "事实", "opinion", "意见")),
                        "signers",
                        List.of(person(HANDLER), person("handler.330922-2")));
            case "recusals" -> recusal(person(login.startsWith("applicant") ? HANDLER : login));
            case "recusal-decisions" -> Map.of("granted", true, "reasons", "属实");
            case "co-handlers" -> Map.of("organ", anotherOrgan(id), "reasons", "联合承办");
            case "co-handler-removals" -> Map.of("reasons", "不再需要");
            case "links" ->
                Map.of(
                        "case",
                        login.startsWith("organisation") ? organisationsCase : disciplinesCase,
                        "kind",
                        "RELATED",
                        "reasons",
                        "同一项目");
            case "feedback" -> Situations.feedback(firstSubject(id));
            default -> throw new IllegalArgumentException(act + " is new: say what it takes");
        };
    }

    private boolean handledByOrganisation(String id) {
        return organisation.equals(file(id).path("handlingOrgan.id"));
    }

    private static boolean recusalDemanded(String id) {
        return !as(INSPECTOR)
                .get(CASES + id + "/recusals")
                .jsonPath()
                .getList("id")
                .isEmpty();
    }

    /** One that does not handle the case yet. */
    private String anotherOrgan(String id) {
        List<String> handling = new ArrayList<>(file(id).jsonPath().<String>getList("coHandlers.id"));
        handling.add(file(id).path("handlingOrgan.id"));
        return List.of(organisation, discipline, Office.organ("handler.330900")).stream()
                .filter(organ -> !handling.contains(organ))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> statement(String id, String login) {
        Map<String, Object> body = new HashMap<>(Map.of("subject", firstSubject(id), "text", "先行先试"));
        if (!login.startsWith("applicant")) {
            body.put("heldOn", today().toString());
            body.put("place", "谈话室");
            body.put("present", List.of(person(HANDLER), person("handler.330922-2")));
        }
        return body;
    }

    /** The address of an act, what stands in it put in place. */
    private String href(Map<String, Object> listed, String id) {
        var href = ((String) listed.get("href")).replace("{subjectId}", firstSubject(id));
        for (var part : Map.of(
                        "{claimId}", "statements:[0].claims[0].id",
                        "{recusalId}", "recusals:[0].id",
                        "{organId}", ":coHandlers[0].id")
                .entrySet()) {
            if (href.contains(part.getKey())) {
                var at = part.getValue().split(":");
                String found = as(INSPECTOR).get(CASES + id + "/" + at[0]).path(at[1]);
                href = href.replace(
                        part.getKey(), found == null ? UUID.randomUUID().toString() : found);
            }
        }
        return href;
    }

    private String firstSubject(String id) {
        String subject = file(id).path("subjects[0].id");
        return subject == null ? UUID.randomUUID().toString() : subject;
    }

    /** Sends the act as the list of acts says, with the case's tag as an inspector reads it. */
    private Response send(String login, String id, Map<String, Object> listed) {
        var act = (String) listed.get("act");
        var href = href(listed, id);
        if (act.equals("documents")) {
            return Situations.upload(login, id, "材料", "a.txt", "x".getBytes());
        }
        var request = as(login).contentType(ContentType.JSON).body(body(act, id, login));
        if (!act.equals("checklists") && !act.equals("evaluations")) {
            request = request.header("If-Match", file(id).header("ETag"));
        }
        return request.request((String) listed.get("method"), href);
    }

    @Test
    void theListOfActsSaysWhatTheActsAnswerAndAnActIsOneEntry() {
        discipline = Office.organ(HANDLER);
        organisation = Office.organ("organisation.330922");
        disciplinesCase = Office.anApplication("330922");
        var exOfficio = Situations.opening(Situations.subject(APPLICANT, "PARTY_MEMBER"));
        exOfficio.put("start", "EX_OFFICIO");
        organisationsCase = Situations.opened("organisation.330922", exOfficio);
        var parties = parties();
        List<Map<String, Object>> known = new ArrayList<>();
        situations().forEach((situation, made) -> {
            var id = made.get();
            var entries = Office.entries(id);
            for (var login : parties) {
                var listing = as(login).get(CASES + id + "/acts");
                if (listing.statusCode() == 404) {
                    known.forEach(act -> unseen(situation, login, id, act));
                    continue;
                }
                listing.then().statusCode(200);
                var acts = tried(listing);
                if (known.isEmpty()) {
                    acts.forEach(act -> known.add(Map.of(
                            "act", act.get("act"),
                            "method", act.get("method"),
                            "href", ((String) act.get("href")).replace(id, "{id}"))));
                }
                for (var act : acts) {
                    if (Boolean.TRUE.equals(act.get("allowed"))) {
                        allowed(situation, login, made.get(), (String) act.get("act"));
                    } else {
                        refused(situation, login, id, act);
                    }
                }
            }
            if (!entries.equals(Office.entries(id))) {
                faults.add(situation + ": a refused act left an entry: " + Office.entries(id));
            }
        });
        assertTrue(faults.isEmpty(), () -> faults.size() + " fault(s):\n" + String.join("\n", faults));
        assertEquals(TRIED, performed);
    }

    private static List<Map<String, Object>> tried(Response listing) {
        List<Map<String, Object>> acts = listing.jsonPath().getList("");
        return acts.stream()
                .filter(act -> TRIED.contains((String) act.get("act")))
                .toList();
    }

    private void unseen(String situation, String login, String id, Map<String, Object> act) {
        Map<String, Object> here = new LinkedHashMap<>(act);
        here.put("href", ((String) act.get("href")).replace("{id}", id));
        var answer = send(login, id, here);
        var plain = answer.statusCode() == 404
                || answer.statusCode() == 403 && answer.path("code").equals("not-allowed");
        fault(plain, situation, login, act, "unseen, but answered", answer);
    }

    private void refused(String situation, String login, String id, Map<String, Object> act) {
        var answer = send(login, id, act);
        @SuppressWarnings("unchecked")
        var reason = (String) ((Map<String, Object>) act.get("reason")).get("code");
        // Whoever holds none of the endpoint's roles is refused before the case is looked at.
        var byRole = answer.statusCode() == 403 && answer.path("code").equals("not-allowed");
        var byParty = List.of("not-the-party", "recused", "recusal-pending", "handled-the-case", "took-part")
                .contains(reason);
        var fine = byRole && byParty
                || answer.statusCode() == (byParty ? 403 : 409)
                        && answer.path("code").equals(reason);
        fault(fine, situation, login, act, "listed as " + reason + ", but answered", answer);
    }

    private void allowed(String situation, String login, String fresh, String name) {
        var act = tried(as(login).get(CASES + fresh + "/acts")).stream()
                .filter(each -> each.get("act").equals(name))
                .findFirst()
                .orElseThrow();
        var before = Office.entries(fresh);
        var answer = send(login, fresh, act);
        performed.add(name);
        fault(
                answer.statusCode() == 200 || answer.statusCode() == 201,
                situation,
                login,
                act,
                "listed as allowed, but answered",
                answer);
        var after = Office.entries(fresh);
        fault(after.size() == before.size() + 1, situation, login, act, "wrote " + after + " after " + before, answer);
        as(INSPECTOR).get(CASES + fresh + "/ledger/verification").then().body("intact", equalTo(true));
    }

    private void fault(
            boolean fine, String situation, String login, Map<String, Object> act, String what, Response answer) {
        if (!fine) {
            faults.add(situation + ", " + login + ", " + act.get("act") + ": " + what + " " + answer.statusCode() + " "
                    + answer.asString());
        }
    }
}
