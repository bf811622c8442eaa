package org.rongcuo.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Map;

/** 听证 and 第三方 in the demo: where the rule book's route asks for them they are held and reported on. */
final class DemoEngagement {
    private static final Map<String, String> REPORTS = Map.of(
            "HEARING", "听证会听取当事人、承办机关和群众代表意见,对主要事实没有异议(演示)。",
            "THIRD_PARTY", "第三方机构就专业技术问题进行调查,意见与核查情况一致(演示)。");

    private final DemoCaller caller;
    private final ObjectMapper mapper;
    private final LocalDate today;

    DemoEngagement(DemoCaller caller, ObjectMapper mapper, LocalDate today) {
        this.caller = caller;
        this.mapper = mapper;
        this.today = today;
    }

    /** Holds and reports what the routes ask for; what a crash left is not done again. */
    void hold(String handler, String path, JsonNode routes) {
        for (var route : routes) {
            var kind = route.asText();
            if (REPORTS.containsKey(kind)) {
                var engagement = find(handler, path, kind);
                if (engagement == null) {
                    commission(handler, path, kind);
                    engagement = find(handler, path, kind);
                }
                if (!engagement.hasNonNull("report")) {
                    var report = mapper.createObjectNode().put("text", REPORTS.get(kind));
                    report.putArray("findings");
                    caller.post(
                            handler,
                            path + "/engagements/" + engagement.get("id").asText() + "/report",
                            report);
                }
            }
        }
    }

    private JsonNode find(String handler, String path, String kind) {
        for (var engagement : caller.get(handler, path + "/engagements")) {
            if (engagement.get("kind").asText().equals(kind)) {
                return engagement;
            }
        }
        return null;
    }

    private void commission(String handler, String path, String kind) {
        var wanted = mapper.createObjectNode()
                .put("kind", kind)
                .put("termsOfReference", kind.equals("HEARING") ? "就争议事项举行听证(演示)" : "就专业技术争议进行调查(演示)")
                .put("deadline", today.plusDays(10).toString());
        wanted.putArray("participants")
                .addObject()
                .put("name", kind.equals("HEARING") ? "演示·群众代表" : "演示·第三方机构")
                .put("role", kind.equals("HEARING") ? "听证代表" : "调查机构")
                .put("independent", true)
                .put("declaration", "与本案当事人及有关单位无利害关系。");
        caller.post(handler, path + "/engagements", wanted);
    }
}
