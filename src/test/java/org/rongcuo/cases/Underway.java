package org.rongcuo.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rongcuo.Office.act;
import static org.rongcuo.Office.as;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.done;
import static org.rongcuo.cases.Situations.put;
import static org.rongcuo.cases.Situations.today;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.PriorFilings;
import org.rongcuo.demo.DemoClock;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.CaseStatus;

/** Cases of a county, about another than their applicant, brought to each status by the acts that lead there. */
final class Underway {
    static final LocalDate CONDUCT = LocalDate.of(2026, 3, 1);

    final County county = County.founded();
    final String subject;
    final String second;
    final String registrar;
    /** Determines, and terminates: so that the county's decider took no part. */
    private final String judge;

    private final DemoClock clock;
    private final CaseDesk desk;

    Underway(DemoClock clock, CaseDesk desk) {
        this.clock = clock;
        this.desk = desk;
        county.book("tolerance", "TWO_DATE");
        county.version("tolerance", Map.of("gain", "有,无"), LocalDate.of(2020, 1, 1), Instant.EPOCH);
        var inspection = Office.organ(county.handler);
        subject = Office.newcomer(county.organ("UNIT"), "APPLICANT");
        second = Office.newcomer(inspection, "HANDLER");
        judge = Office.newcomer(inspection, "DECIDER");
        registrar = Office.newcomer(county.organ("PARTY_COMMITTEE"), "REGISTRAR");
        var lead = Office.newcomer(inspection, "COORDINATOR");
        var organisationLead = Office.newcomer(county.organ("ORGANISATION"), "COORDINATOR");
        Office.administered(
                "coordination-groups",
                Map.of(
                        "jurisdiction",
                        county.code,
                        "content",
                        Map.of(
                                "name", "测试县协调小组",
                                "duties", "研究有争议的容错事项。",
                                "members",
                                        List.of(
                                                member(lead, "CO_LEAD_DISCIPLINE_INSPECTION"),
                                                member(organisationLead, "CO_LEAD_ORGANISATION")),
                                "rhythm", "MONTHLY",
                                "nextMeetingOn", today().plusDays(10).toString(),
                                "validFrom", "2026-01-01")));
    }

    private static Map<String, Object> member(String login, String function) {
        return Map.of("person", Office.person(login), "function", function, "organ", Office.organ(login));
    }

    /** The id of a case of the kind at the status. */
    String at(CaseKind kind, CaseStatus status) {
        return kind == CaseKind.PRIOR_FILING ? filing(status) : exemption(status);
    }

    private String exemption(CaseStatus status) {
        return switch (status) {
            case DRAFT -> draft(CaseKind.EXEMPTION, CONDUCT);
            case APPLIED -> applied();
            case WITHDRAWN -> acted(applied(), county.applicant, "withdrawal", Map.of("reasons", "不再申请"));
            case REFUSED ->
                acted(applied(), county.handler, "acceptance", Map.of("accepted", false, "reasons", "不属于容错事项"));
            case REFUSAL_UNDER_REVIEW ->
                acted(
                        exemption(CaseStatus.REFUSED),
                        county.applicant,
                        "internal-reviews",
                        Map.of("grounds", "不予受理的理由不成立"));
            case VERIFYING -> verifying();
            case DEFERRED ->
                acted(
                        verifying(),
                        county.handler,
                        "deferrals",
                        Map.of(
                                "reasons",
                                "证人在国外",
                                "reverifyOn",
                                today().plusDays(1).toString()));
            case UNRESOLVED -> unresolved();
            case CONSULTING -> acted(reported(), county.handler, "consultations", Map.of("reasons", "对决策程序有争议"));
            case DETERMINED -> determined();
            case NOTIFIED -> told();
            case UNDER_REVIEW -> {
                var id = told();
                yield acted(
                        id,
                        subject,
                        "internal-reviews",
                        Map.of("determination", determination(id), "grounds", "未考虑集体决策"));
            }
            // The county's book wants no notice: here alone the status is set.
            case PUBLICISED -> published(told());
            case REGISTERED -> registered();
            case CLOSED -> closed();
            default -> throw new IllegalArgumentException("no exemption is " + status);
        };
    }

