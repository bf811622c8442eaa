package org.rongcuo.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.rongcuo.access.MatrixCases.Matter;
import org.rongcuo.access.MatrixPeople.Office;
import org.rongcuo.access.MatrixPeople.Place;
import org.rongcuo.access.MatrixPeople.Somebody;
import org.rongcuo.shared.Clocks;

/** A case of the matrix in the making: each step by whom it is for. */
final class MatrixMaking {
    /** What no case of the matrix has. */
    private static final List<String> NAMED = List.of(
            "feedbackId",
            "noticeId",
            "reviewId",
            "objectionId",
            "invocationId",
            "engagementId",
            "claimId",
            "recusalId",
            "organId");

    private final MatrixPeople people;
    private final MatrixHttp http;
    private final Consumer<Matter> kept;
    private final String name;
    private final Place place;
    private final Level level;
    private final boolean exOfficio;
    private final Set<Somebody> handledBy = new HashSet<>();
    private final Set<Somebody> investigators = new HashSet<>();
    private final Set<Somebody> determinedBy = new HashSet<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Set<Office> coHandlers = new HashSet<>();
    private final Set<Somebody> invited = new HashSet<>();
    private Set<Somebody> subjects = Set.of();
    private Set<Somebody> team = Set.of();
    private Somebody applicant;
    private Office organ;
    private String status = "DRAFT";
    private String determination;
    private String id;

    /** @param kept takes the case when it is as it shall be */
    MatrixMaking(
            MatrixPeople people,
            MatrixHttp http,
            Consumer<Matter> kept,
            String name,
            Place place,
            Level level,
            Somebody applicant,
            boolean exOfficio) {
        this.people = people;
        this.http = http;
        this.kept = kept;
        this.name = name;
        this.place = place;
        this.level = level;
        this.applicant = applicant;
        this.exOfficio = exOfficio;
    }

    /** Started ex officio by an officer of the organisation department. */
    MatrixMaking begunBy(Somebody officer) {
        create();
        organ = people.office(place, OrganKind.ORGANISATION);
        status = "APPLIED";
        handledBy.add(officer);
        return this;
    }

    MatrixMaking by(String login) {
        applicant = people.named(login);
        return this;
    }

    MatrixMaking about(String... logins) {
        subjects =
                new LinkedHashSet<>(List.of(logins).stream().map(people::named).toList());
        return this;
    }

    private void create() {
        List<Map<String, Object>> named = new ArrayList<>();
        for (var subject : subjects) {
            named.add(Map.of("person", subject.id(), "status", "PARTY_MEMBER"));
        }
        if (named.isEmpty()) {
            named.add(Map.of("organ", people.office(place, OrganKind.UNIT).id(), "status", "UNIT"));
        }
        var body = Map.of(
                "jurisdiction",
                place.code,
                "start",
                exOfficio ? "EX_OFFICIO" : "APPLICATION",
                "particulars",
                Map.of(
                        "title",
                        name,
                        "summary",
                        "矩阵用例",
                        "level",
                        level.name(),
                        "conduct",
                        Map.of("from", "2026-03-01")),
                "subjects",
                named);
        var made = http.post(applicant, "/api/v1/cases", body).expect(201).json();
        id = made.get("id").asText();
        ids.put("id", id);
        // Who may act is decided before what is named is looked for.
        for (var other : NAMED) {
            ids.putIfAbsent(other, UUID.randomUUID().toString());
        }
        ids.put("caseId", id);
        ids.put("subjectId", made.at("/subjects/0/id").asText());
        ids.put(
                "documentId",
                http.document(applicant, id, name).expect(201).json().get("id").asText());
    }

    void draft() {
        create();
        keep();
    }

    MatrixMaking applied() {
        create();
        http.act(applicant, "POST", id, "application", Map.of()).expect(200);
        organ = people.office(place, OrganKind.DISCIPLINE_INSPECTION);
        status = "APPLIED";
        return this;
    }

    MatrixMaking accepted() {
        return accepted("handler." + place);
    }

    MatrixMaking accepted(String login) {
        applied();
        var handler = people.named(login);
        http.act(handler, "POST", id, "acceptance", Map.of("accepted", true)).expect(200);
        handledBy.add(handler);
        status = "VERIFYING";
        ids.put("correctionId", correction());
        ids.put("evaluationId", evaluate(handler, ids.get("subjectId")));
        ids.put(
                "paperId",
                http.post(handler, "/api/v1/cases/" + id + "/papers", Map.of("kind", "ACCEPTANCE_NOTICE"))
                        .expect(201)
                        .json()
                        .get("id")
                        .asText());
        return this;
    }

    /** Begun by the applicant. */
    private String correction() {
        var due = LocalDate.now(Clocks.SHANGHAI).plusDays(30).toString();
        var body = Map.of("plan", "方案", "measures", List.of(Map.of("text", "措施", "due", due)), "dueOn", due);
        return http.post(applicant, "/api/v1/cases/" + id + "/corrections", body)
                .expect(201)
                .json()
                .get("id")
                .asText();
    }

    private String evaluate(Somebody by, String subject) {
        return http.post(by, "/api/v1/cases/" + id + "/checklists/" + subject + "/evaluations")
                .expect(201)
                .json()
                .get("id")
                .asText();
    }

    MatrixMaking team(List<String> logins) {
        team = new HashSet<>(logins.stream().map(people::named).toList());
        var members = team.stream().map(Somebody::id).toList();
        http.act(people.named("handler.M"), "PUT", id, "team", Map.of("persons", members))
                .expect(200);
        return this;
    }

    MatrixMaking assignedAbove() {
        organ = people.office(Place.P, OrganKind.DISCIPLINE_INSPECTION);
        http.act(people.named("handler.M"), "POST", id, "assignments", Map.of("organ", organ.id(), "reasons", "提级办理"))
                .expect(200);
        return this;
    }

