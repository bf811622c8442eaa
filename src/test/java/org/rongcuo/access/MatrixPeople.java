package org.rongcuo.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongcuo.access.AdministrationService.AddJurisdiction;
import org.rongcuo.access.AdministrationService.AddOrgan;
import org.rongcuo.access.AdministrationService.AssignRole;
import org.rongcuo.access.AdministrationService.RegisterPerson;
import org.rongcuo.shared.Clocks;

/**
 * The places, organs and persons of the matrix, in a tree of its own so that no other test's cases are seen from it:
 * M lies beside S, below P, above C.
 */
final class MatrixPeople {
    /** A place by its letter. */
    enum Place {
        P("339900", "330000"),
        M("339922", "339900"),
        S("339921", "339900"),
        C("339922001", "339922");

        final String code;
        final String parent;

        Place(String code, String parent) {
            this.code = code;
            this.parent = parent;
        }

        /** Whether the other is this place or lies below it. */
        boolean holds(Place other) {
            return other == this
                    || Arrays.stream(values()).anyMatch(above -> above.code.equals(other.parent) && holds(above));
        }
    }

    /** An office; kinds that stand twice in a place are told apart by their name. */
    record Office(UUID id, Place place, OrganKind kind, String name) {}

    /** A role held, as the administrator gave it. */
    record Holding(Role role, Office office, Level clearance, LocalDate from, LocalDate until) {
        boolean inForce(LocalDate today) {
            return !from.isAfter(today) && (until == null || !until.isBefore(today));
        }
    }

    /** A caller; the anonymous one has no id. */
    record Somebody(UUID id, String login, List<Holding> everHeld) {
        List<Holding> holdings() {
            return everHeld.stream()
                    .filter(holding -> holding.inForce(LocalDate.now(Clocks.SHANGHAI)))
                    .toList();
        }

        boolean holds(Role... roles) {
            return holdings().stream().anyMatch(holding -> List.of(roles).contains(holding.role()));
        }

        boolean anonymous() {
            return id == null;
        }

        @Override
        public String toString() {
            return login;
        }
    }

    static final Somebody ANONYMOUS = new Somebody(null, "anonymous", List.of());
    private static final LocalDate SINCE = LocalDate.of(2016, 1, 1);

    private final AdministrationService administration;
    private final Map<String, Office> offices = new LinkedHashMap<>();
    private final Map<String, Somebody> people = new LinkedHashMap<>();

    MatrixPeople(AdministrationService administration) {
        this.administration = administration;
        for (var place : Place.values()) {
            administration.add(
                    new AddJurisdiction(place.code, "矩阵" + place, "Matrix " + place, place.parent, "矩" + place));
        }
        people.put(ANONYMOUS.login(), ANONYMOUS);
        everyRoleInEveryPlace();
        secondHandlers();
        clearances();
        otherOrgans();
        special();
    }

    /** {@code handler.M}, cleared for everything. */
    private void everyRoleInEveryPlace() {
        for (var role : Role.values()) {
            for (var place : Place.values()) {
                person(name(role) + "." + place, hold(role, office(place, usual(role)), Level.RESTRICTED));
            }
        }
    }

    /** It takes two to investigate. */
    private void secondHandlers() {
        for (var place : Place.values()) {
            person("second-handler." + place, hold(Role.HANDLER, office(place, usual(Role.HANDLER)), Level.RESTRICTED));
        }
    }

    /** {@code handler.M.public}: the same, cleared for less. */
    private void clearances() {
        for (var level : List.of(Level.PUBLIC, Level.INTERNAL, Level.SENSITIVE)) {
            person("handler.M." + level, hold(Role.HANDLER, office(Place.M, usual(Role.HANDLER)), level));
        }
        for (var role : List.of(Role.DECIDER, Role.ORGANISATION, Role.REGISTRAR, Role.INSPECTOR)) {
            person(name(role) + ".M.INTERNAL", hold(role, office(Place.M, usual(role)), Level.INTERNAL));
        }
        person("handler.P.INTERNAL", hold(Role.HANDLER, office(Place.P, usual(Role.HANDLER)), Level.INTERNAL));
    }

    private void otherOrgans() {
        var second = office(Place.M, OrganKind.DISCIPLINE_INSPECTION, "第二");
        person("handler.M-second-office", hold(Role.HANDLER, second, Level.RESTRICTED));
        person("decider.M-second-office", hold(Role.DECIDER, second, Level.RESTRICTED));
        person("handler.P-audit", hold(Role.HANDLER, office(Place.P, OrganKind.AUDIT), Level.RESTRICTED));
        person("handler.M-audit", hold(Role.HANDLER, office(Place.M, OrganKind.AUDIT), Level.RESTRICTED));
        person("handler.M-audit.INTERNAL", hold(Role.HANDLER, office(Place.M, OrganKind.AUDIT), Level.INTERNAL));
        person("decider.M-audit", hold(Role.DECIDER, office(Place.M, OrganKind.AUDIT), Level.RESTRICTED));
        person(
                "organisation.P-discipline",
                hold(Role.ORGANISATION, office(Place.P, OrganKind.DISCIPLINE_INSPECTION), Level.RESTRICTED));
    }

