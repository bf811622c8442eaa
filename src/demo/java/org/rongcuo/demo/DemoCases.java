package org.rongcuo.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rongcuo.demo.DemoCaller.Refused;
import org.rongcuo.shared.Clocks;

/**
 * The worked example, a case of 嵊泗县 from its draft to the feedback, and past cases beside it, whose outcomes lie about
 * the thresholds of the county's book: made through the API as the right persons at the first start, when there is no case
 * yet. Each step looks where a case stands, so that what a crash cut short is finished at the next start; a case that a
 * visitor took elsewhere is left alone.
 */
@Singleton
public class DemoCases {
    /** Each act moves a case one status on; four bring a draft to its feedback. */
    private static final int ACTS = 4;

    private final ObjectMapper mapper;
    private final Clock clock;

    DemoCases(ObjectMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Makes what is missing.
     *
     * @param address of the server, such as {@code http://localhost:8080}
     * @return the worked example's id, empty when there is none: then the visitors' own cases are all there is
     */
    public Optional<String> play(String address) {
        try {
            return play(new DemoCaller(address, mapper));
        } catch (Refused e) {
            Console.complain("The demo's cases stopped half way; the demo runs on without the rest. " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> play(DemoCaller caller) {
        var cases = DemoCase.all(mapper);
        var known = known(caller);
        var example = known.get(cases.get(0).title());
        // An inspector of the city sees every case of it.
        if (example == null
                && !caller.get("inspector.330900", "/cases?limit=1")
                        .get("items")
                        .isEmpty()) {
            return Optional.empty();
        }
        for (var wanted : cases) {
            var id = known.get(wanted.title());
            if (id == null) {
                id = open(caller, wanted);
            }
            finish(caller, wanted, "/cases/" + id);
            if (example == null) {
                example = id;
            }
        }
        return Optional.of(example);
    }

    /** The applicants' cases by title. */
    private static Map<String, String> known(DemoCaller caller) {
        Map<String, String> known = new HashMap<>();
        for (var applicant : Set.of("applicant.330922", "applicant.330922-2")) {
            var page = "/cases?limit=200";
            while (page != null) {
                var cases = caller.get(applicant, page);
                cases.get("items")
                        .forEach(file -> known.put(
                                file.get("title").asText(), file.get("id").asText()));
                page = cases.has("next") ? cases.get("next").asText().replaceFirst("^/api/v1", "") : null;
            }
        }
        return known;
    }

    private String open(DemoCaller caller, DemoCase wanted) {
        var applicant = wanted.login("applicant");
        var person = caller.get(applicant, "/me").get("person");
        var opened = mapper.createObjectNode().put("jurisdiction", "330922");
        var particulars =
                opened.putObject("particulars").put("title", wanted.title()).put("summary", wanted.summary());
        if (wanted.field() != null) {
            particulars.put("field", wanted.field());
        }
        particulars
                .putObject("conduct")
                .put("from", today().minusMonths(wanted.monthsAgo().get(0)).toString())
                .put("to", today().minusMonths(wanted.monthsAgo().get(1)).toString());
        var subject = opened.putArray("subjects").addObject().put("status", wanted.status());
        if (wanted.ofUnit()) {
            subject.put("organ", person.get("organ").asText());
        } else {
            subject.put("person", person.get("id").asText()).put("duty", wanted.duty());
        }
        return caller.post(applicant, "/cases", opened).get("id").asText();
    }

    private void finish(DemoCaller caller, DemoCase wanted, String path) {
        for (int acts = 0; acts < ACTS; acts++) {
            var file = caller.standing(wanted.login("applicant"), path);
            var subject = file.content().at("/subjects/0/id").asText();
            switch (file.content().get("status").asText()) {
                case "DRAFT" -> apply(caller, wanted, path, file.etag());
                case "APPLIED" ->
                    caller.act(wanted.login("handler"), path, file.etag(), "acceptance", body().put("accepted", true));
                case "VERIFYING", "CONSULTING" -> {
                    if (!verifyAndDetermine(caller, wanted, path, subject)) {
                        return;
                    }
                }
                case "DETERMINED" -> feedBack(caller, wanted, path, file.etag(), subject);
                default -> {
                    return;
                }
            }
        }
    }

    private void apply(DemoCaller caller, DemoCase wanted, String path, String etag) {
        var applicant = wanted.login("applicant");
        if (caller.get(applicant, path + "/documents").isEmpty()) {
            caller.attach(
                    applicant,
                    path,
                    wanted.document(),
                    "document.txt",
                    wanted.document() + "(演示材料,纯属虚构)\n" + wanted.documentText() + "\n");
        }
        caller.act(applicant, path, etag, "application", body().put("statement", wanted.statement()));
    }

    /** @return whether it is determined */
    private boolean verifyAndDetermine(DemoCaller caller, DemoCase wanted, String path, String subject) {
        var handler = wanted.login("handler");
        var checklist = path + "/checklists/" + subject;
        if (wanted.open() && !caller.get(handler, checklist + "/evaluations").isEmpty()) {
            return false;
        }
        var evaluation = evaluation(caller, wanted, path, checklist);
        var advised = evaluation.at("/content/recommendation/code").asText();
        var departs = wanted.outcome() != null && !wanted.outcome().equals(advised);
        if (wanted.open() || (advised.equals("REFER") && !departs)) {
            return false;
        }
        investigate(caller, wanted, path, subject);
        var outcome = departs ? wanted.outcome() : advised;
        var way = caller.get(handler, path + "/verification").get("way");
        new DemoEngagement(caller, mapper, today()).hold(handler, path, way.get("asked"));
        if (way.get("consultationRequired").asBoolean()) {
            new DemoConsultation(caller, mapper, today()).hold(handler, path, subject, outcome);
        }
        var determination = body().put("subject", subject)
                .put("evaluation", evaluation.get("id").asText())
                .put("outcome", outcome)
                .put("reasons", wanted.reasons());
        if (departs) {
            determination.put("departureReasons", wanted.departureReasons());
        }
        if (outcome.equals("MITIGATE")) {
            determination.put("ladderStep", wanted.ladderStep() == null ? "LIGHTER" : wanted.ladderStep());
        }
        if (wanted.disciplineForm() != null) {
            determination.put("disciplineForm", wanted.disciplineForm());
        }
        determination.putObject("meeting").put("title", "县纪委常委会会议(演示)").put("heldOn", today().toString());
        var decider = wanted.login("decider");
        caller.act(decider, path, caller.standing(decider, path).etag(), "determinations", determination);
        return true;
    }

    /** Answers and evaluates; while the case is consulted on both stay as they are. */
    private JsonNode evaluation(DemoCaller caller, DemoCase wanted, String path, String checklist) {
        var handler = wanted.login("handler");
        if (caller.get(handler, path).get("status").asText().equals("CONSULTING")) {
            return caller.get(handler, checklist + "/evaluations").get(0);
        }
        caller.put(handler, checklist, answers(caller, wanted, path, checklist));
        return caller.post(handler, checklist + "/evaluations", null);
    }

    /** Two investigate, the subject is heard, they report; what a crash left is not done again. */
    private void investigate(DemoCaller caller, DemoCase wanted, String path, String subject) {
        var handler = wanted.login("handler");
        var verification = caller.get(handler, path + "/verification");
        if (verification.get("reported").asBoolean()) {
            return;
        }
        var both = mapper.createArrayNode();
        for (var login : wanted.handlers()) {
            both.add(caller.get(login, "/me").at("/person/id").asText());
        }
        if (verification.get("investigators").isEmpty()) {
            var named = body();
            named.set("persons", both);
            caller.put(
                    handler,
                    path + "/investigators",
                    caller.standing(handler, path).etag(),
                    named);
        }
        if (caller.get(handler, path + "/statements").isEmpty()) {
            var heard = body().put("subject", subject)
                    .put("heldOn", today().toString())
                    .put("place", "县纪委监委谈话室(演示)")
                    .put("text", wanted.statement());
            heard.set("present", both);
            heard.putArray("claims").add("本人(本单位)未谋取私利,请求依规容错。");
            var claim = caller.post(handler, path + "/statements", heard).at("/claims/0/id");
            answer(caller, wanted, path, claim.asText());
        } else {
            var claim = caller.get(handler, path + "/statements").at("/0/claims/0");
            if (claim.get("finding").isNull()) {
                answer(caller, wanted, path, claim.get("id").asText());
            }
        }
        var report = body();
        report.putArray("findings")
                .addObject()
                .put("subject", subject)
                .put("facts", "经核实:" + wanted.summary())
                .put("opinion", "核实清单所列事项已逐项查明,申辩意见已答复,建议提请认定。");
        report.set("signers", both);
        caller.act(handler, path, caller.standing(handler, path).etag(), "verification", report);
    }

    private void answer(DemoCaller caller, DemoCase wanted, String path, String claim) {
        caller.post(
                wanted.login("handler"),
                path + "/claims/" + claim + "/answer",
                body().put("finding", "PARTLY").put("reasons", "私利一节以核查结果为准;是否容错由认定机关依表研判。"));
    }

    /** The document is evidence of the process. What the versions that apply do not ask of the subject is left out. */
    private ObjectNode answers(DemoCaller caller, DemoCase wanted, String path, String checklist) {
        var handler = wanted.login("handler");
        var document = caller.get(handler, path + "/documents").at("/0/id").asText();
        var given = wanted.answers(DemoCase.exemptFacts(mapper));
        Set<String> asked = new HashSet<>();
        caller.get(handler, checklist)
                .get("questions")
                .forEach(question -> asked.add(question.at("/item/item").asText()));
        given.keySet().retainAll(asked);
        var answers = body();
        given.forEach((item, value) -> {
            var answer = answers.withObject("/answers").putObject(item);
            answer.set("value", value);
            if (item.equals("process") && !document.isEmpty()) {
                answer.putArray("evidence").add(document);
            }
        });
        return answers;
    }

    private void feedBack(DemoCaller caller, DemoCase wanted, String path, String etag, String subject) {
        caller.act(
                wanted.login("handler"),
                path,
                etag,
                "feedback",
                body().put("subject", subject)
                        .put("deliveredOn", today().toString())
                        .put("method", "IN_PERSON")
                        .put("remedies", "如不服,可自收到之日起一个月内申请复审。"));
    }

    private ObjectNode body() {
        return mapper.createObjectNode();
    }

    private LocalDate today() {
        return Clocks.today(clock);
    }
}
