package org.rongcuo.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A case of the demo as {@code demo/cases.json} tells it; the first one there is the worked example.
 *
 * @param title by which it is known again at the next start
 * @param field null for none
 * @param monthsAgo when the conduct began and ended
 * @param second whether the second person of each role acts
 * @param status of the only subject: of the applicant, or of the applicant's unit if {@code UNIT}
 * @param duty null for a unit
 * @param document the title of the one document
 * @param facts what differs from the answers under which every book says 免责
 * @param unanswered items still open: such a case stays under verification; null for none
 * @param outcome what people determine against the tables' advice; null where they follow it
 * @param ladderStep for 减责
 * @param disciplineForm null for none
 * @param departureReasons where {@code outcome} is given
 */
record DemoCase(
        String title,
        String summary,
        String field,
        List<Integer> monthsAgo,
        boolean second,
        String status,
        String duty,
        String document,
        String documentText,
        String statement,
        Map<String, JsonNode> facts,
        Set<String> unanswered,
        String outcome,
        String ladderStep,
        String disciplineForm,
        String reasons,
        String departureReasons) {

    /** The login of the person of a role who acts. */
    String login(String role) {
        return role + ".330922" + (second ? "-2" : "");
    }

    /** The two who investigate, first the one who handles it. */
    List<String> handlers() {
        return second ? List.of("handler.330922-2", "handler.330922") : List.of("handler.330922", "handler.330922-2");
    }

    boolean ofUnit() {
        return status.equals("UNIT");
    }

    boolean open() {
        return unanswered != null;
    }

    /** All that is answered. @param exempt the answers under which every book says 免责 */
    Map<String, JsonNode> answers(Map<String, JsonNode> exempt) {
        Map<String, JsonNode> answers = new TreeMap<>(exempt);
        answers.putAll(facts);
        if (open()) {
            answers.keySet().removeAll(unanswered);
        }
        return answers;
    }

    static List<DemoCase> all(ObjectMapper mapper) {
        return read(mapper, "/demo/cases.json", new TypeReference<>() {});
    }

    static Map<String, JsonNode> exemptFacts(ObjectMapper mapper) {
        return read(mapper, "/demo/exempt-facts.json", new TypeReference<>() {});
    }

    private static <T> T read(ObjectMapper mapper, String resource, TypeReference<T> type) {
        try (var json = DemoCase.class.getResourceAsStream(resource)) {
            return mapper.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