    MatrixMaking determined(String login) {
        var decider = people.named(login);
        investigated();
        Map<String, Object> body = new HashMap<>();
        body.put("subject", ids.get("subjectId"));
        body.put("evaluation", evaluate(decider, ids.get("subjectId")));
        body.put("outcome", "NOT_TOLERABLE");
        body.put(
                "meeting",
                Map.of("title", "会议", "heldOn", LocalDate.now(Clocks.SHANGHAI).toString()));
        body.put("reasons", "理由");
        body.put("departureReasons", "理由");
        body.put("openItemsReasons", "理由");
        determination = http.act(decider, "POST", id, "determinations", body)
                .expect(201)
                .json()
                .get("id")
                .asText();
        determinedBy.add(decider);
        status = "DETERMINED";
        return this;
    }

    MatrixMaking told() {
        var today = LocalDate.now(Clocks.SHANGHAI).toString();
        var feedback = Map.of(
                "subject",
                ids.get("subjectId"),
                "deliveredOn",
                today,
                "method",
                "IN_PERSON",
                "remedies",
                "如不服,可自收到之日起一个月内申请复审",
                "receipt",
                Map.of("receivedBy", "矩阵", "receivedOn", today));
        http.act(people.named("handler." + organ.place()), "POST", id, "feedback", feedback)
                .expect(201);
        status = "NOTIFIED";
        return this;
    }

    /** The subject waives the review; the outcome is registered, and the case archived with its gaps explained. */
    MatrixMaking closed() {
        var handler = people.named("handler." + organ.place());
        http.act(applicant, "POST", id, "internal-reviews/waivers", Map.of("determination", determination))
                .expect(201);
        http.act(handler, "POST", id, "registration", Map.of("materials", "认定书"))
                .expect(201);
        http.act(people.named("registrar." + organ.place()), "POST", id, "registration/acceptance", Map.of())
                .expect(200);
        corrected();
        List<Map<String, String>> explained = new ArrayList<>();
        http.get(handler, "/api/v1/cases/" + id + "/archive/check")
                .expect(200)
                .json()
                .get("missing")
                .forEach(gap -> {
                    Map<String, String> one = new HashMap<>(Map.of("reasons", "矩阵用例,此项不曾办理,无从补正"));
                    for (var key : List.of("step", "code", "about")) {
                        if (gap.hasNonNull(key)) {
                            one.put(key, gap.get(key).asText());
                        }
                    }
                    explained.add(one);
                });
        http.act(handler, "POST", id, "archive", Map.of("explained", explained)).expect(200);
        status = "CLOSED";
        return this;
    }

    /** What the applicant began is done, accepted and summed up. */
    private void corrected() {
        var correction = "/api/v1/cases/" + id + "/corrections/" + ids.get("correctionId");
        var handler = people.named("handler." + organ.place());
        List<Map<String, String>> done = new ArrayList<>();
        http.get(applicant, correction)
                .expect(200)
                .json()
                .get("measures")
                .forEach(measure -> done.add(Map.of("measure", measure.get("id").asText(), "done", "已落实")));
        http.post(applicant, correction + "/report", Map.of("statement", "已完成", "measures", done))
                .expect(200);
        http.post(handler, correction + "/evaluation", Map.of("accepted", true, "remark", "整改到位"))
                .expect(200);
        http.post(handler, correction + "/summary", Map.of("summary", "充分比选")).expect(200);
    }

    MatrixMaking withdrawn() {
        http.act(applicant, "POST", id, "withdrawal", Map.of("reasons", "不再申请")).expect(200);
        status = "WITHDRAWN";
        return this;
    }

    MatrixMaking coHandledBy(Office office) {
        var body = Map.of("organ", office.id(), "reasons", "涉及审计事项");
        http.act(people.named("handler." + place), "POST", id, "co-handlers", body)
                .expect(200);
        coHandlers.add(office);
        return this;
    }

    MatrixMaking referred(String group, Somebody member) {
        investigated();
        var body = Map.of("group", group, "reasons", "对决策程序有争议");
        http.act(people.named("handler." + place), "POST", id, "consultations", body)
                .expect(201);
        invited.add(member);
        status = "CONSULTING";
        return this;
    }

    /** By the first handler of the organ and a second one, both in the team if there is one. */
    private void investigated() {
        var handler = people.named("handler." + organ.place());
        var second = people.named(team.isEmpty() ? "second-handler." + organ.place() : "team-handler");
        var both = List.of(handler.id(), second.id());
        http.act(handler, "PUT", id, "investigators", Map.of("persons", both)).expect(200);
        handledBy.addAll(List.of(handler, second));
        investigators.addAll(List.of(handler, second));
        var subject = ids.get("subjectId");
        http.post(
                        handler,
                        "/api/v1/cases/" + id + "/statements",
                        Map.of(
                                "subject",
                                subject,
                                "heldOn",
                                LocalDate.now(Clocks.SHANGHAI).toString(),
                                "place",
                                "谈话室",
                                "present",
                                both,
                                "text",
                                "陈述"))
                .expect(201);
        evaluate(handler, subject);
        http.act(
                        handler,
                        "POST",
                        id,
                        "verification",
                        Map.of(
                                "findings",
                                List.of(Map.of("subject", subject, "facts", "事实", "opinion", "意见")),
                                "signers",
                                both))
                .expect(201);
    }

    void keep() {
        kept.accept(new Matter(
                name,
                id,
                place,
                level,
                status,
                exOfficio,
                applicant,
                subjects,
                organ,
                coHandlers,
                invited,
                team,
                handledBy,
                investigators,
                determinedBy,
                ids));
    }
}
