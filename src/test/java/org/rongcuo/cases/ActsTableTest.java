package org.rongcuo.cases;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.cases.ActsTable.Line;
import org.rongcuo.cases.ActsTable.Who;
import org.rongcuo.demo.DemoClock;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.CaseStatus;

/**
 * {@code GET /cases/{id}/acts} for every kind of case, at every status, for everybody: what is offered is what acts.txt
 * allows, the reason for the rest is the right one, and what is not offered is not done either.
 */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class ActsTableTest {
    private static final Set<String> NOT_THE_PARTY =
            Set.of("not-the-party", "recused", "handled-the-case", "took-part");
    private static final Set<String> NOT_THERE = Set.of("wrong-status", "case-closed");

    private static final int UNSEEN_TRIED = 7;

    @TestHTTPResource
    URI server;

    @Inject
    CaseDesk desk;

    @Inject
    DemoClock clock;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ActsTable table = new ActsTable();
    private final Map<String, String> logins = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private Underway cases;

    /** A case brought to a status. @param etag its state */
    private record Situation(CaseKind kind, CaseStatus status, String id, String etag, Map<String, String> words) {}

    /** Within the test: only there is it known where the server listens. */
    private void makeTheOffice() {
        cases = new Underway(clock, desk);
        var county = cases.county;
        var inspection = Office.organ(county.handler);
        logins.put("applicant", county.applicant);
        logins.put("subject", cases.subject);
        logins.put("handler", county.handler);
        logins.put("second", cases.second);
        logins.put("organisation", Office.newcomer(inspection, "ORGANISATION"));
        logins.put("decider", county.decider);
        logins.put("registrar", cases.registrar);
        logins.put("supervisor", Office.newcomer(county.organ("COMPETENT_DEPARTMENT"), "SUPERVISOR"));
        logins.put("coordinator", Office.newcomer(inspection, "COORDINATOR"));
        logins.put("inspector", Office.newcomer(inspection, "INSPECTOR"));
        logins.put("outsider", County.founded().handler);
        words.put("@unit", county.organ("UNIT"));
        words.put("@organ", county.organ("ORGANISATION"));
        words.put("@handler", Office.person(county.handler));
        words.put("@second", Office.person(cases.second));
        words.put("@case", cases.applied());
        words.put("@today", Situations.today().toString());
        words.put("@past", Underway.CONDUCT.toString());
        words.put("@future", Situations.today().plusDays(30).toString());
    }

    private Situation at(CaseKind kind, CaseStatus status) {
        var id = cases.at(kind, status);
        var applicant = cases.county.applicant;
        Office.as(applicant).get(Situations.CASES + id).then().body("status", equalTo(status.name()));
        Map<String, String> known = new TreeMap<>(words);
        known.put("@subject", Office.onlySubject(applicant, id));
        known.put("@evaluation", UUID.randomUUID().toString());
        return new Situation(kind, status, id, Office.etag(applicant, id), known);
    }

    @Test
    void theActsOfferedAreThoseOfTheTableAtEveryStatusForEverybody() {
        makeTheOffice();
        List<String> faults = new ArrayList<>();
        var calls = 0;
        for (var kind : CaseKind.values()) {
            for (var status : ActsTable.statusesOf(kind)) {
                var situation = at(kind, status);
                for (var who : table.people()) {
                    calls += check(situation, who, faults);
                }
                assertEquals(situation.etag, Office.etag(cases.county.applicant, situation.id), "nothing was done");
            }
        }
        assertTrue(calls > 1_500, "only " + calls + " acts were refused");
        var all = calls;
        assertTrue(
                faults.isEmpty(),
                () -> faults.size() + " fault(s) in " + all + " calls:\n"
                        + faults.stream().limit(60).collect(Collectors.joining("\n")));
    }

    /** Answers how many acts were tried in vain. */
    private int check(Situation situation, Who who, List<String> faults) {
        var where = situation.kind + " " + situation.status + " · " + who.name();
        var listed = send(who, situation, "GET", "/acts", null);
        var seen = who.sees(situation.kind, situation.status);
        if (listed.statusCode() != (seen ? 200 : 404)) {
            faults.add(where + ": the list of acts answers " + listed.statusCode());
            return 0;
        }
        Map<String, JsonNode> offered = new TreeMap<>();
        if (seen) {
            read(listed.body()).forEach(act -> offered.put(act.get("act").asText(), act));
        }
        var lines = table.linesOf(situation.kind);
        var known = lines.stream().map(Line::act).collect(Collectors.toCollection(TreeSet::new));
        if (seen && !known.equals(offered.keySet())) {
            faults.add(where + ": the table knows " + known + ", the product offers " + offered.keySet());
        }
        var tried = 0;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var act = offered.get(line.act());
            if (act != null) {
                compare(where, situation, who, line, act, faults);
            }
            // Who does not see the case is told 404 whatever the act: at each status some of them are tried.
            if (act == null
                    ? i % UNSEEN_TRIED == situation.status.ordinal() % UNSEEN_TRIED
                    : !act.get("allowed").asBoolean()) {
                tried++;
                tryInVain(where, situation, who, line, faults);
            }
        }
        return tried;
    }

    private static void compare(
            String where, Situation situation, Who who, Line line, JsonNode act, List<String> faults) {
        var reason = act.at("/reason/code").asText("");
        var lacks = line.lacksAt(situation.status);
        String expected;
        boolean fine;
        if (!line.isFor(who, situation.status)) {
            expected = "refused to " + who.name();
            fine = NOT_THE_PARTY.contains(reason);
        } else if (!line.isAt(situation.status)) {
            expected = "not possible at " + situation.status;
            fine = NOT_THERE.contains(reason);
        } else if (lacks != null) {
            expected = lacks.equals("?") ? "allowed, or for want of a record" : "for want of a record: " + lacks;
            var wanting = !NOT_THE_PARTY.contains(reason) && !NOT_THERE.contains(reason);
            fine = switch (lacks) {
                case "?" -> wanting;
                case "*" -> wanting && !reason.isEmpty();
                default -> reason.equals(lacks);
            };
        } else {
            expected = "allowed";
            fine = act.get("allowed").asBoolean();
        }
        if (!fine || act.get("allowed").asBoolean() != reason.isEmpty()) {
            faults.add(where + " · " + line.act() + ": expected " + expected + ", got "
                    + (reason.isEmpty() ? "allowed" : reason));
        }
        var href = "/api/v1/cases/" + situation.id + line.path();
        if (!act.get("method").asText().equals(line.method())
                || !act.get("href").asText().equals(href)) {
            faults.add(where + " · " + line.act() + ": leads to " + act.get("method") + " " + act.get("href"));
        }
    }

    private void tryInVain(String where, Situation situation, Who who, Line line, List<String> faults) {
        var path = line.path()
                .replace("{subjectId}", situation.words.get("@subject"))
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        var answer = send(who, situation, line.method(), path, line.body());
        var refused = Set.of(403, 404, 409).contains(answer.statusCode())
                || answer.statusCode() == 422 && line.contentFirst();
        if (!refused) {
            faults.add(where + " · " + line.act() + ": is not offered, but done it answers " + answer.statusCode() + " "
                    + answer.body());
        }
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(json, e);
        }
    }

    private HttpResponse<String> send(Who who, Situation situation, String method, String path, String body) {
        var account = logins.get(who.name()) + ":rongcuo";
        var request = HttpRequest.newBuilder(server.resolve(Situations.CASES + situation.id + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)))
                .header("Idempotency-Key", UUID.randomUUID().toString());
        // The answers of a checklist have a state of their own.
        if (!method.equals("GET") && !path.startsWith("/checklists/")) {
            request.header("If-Match", situation.etag);
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else if (body.equals("form")) {
            var part = "--b\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
            request.header("Content-Type", "multipart/form-data; boundary=b")
                    .method(
                            method,
                            BodyPublishers.ofString(part.formatted("title", "", "材料")
                                    + part.formatted("file", "; filename=\"a.txt\"", "材料") + "--b--\r\n"));
        } else {
            var filled = body;
            for (var word : situation.words.entrySet()) {
                filled = filled.replace(word.getKey(), word.getValue());
            }
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(filled));
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
