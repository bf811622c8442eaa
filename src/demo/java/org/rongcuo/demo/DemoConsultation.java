package org.rongcuo.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;

/** 会商 in the demo: the county's coordination group of three consults on the cases whose route asks for it. */
final class DemoConsultation {
    private static final String LEAD = "coordinator.330922";
    private static final String ORGANISATION_LEAD = "coordinator.330922-3";
    private static final List<String> MEMBERS = List.of(LEAD, ORGANISATION_LEAD, "coordinator.330922-2");
    private static final String MEETINGS = "/consultation-meetings";

    private final DemoCaller caller;
    private final ObjectMapper mapper;
    private final LocalDate today;

    DemoConsultation(DemoCaller caller, ObjectMapper mapper, LocalDate today) {
        this.caller = caller;
        this.mapper = mapper;
        this.today = today;
    }

    /** Has the group consult on a case whose only subject it is; what a crash left is not done again. */
    void hold(String handler, String path, String subject, String outcome) {
        var group = group(handler);
        if (caller.get(handler, path).get("status").asText().equals("VERIFYING")) {
            caller.act(
                    handler,
                    path,
                    caller.standing(handler, path).etag(),
                    "consultations",
                    body().put("reasons", "核实清单评估为提请会商,提请协调小组研究。"));
        }
        var consultations = caller.get(handler, path + "/consultations");
        var consultation = consultations.get(consultations.size() - 1);
        if (consultation.get("state").asText().equals("CONCLUDED")) {
            return;
        }
        var id = consultation.get("id").asText();
        var meeting = MEETINGS + "/"
                + (consultation.get("state").asText().equals("REFERRED")
                        ? call(group, id)
                        : consultation.at("/meeting/id").asText());
        var attended = body();
        attended.set("present", persons());
        caller.put(LEAD, meeting + "/attendance", caller.standing(LEAD, meeting).etag(), attended);
        var cast = caller.get(LEAD, meeting).findValuesAsText("castAt").size();
        for (var member : MEMBERS.subList(cast, MEMBERS.size())) {
            caller.post(
                    member,
                    meeting + "/votes",
                    body().put("consultation", id)
                            .put("subject", subject)
                            .put("vote", outcome)
                            .put("reasons", "符合三个区分开来的要求,同意。"));
        }
        var concluded =
                body().put("consultation", id).put("form", "ADVICE").put("minutes", "会议听取承办机关汇报,逐项讨论后表决,一致形成会商意见(演示)。");
        concluded.putArray("results").addObject().put("subject", subject).put("result", outcome);
        caller.act(LEAD, meeting, caller.standing(LEAD, meeting).etag(), "conclusions", concluded);
    }

    private String call(String group, String consultation) {
        var called = body().put("group", group)
                .put("heldOn", today.toString())
                .put("place", "县纪委会议室(演示)")
                .put("chair", person(LEAD));
        called.putArray("consultations").add(consultation);
        return caller.post(LEAD, MEETINGS, called).get("id").asText();
    }

    /** The county's group; made by the administration when there is none. */
    private String group(String handler) {
        var known = caller.get(handler, "/coordination-groups?jurisdiction=330922");
        for (var group : known.isArray() ? known : known.get("items")) {
            if (group.get("jurisdiction").asText().equals("330922")) {
                return group.get("id").asText();
            }
        }
        var made = body().put("jurisdiction", "330922");
        var content = made.putObject("content")
                .put("name", "嵊泗县容错纠错工作协调小组(演示)")
                .put("duties", "一、研究重大、疑难、有争议的容错事项;二、提出会商意见或作出会商决定。")
                .put("rhythm", "MONTHLY")
                .put("nextMeetingOn", today.plusDays(10).toString())
                .put("validFrom", today.minusYears(1).toString());
        var members = content.putArray("members");
        members.add(member(LEAD, "CO_LEAD_DISCIPLINE_INSPECTION"));
        members.add(member(ORGANISATION_LEAD, "CO_LEAD_ORGANISATION"));
        members.add(member(MEMBERS.get(2), "MEMBER"));
        return caller.post("administrator.000000", "/coordination-groups", made)
                .get("id")
                .asText();
    }

    private ObjectNode member(String login, String function) {
        var me = caller.get(login, "/me").get("person");
        return body().put("person", me.get("id").asText())
                .put("function", function)
                .put("organ", me.get("organ").asText());
    }

    private ArrayNode persons() {
        var persons = mapper.createArrayNode();
        MEMBERS.forEach(login -> persons.add(person(login)));
        return persons;
    }

    private String person(String login) {
        JsonNode me = caller.get(login, "/me");
        return me.at("/person/id").asText();
    }

    private ObjectNode body() {
        return mapper.createObjectNode();
    }
}
