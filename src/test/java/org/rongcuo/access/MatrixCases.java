package org.rongcuo.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.access.MatrixPeople.Office;
import org.rongcuo.access.MatrixPeople.Place;
import org.rongcuo.access.MatrixPeople.Somebody;
import org.rongcuo.shared.Clocks;

/** The cases and books of the matrix, made over the API by whom they concern. */
final class MatrixCases {
    /**
     * A case and all that the rules ask of it.
     *
     * @param organ the organ that handles it, null for a draft
     * @param ids what path parameters beneath it stand for
     */
    record Matter(
            String name,
            String id,
            Place place,
            Level level,
            String status,
            boolean exOfficio,
            Somebody applicant,
            Set<Somebody> subjects,
            Office organ,
            Set<Somebody> team,
            Set<Somebody> handledBy,
            Set<Somebody> investigators,
            Set<Somebody> determinedBy,
            Map<String, String> ids) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A version of a book. @param place null for the nation's */
    record Book(String jurisdiction, String name, int number, boolean internal, boolean draft, Place place) {
        @Override
        public String toString() {
            return jurisdiction + "/" + name + " v" + number + (internal ? " internal" : "") + (draft ? " draft" : "");
        }
    }

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
    private final List<Matter> cases = new ArrayList<>();

    MatrixCases(MatrixPeople people, MatrixHttp http) {
        this.people = people;
        this.http = http;
        var team = List.of(
                "handler.M",
                "team-handler",
                "team-handler-for-internal",
                "team-decider",
                "team-from-S",
                "team-coordinator",
                "team-without-role",
                "team-expired");
        for (var level : Level.values()) {
            opened("verifying " + level, Place.M, level).accepted().keep();
            opened("team " + level, Place.M, level).accepted().team(team).keep();
            opened("determined " + level, Place.M, level)
                    .accepted()
                    .determined("decider.M")
                    .keep();
        }
        opened("draft INTERNAL", Place.M, Level.INTERNAL).draft();
        opened("draft RESTRICTED", Place.M, Level.RESTRICTED).draft();
        opened("applied", Place.M, Level.INTERNAL).applied().keep();
        opened("determined in a team", Place.M, Level.INTERNAL)
                .accepted()
                .team(team)
                .determined("team-decider")
                .keep();
        for (var place : List.of(Place.P, Place.S, Place.C)) {
            opened("verifying in " + place, place, Level.INTERNAL).accepted().keep();
            opened("determined in " + place, place, Level.INTERNAL)
                    .accepted()
                    .determined("decider." + place)
                    .keep();
        }
        opened("handled above", Place.M, Level.INTERNAL)
                .accepted()
                .assignedAbove()
                .keep();
        opened("handled above and determined", Place.M, Level.INTERNAL)
                .accepted()
                .assignedAbove()
                .determined("decider.P")
                .keep();
        opened("ex officio", Place.M, Level.INTERNAL, "organisation.M").keep();
        opened("with colleagues as subjects", Place.M, Level.INTERNAL)
                .about("subject-and-handler", "subject-without-role", "subject-and-applicant")
                .accepted()
                .keep();
        opened("draft with subjects", Place.M, Level.RESTRICTED)
                .about("subject-without-role")
                .draft();
        opened("of an applicant who handles cases", Place.M, Level.INTERNAL)
                .by("applicant-and-handler")
                .accepted()
                .keep();
        opened("handled by a decider", Place.M, Level.INTERNAL)
                .accepted("handler-and-decider")
                .keep();
        opened("of an applicant whose role ends", Place.M, Level.INTERNAL)
                .by("applicant-whose-role-ends")
                .accepted()
                .keep();
        people.end(
                "applicant-whose-role-ends",
                assignment("applicant-whose-role-ends"),
                (id, lastDay) -> http.post(
                                people.named("administrator.M"),
                                "/api/v1/assignments/" + id + "/end",
                                Map.of("lastDay", lastDay.toString()))
                        .expect(200));
        renew();
    }

    /** The first assignment of a person. */
    UUID assignment(String login) {
        var list = http.get(
                        people.named("administrator.P"),
                        "/api/v1/assignments?person=" + people.named(login).id())
                .expect(200)
                .json();
        return UUID.fromString(list.at("/items/0/id").asText());
    }

    /** A person whose role ended is another caller, though the same person. */
    private void renew() {
        cases.replaceAll(matter -> new Matter(
                matter.name,
                matter.id,
                matter.place,
                matter.level,
                matter.status,
                matter.exOfficio,
                people.named(matter.applicant.login()),
                new HashSet<>(matter.subjects.stream()
                        .map(subject -> people.named(subject.login()))
                        .toList()),
                matter.organ,
                matter.team,
                matter.handledBy,
                matter.investigators,
                matter.determinedBy,
                matter.ids));
    }

