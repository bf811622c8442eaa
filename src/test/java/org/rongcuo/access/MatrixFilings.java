package org.rongcuo.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.access.MatrixCases.Matter;
import org.rongcuo.access.MatrixPeople.Place;
import org.rongcuo.shared.Clocks;

/** The filing and the proposal of the matrix, made over the API by whom they concern. */
final class MatrixFilings {
    private MatrixFilings() {}

    /** A proposal. */
    record Proposed(String id, String receipt) {}

    /** A filing of M about a public matter, under monitoring; the unit of M is its subject. */
    static Matter monitored(MatrixPeople people, MatrixHttp http) {
        var applicant = people.named("applicant.M");
        var handler = people.named("handler.M");
        var today = LocalDate.now(Clocks.SHANGHAI);
        var opening = Map.of(
                "kind",
                "PRIOR_FILING",
                "jurisdiction",
                Place.M.code,
                "particulars",
                Map.of(
                        "title", "filing under monitoring",
                        "summary", "矩阵报备",
                        "level", "INTERNAL",
                        "conduct", Map.of("from", today.plusDays(5).toString())),
                "subjects",
                List.of(Map.of("organ", people.office(Place.M, OrganKind.UNIT).id(), "status", "UNIT")));
        var id = http.post(applicant, "/api/v1/cases", opening)
                .expect(201)
                .json()
                .get("id")
                .asText();
        var minutes = http.document(applicant, id, "会议纪要")
                .expect(201)
                .json()
                .get("id")
                .asText();
        var content = Map.of(
                "matter",
                "矩阵事项",
                "ruleGap",
                "没有规定",
                "risks",
                List.of(Map.of("description", "风险", "likelihood", "LOW", "impact", "影响", "safeguard", "措施")),
                "safeguards",
                "措施",
                "decision",
                Map.of("title", "会议", "heldOn", "2026-01-05", "document", minutes),
                "validFrom",
                today.toString(),
                "validUntil",
                today.plusYears(1).toString(),
                "publicMatter",
                true);
        http.act(applicant, "PUT", id, "filing", content).expect(200);
        http.act(applicant, "POST", id, "filing/submission", Map.of()).expect(200);
        http.act(handler, "POST", id, "filing/feedback", Map.of("result", "ACCEPTED", "reasons", "同意"))
                .expect(200);
        return new Matter(
                "filing under monitoring",
                id,
                Place.M,
                Level.INTERNAL,
                "APPLIED",
                false,
                applicant,
                Set.of(),
                people.office(Place.M, OrganKind.DISCIPLINE_INSPECTION),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(handler),
                Set.of(),
                Set.of(),
                Map.of("id", id, "recordId", UUID.randomUUID().toString()));
    }

    static Proposed proposed(MatrixPeople people, MatrixHttp http) {
        var receipt = http.post(
                        people.named("applicant.M"),
                        "/api/v1/proposals",
                        Map.of("jurisdiction", Place.M.code, "matter", "矩阵建议", "text", "建议"))
                .expect(201)
                .json()
                .get("receipt")
                .asText();
        var id = http.get(people.named("handler.M"), "/api/v1/proposals?limit=1")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
        return new Proposed(id, receipt);
    }
}