    private String filing(CaseStatus status) {
        return switch (status) {
            case DRAFT -> draft(CaseKind.PRIOR_FILING, today().plusDays(5));
            case SUBMITTED -> submitted();
            case WITHDRAWN -> acted(submitted(), county.applicant, "filing/withdrawal", Map.of("reasons", "事项取消"));
            case MONITORED -> monitored();
            case ARCHIVED -> {
                var id = monitored();
                yield acted(
                        id, county.handler, "filing/archive", Map.of("summary", "事项办结", "explained", explained(id)));
            }
            default -> throw new IllegalArgumentException("no filing is " + status);
        };
    }

    private static String acted(String id, String login, String act, Map<String, ?> body) {
        done(act(login, id, act, body));
        return id;
    }

    private String draft(CaseKind kind, LocalDate conduct) {
        Map<String, Object> body = new HashMap<>(Office.openCase(county.code, county.applicant));
        body.put("kind", kind.name());
        body.put("subjects", List.of(Situations.subject(subject, "OTHER")));
        body.put(
                "particulars",
                Map.of(
                        "title", "测试事项",
                        "summary", "测试",
                        "conduct", Map.of("from", conduct.toString(), "to", conduct.toString())));
        return Situations.opened(county.applicant, body);
    }

    String applied() {
        return acted(draft(CaseKind.EXEMPTION, CONDUCT), county.applicant, "application", Map.of("statement", "申请"));
    }

    private String verifying() {
        var id = acted(applied(), county.handler, "acceptance", Map.of("accepted", true));
        done(put(
                county.handler,
                id,
                "investigators",
                Map.of("persons", List.of(Office.person(county.handler), Office.person(second)))));
        return id;
    }

    private String reported() {
        var id = verifying();
        done(Office.answer(county.handler, id, Office.onlySubject(county.handler, id), Map.of("gain", "有")));
        Office.investigated(county.handler, second, id);
        return id;
    }

    private String determined() {
        var id = reported();
        var subjectId = Office.onlySubject(county.handler, id);
        var evaluation = Office.evaluate(county.handler, id, subjectId).getString("id");
        return acted(id, judge, "determinations", Office.determination(subjectId, evaluation, "NOT_TOLERABLE"));
    }

    private String told() {
        var id = determined();
        return acted(id, county.handler, "feedback", Situations.feedback(Office.onlySubject(county.handler, id)));
    }

    private String determination(String id) {
        return as(county.handler)
                .get(CASES + id + "/determinations")
                .then()
                .extract()
                .path("[0].id");
    }

    private String registered() {
        var id = told();
        acted(id, subject, "internal-reviews/waivers", Map.of("determination", determination(id)));
        acted(id, county.handler, "registration", Map.of("materials", "认定书"));
        return acted(id, registrar, "registration/acceptance", Map.of());
    }

    private String closed() {
        var id = registered();
        return acted(id, county.handler, "archive", Map.of("explained", explained(id)));
    }

    /** Why each thing that the record lacks is missing. */
    private List<Map<String, String>> explained(String id) {
        return as(county.handler)
                .get(CASES + id + "/archive/check")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, String>>getList("missing")
                .stream()
                .map(gap -> Decided.explained(gap, "测试案件没有纸质材料可以归档"))
                .toList();
    }

    private String unresolved() {
        var id = exemption(CaseStatus.DEFERRED);
        clock.set(Duration.ofDays(1));
        try {
            return acted(id, judge, "deferrals/termination", Map.of("reasons", "期满仍无法查清"));
        } finally {
            clock.set(Duration.ZERO);
        }
    }

    private String published(String id) {
        try (var connection = PostgreSQL.superuser();
                var update =
                        connection.prepareStatement("update case_file set status = 'PUBLICISED' where id = ?::uuid")) {
            update.setString(1, id);
            assertEquals(1, update.executeUpdate());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        QuarkusTransaction.requiringNew().run(() -> desk.openAccess(desk.locked(UUID.fromString(id))));
        return id;
    }

    private String submitted() {
        var id = filing(CaseStatus.DRAFT);
        var content = PriorFilings.content(today(), today().plusDays(60), Situations.document(county.applicant, id));
        done(put(county.applicant, id, "filing", content));
        done(as(county.applicant)
                .header("If-Match", Office.etag(county.applicant, id))
                .post(CASES + id + "/filing/submission"));
        return id;
    }

    private String monitored() {
        return acted(
                submitted(),
                county.handler,
                "filing/feedback",
                Map.of("result", "ACCEPTED", "reasons", "已审阅", "advice", "实施中过程留痕"));
    }
}