    List<Matter> all() {
        return cases;
    }

    Matter named(String name) {
        return cases.stream()
                .filter(matter -> matter.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Making opened(String name, Place place, Level level) {
        return new Making(name, place, level, "applicant." + place, false);
    }

    private Making opened(String name, Place place, Level level, String officer) {
        var making = new Making(name, place, level, officer, true);
        making.create();
        making.organ = people.office(place, OrganKind.ORGANISATION);
        making.status = "APPLIED";
        making.handledBy.add(people.named(officer));
        return making;
    }

    /** A case in the making. */
    private final class Making {
        private final String name;
        private final Place place;
        private final Level level;
        private final boolean exOfficio;
        private final Set<Somebody> handledBy = new HashSet<>();
        private final Set<Somebody> investigators = new HashSet<>();
        private final Set<Somebody> determinedBy = new HashSet<>();
        private final Map<String, String> ids = new HashMap<>();
        private Set<Somebody> subjects = Set.of();
        private Set<Somebody> team = Set.of();
        private Somebody applicant;
        private Office organ;
        private String status = "DRAFT";
        private String id;

        private Making(String name, Place place, Level level, String applicant, boolean exOfficio) {
            this.name = name;
            this.place = place;
            this.level = level;
            this.applicant = people.named(applicant);
            this.exOfficio = exOfficio;
        }

        private Making by(String login) {
            applicant = people.named(login);
            return this;
        }

        private Making about(String... logins) {
            subjects = new HashSet<>(List.of(logins).stream().map(people::named).toList());
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
                    http.document(applicant, id, name)
                            .expect(201)
                            .json()
                            .get("id")
                            .asText());
        }

        private void draft() {
            create();
            keep();
        }

        private Making applied() {
            create();
            http.act(applicant, "POST", id, "application", Map.of()).expect(200);
            organ = people.office(place, OrganKind.DISCIPLINE_INSPECTION);
            status = "APPLIED";
            return this;
        }

        private Making accepted() {
            return accepted("handler." + place);
        }

        private Making accepted(String login) {
            applied();
            var handler = people.named(login);
            http.act(handler, "POST", id, "acceptance", Map.of("accepted", true))
                    .expect(200);
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

        private Making team(List<String> logins) {
            team = new HashSet<>(logins.stream().map(people::named).toList());
            var members = team.stream().map(Somebody::id).toList();
            http.act(people.named("handler.M"), "PUT", id, "team", Map.of("persons", members))
                    .expect(200);
            return this;
        }

        private Making assignedAbove() {
            organ = people.office(Place.P, OrganKind.DISCIPLINE_INSPECTION);
            http.act(
                            people.named("handler.M"),
                            "POST",
                            id,
                            "assignments",
                            Map.of("organ", organ.id(), "reasons", "提级办理"))
                    .expect(200);
            return this;
        }

        private Making determined(String login) {
            var decider = people.named(login);
            investigated();
            Map<String, Object> body = new HashMap<>();
            body.put("subject", ids.get("subjectId"));
            body.put("evaluation", evaluate(decider, ids.get("subjectId")));
            body.put("outcome", "NOT_TOLERABLE");
            body.put(
                    "meeting",
                    Map.of(
                            "title",
                            "会议",
                            "heldOn",
                            LocalDate.now(Clocks.SHANGHAI).toString()));
            body.put("reasons", "理由");
            body.put("departureReasons", "理由");
            body.put("openItemsReasons", "理由");
            http.act(decider, "POST", id, "determinations", body).expect(201);
            determinedBy.add(decider);
            status = "DETERMINED";
            return this;
        }

        /** By the first handler of the organ and a second one, both in the team if there is one. */
        private void investigated() {
            var handler = people.named("handler." + organ.place());
            var second = people.named(team.isEmpty() ? "second-handler." + organ.place() : "team-handler");
            var both = List.of(handler.id(), second.id());
            http.act(handler, "PUT", id, "investigators", Map.of("persons", both))
                    .expect(200);
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

        private void keep() {
            cases.add(new Matter(
                    name,
                    id,
                    place,
                    level,
                    status,
                    exOfficio,
                    applicant,
                    subjects,
                    organ,
                    team,
                    handledBy,
                    investigators,
                    determinedBy,
                    ids));
        }
    }
}
