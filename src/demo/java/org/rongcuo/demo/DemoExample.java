package org.rongcuo.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.rongcuo.demo.DemoCaller.Refused;
import org.rongcuo.shared.Clocks;

/**
 * The worked example: a case of 嵊泗县 from its draft to the feedback, made through the API as the right persons at the
 * first start, when there is no case yet. Each step looks where the case stands, so that an example cut short by a crash is
 * finished at the next start; one that a visitor took elsewhere is left alone.
 */
@Singleton
class DemoExample {
    private static final String TITLE = "示例:外岛撬装式加油先行先试";
    private static final String APPLICANT = "applicant.330922";
    private static final String HANDLER = "handler.330922";
    private static final String DECIDER = "decider.330922";

    private final ObjectMapper mapper;
    private final Clock clock;

    DemoExample(ObjectMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** @return the example's id, empty when there is none: then the visitors' own cases are all there is */
    Optional<String> play(String address) {
        try {
            var caller = new DemoCaller(address, mapper);
            var example = find(caller);
            if (example.isPresent()) {
                finish(caller, example.get());
            }
            return example;
        } catch (Refused e) {
            Console.complain("The worked example stopped half way; the demo runs on without it. " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> find(DemoCaller caller) {
        for (var file : caller.get(APPLICANT, "/cases?limit=200").get("items")) {
            if (file.get("title").asText().equals(TITLE)) {
                return Optional.of(file.get("id").asText());
            }
        }
        // An inspector of the city sees every case of it.
        var cases = caller.get("inspector.330900", "/cases?limit=1").get("items");
        return cases.isEmpty() ? Optional.of(open(caller)) : Optional.empty();
    }

    private String open(DemoCaller caller) {
        var opened = mapper.createObjectNode().put("jurisdiction", "330922");
        var particulars = opened.putObject("particulars")
                .put("title", TITLE)
                .put("summary", "为解决外岛居民加油难,经集体研究先行先试撬装式加油;设备选型失误造成损失 5.2 万元,发现后及时更换、挽回影响。");
        particulars
                .putObject("conduct")
                .put("from", today().minusMonths(8).toString())
                .put("to", today().minusMonths(7).toString());
        opened.putArray("subjects")
                .addObject()
                .put("person", caller.get(APPLICANT, "/me").at("/person/id").asText())
                .put("status", "PARTY_MEMBER")
                .put("duty", "项目负责人");
        return caller.post(APPLICANT, "/cases", opened).get("id").asText();
    }

    private void finish(DemoCaller caller, String id) {
        var path = "/cases/" + id;
        // Each act moves the case one status on; five bring a draft to its feedback.
        for (int acts = 0; acts < 5; acts++) {
            var file = caller.get(APPLICANT, path);
            var subject = file.at("/subjects/0/id").asText();
            switch (file.get("status").asText()) {
                case "DRAFT" -> apply(caller, path);
                case "APPLIED" -> caller.act(HANDLER, path, "acceptance", body().put("accepted", true));
                case "VERIFYING" -> verifyAndDetermine(caller, path, subject);
                case "DETERMINED" -> feedBack(caller, path, subject);
                default -> {
                    return;
                }
            }
        }
    }

    private void apply(DemoCaller caller, String path) {
        if (caller.get(APPLICANT, path + "/documents").isEmpty()) {
            caller.attach(APPLICANT, path, "班子会议纪要", "meeting.txt", """
                    会议纪要(演示材料,纯属虚构)
                    议题:外岛撬装式加油试点。
                    决定:经集体研究,同意先行先试;由项目组比选设备,过程留痕,定期评估。
                    """);
        }
        caller.act(APPLICANT, path, "application", body().put("statement", "本事项属先行先试,集体决策,未谋私利,损失已挽回,申请容错免责。"));
    }

    private void verifyAndDetermine(DemoCaller caller, String path, String subject) {
        var checklist = path + "/checklists/" + subject;
        var minutes = caller.get(HANDLER, path + "/documents").at("/0/id").asText();
        var answers = body();
        facts().properties().forEach(fact -> {
            var answer = answers.withObject("/answers").putObject(fact.getKey());
            answer.set("value", fact.getValue());
            if (fact.getKey().equals("process") && !minutes.isEmpty()) {
                answer.putArray("evidence").add(minutes);
            }
        });
        caller.put(HANDLER, checklist, answers);
        var evaluation = caller.post(HANDLER, checklist + "/evaluations", null);
        var determination = body().put("subject", subject)
                .put("evaluation", evaluation.get("id").asText())
                .put("outcome", evaluation.at("/content/recommendation/code").asText())
                .put("reasons", "先行先试,集体决策,未谋私利,及时挽回。");
        determination.putObject("meeting").put("title", "县纪委常委会会议(演示)").put("heldOn", today().toString());
        caller.act(DECIDER, path, "determinations", determination);
    }

    private void feedBack(DemoCaller caller, String path, String subject) {
        caller.act(
                HANDLER,
                path,
                "feedback",
                body().put("subject", subject)
                        .put("deliveredOn", today().toString())
                        .put("method", "IN_PERSON")
                        .put("remedies", "如不服,可自收到之日起一个月内申请复审。"));
    }

    private JsonNode facts() {
        try (var json = DemoExample.class.getResourceAsStream("/demo/exempt-facts.json")) {
            return mapper.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode body() {
        return mapper.createObjectNode();
    }

    private LocalDate today() {
        return Clocks.today(clock);
    }
}
