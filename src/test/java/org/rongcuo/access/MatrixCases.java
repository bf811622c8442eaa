package org.rongcuo.access;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.access.MatrixPeople.Office;
import org.rongcuo.access.MatrixPeople.Place;
import org.rongcuo.access.MatrixPeople.Somebody;

/** The cases and books of the matrix, made over the API by whom they concern. */
final class MatrixCases {
    /**
     * A case and all that the rules ask of it.
     *
     * @param organ the organ that handles it, null for a draft
     * @param coHandlers the organs that handle it too
     * @param invited the members of the group before which it was brought
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
            Set<Office> coHandlers,
            Set<Somebody> invited,
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
        opened("told", Place.M, Level.INTERNAL)
                .accepted()
                .determined("decider.M")
                .told()
                .keep();
        opened("told in a team", Place.M, Level.INTERNAL)
                .accepted()
                .team(team)
                .determined("team-decider")
                .told()
                .keep();
        opened("closed", Place.M, Level.INTERNAL)
                .accepted()
                .determined("decider.M")
                .told()
                .closed()
                .keep();
        opened("withdrawn", Place.M, Level.INTERNAL).accepted().withdrawn().keep();
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
                new LinkedHashSet<>(matter.subjects.stream()
                        .map(subject -> people.named(subject.login()))
                        .toList()),
                matter.organ,
                matter.coHandlers,
                matter.invited,
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

    /** A case of M that another organ handles too and that was brought before the group. */
    void broughtBefore(String group, Somebody member) {
        opened("before the group", Place.M, Level.SENSITIVE)
                .accepted()
                .coHandledBy(people.office(Place.M, OrganKind.AUDIT))
                .referred(group, member)
                .keep();
    }

    private MatrixMaking opened(String name, Place place, Level level) {
        return making(name, place, level, "applicant." + place, false);
    }

    private MatrixMaking opened(String name, Place place, Level level, String officer) {
        return making(name, place, level, officer, true).begunBy(people.named(officer));
    }

    private MatrixMaking making(String name, Place place, Level level, String applicant, boolean exOfficio) {
        return new MatrixMaking(people, http, cases::add, name, place, level, people.named(applicant), exOfficio);
    }
}