    private void special() {
        var discipline = office(Place.M, OrganKind.DISCIPLINE_INSPECTION);
        var unit = office(Place.M, OrganKind.UNIT);
        var yesterday = LocalDate.now(Clocks.SHANGHAI).minusDays(1);
        person("nobody");
        person("handler-expired", new Holding(Role.HANDLER, discipline, Level.RESTRICTED, SINCE, yesterday));
        person("handler-not-yet", new Holding(Role.HANDLER, discipline, Level.RESTRICTED, yesterday.plusDays(2), null));
        person("applicant-other", hold(Role.APPLICANT, unit, Level.RESTRICTED));
        person("applicant-whose-role-ends", hold(Role.APPLICANT, unit, Level.RESTRICTED));
        person("subject-without-role");
        person("subject-and-applicant", hold(Role.APPLICANT, unit, Level.PUBLIC));
        person("subject-and-handler", hold(Role.HANDLER, discipline, Level.RESTRICTED));
        person(
                "applicant-and-handler",
                hold(Role.APPLICANT, unit, Level.RESTRICTED),
                hold(Role.HANDLER, discipline, Level.RESTRICTED),
                hold(Role.DECIDER, discipline, Level.RESTRICTED));
        person(
                "handler-and-decider",
                hold(Role.HANDLER, discipline, Level.RESTRICTED),
                hold(Role.DECIDER, discipline, Level.RESTRICTED));
        person(
                "inspector-and-handler",
                hold(Role.INSPECTOR, discipline, Level.RESTRICTED),
                hold(Role.HANDLER, discipline, Level.RESTRICTED));
        person(
                "inspector-and-handler-for-public",
                hold(Role.INSPECTOR, discipline, Level.RESTRICTED),
                hold(Role.HANDLER, discipline, Level.PUBLIC),
                hold(Role.DECIDER, discipline, Level.PUBLIC));
        person("team-handler", hold(Role.HANDLER, discipline, Level.RESTRICTED));
        person("team-handler-for-internal", hold(Role.HANDLER, discipline, Level.INTERNAL));
        person("team-decider", hold(Role.DECIDER, discipline, Level.RESTRICTED));
        person("team-from-S", hold(Role.HANDLER, office(Place.S, discipline.kind()), Level.RESTRICTED));
        person("team-coordinator", hold(Role.COORDINATOR, discipline, Level.SENSITIVE));
        person("team-without-role");
        person("team-expired", new Holding(Role.HANDLER, discipline, Level.RESTRICTED, SINCE, yesterday));
    }

    /** An applicant's role comes to its end, after the application. */
    void end(String login, UUID assignment, AssignmentEnd ends) {
        var yesterday = LocalDate.now(Clocks.SHANGHAI).minusDays(1);
        ends.end(assignment, yesterday);
        var before = named(login);
        people.put(
                login,
                new Somebody(
                        before.id(),
                        login,
                        before.everHeld().stream()
                                .map(held -> new Holding(
                                        held.role(), held.office(), held.clearance(), held.from(), yesterday))
                                .toList()));
    }

    /** Ends an assignment over the API. */
    interface AssignmentEnd {
        void end(UUID assignment, LocalDate lastDay);
    }

    private static String name(Role role) {
        return role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static Holding hold(Role role, Office office, Level clearance) {
        return new Holding(role, office, clearance, SINCE, null);
    }

    private void person(String login, Holding... holdings) {
        var home = holdings.length == 0 ? office(Place.M, OrganKind.UNIT) : holdings[0].office();
        var id = administration
                .register(new RegisterPerson("矩阵·" + login, home.id(), "basic", "matrix-" + login))
                .id();
        for (var held : holdings) {
            administration.assign(
                    new AssignRole(id, held.office().id(), held.role(), held.clearance(), held.from(), held.until()));
        }
        people.put(login, new Somebody(id, login, List.of(holdings)));
    }

    private static OrganKind usual(Role role) {
        return switch (role) {
            case APPLICANT -> OrganKind.UNIT;
            case ORGANISATION -> OrganKind.ORGANISATION;
            case REGISTRAR -> OrganKind.PARTY_COMMITTEE;
            case POLICY_EDITOR, POLICY_APPROVER -> OrganKind.POLICY;
            case ADMINISTRATOR, SUPERVISOR -> OrganKind.COMPETENT_DEPARTMENT;
            default -> OrganKind.DISCIPLINE_INSPECTION;
        };
    }

    Office office(Place place, OrganKind kind) {
        return office(place, kind, "");
    }

    private Office office(Place place, OrganKind kind, String which) {
        return offices.computeIfAbsent(place + "." + kind + which, key -> {
            var organ = administration.add(new AddOrgan(
                    place.code, kind, "矩阵" + place + which + kind.label().zh()));
            return new Office(organ.id(), place, kind, key);
        });
    }

    Somebody named(String login) {
        var found = people.get(login);
        if (found == null) {
            throw new IllegalArgumentException("nobody is named " + login);
        }
        return found;
    }

    List<Somebody> everybody() {
        return new ArrayList<>(people.values());
    }
}
