package org.rongcuo.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rongcuo.access.MatrixCases.Book;
import org.rongcuo.access.MatrixCases.Matter;
import org.rongcuo.access.MatrixPeople.Holding;
import org.rongcuo.access.MatrixPeople.Place;
import org.rongcuo.access.MatrixPeople.Somebody;

/** The rules of access-matrix.txt and what follows from them for a caller; knows nothing of the product's own rules. */
final class MatrixRules {
    private static final List<String> STATUSES =
            List.of("DRAFT", "APPLIED", "VERIFYING", "WITHDRAWN", "CONSULTING", "DETERMINED", "NOTIFIED", "CLOSED");

    /** The roles that see what their organ handles. */
    private static final List<Role> OFFICE = List.of(Role.HANDLER, Role.DECIDER, Role.ORGANISATION);

    /** Where a role is held, seen from the case. */
    enum Position {
        THE_ORGAN,
        SAME_PLACE,
        ABOVE_ITS_KIND,
        ABOVE_OTHER_KIND,
        ELSEWHERE
    }

    /** A line of [sight]. */
    record Sight(boolean fromPlace, List<Position> from, String firstSeen) {}

    /** A line of [endpoints]. @param who the verb; @param names roles or parties; @param sent the probe's body */
    record Line(String method, String path, String about, String who, List<String> names, String sent) {
        String endpoint() {
            return method + " " + path;
        }
    }

    private final Map<Role, Sight> sights = new EnumMap<>(Role.class);
    private final Map<String, List<Role>> parties = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();

    MatrixRules() {
        var section = "";
        for (var raw : read()) {
            if (raw.isBlank() || raw.startsWith("#")) {
                continue;
            }
            if (raw.startsWith("[")) {
                section = raw.strip();
                continue;
            }
            var cells = Arrays.stream(raw.split("\\|")).map(String::strip).toList();
            switch (section) {
                case "[sight]" -> sights.put(role(cells.get(0)), sight(cells));
                case "[parties]" -> parties.put(cells.get(0), roles(cells.get(1)));
                case "[endpoints]" -> lines.add(line(cells));
                default -> throw new IllegalStateException("a line outside the sections: " + raw);
            }
        }
    }

    private static List<String> read() {
        try (var table = MatrixRules.class.getResourceAsStream("/org/rongcuo/access/access-matrix.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Sight sight(List<String> cells) {
        List<Position> from = new ArrayList<>();
        for (var position : Position.values()) {
            if (cells.get(2 + position.ordinal()).equals("yes")) {
                from.add(position);
            }
        }
        return new Sight(cells.get(1).equals("place"), from, cells.get(7));
    }

    private static Line line(List<String> cells) {
        var endpoint = cells.get(0).split(" +");
        var who = cells.get(2).split(" ", 2);
        return new Line(
                endpoint[0],
                endpoint[1],
                cells.get(1),
                who[0],
                who.length == 1 ? List.of() : List.of(who[1].split(", *")),
                cells.size() > 3 ? cells.get(3) : null);
    }

    private static Role role(String name) {
        return Role.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static List<Role> roles(String names) {
        return Arrays.stream(names.split(", *")).map(MatrixRules::role).toList();
    }

    List<Line> lines() {
        return lines;
    }

    /** What a caller gets who asks for something that is about no case, book or place. */
    String plain(Somebody caller, Line line) {
        return door(caller, line);
    }

    /** What a caller gets who writes in a place; null is the nation, which none of the matrix's callers is over. */
    String inPlace(Somebody caller, Line line, Place place) {
        var door = door(caller, line);
        return !door.equals("passes") || over(caller, place, line.names()) ? door : "403";
    }

    /** What a caller gets on a group of a place: where a role is asked for, it is its members that act. */
    String onGroup(Somebody caller, Line line, Place place, Set<Somebody> members) {
        var door = door(caller, line);
        var may = line.who().equals("over")
                ? over(caller, place, line.names())
                : line.who().equals("registered") || members.contains(caller);
        return !door.equals("passes") || may ? door : "403";
    }

    /** What a caller gets on something that none of the matrix's callers sees. */
    String unseen(Somebody caller, Line line) {
        var door = door(caller, line);
        return door.equals("passes") ? "404" : door;
    }

    /** What a caller gets on an assignment in a place: administrators elsewhere do not see it. */
    String onAssignment(Somebody caller, Line line, Place place) {
        var door = door(caller, line);
        return !door.equals("passes") || over(caller, place, line.names()) ? door : "404";
    }

    String onBook(Somebody caller, Line line, Book book) {
        var door = door(caller, line);
        if (!door.equals("passes")) {
            return door;
        }
        var staff = List.of("policy-editor", "policy-approver", "inspector");
        if (book.internal() && caller.anonymous()
                || line.about().equals("version") && book.draft() && !over(caller, book.place(), staff)) {
            return "404";
        }
        return line.who().equals("over") && !over(caller, book.place(), line.names()) ? "403" : "passes";
    }

    /** What a caller gets on a task about a case, null, or about a book of a place. */
    String onTask(Somebody caller, Line line, Matter matter, Place place) {
        var door = door(caller, line);
        if (!door.equals("passes")) {
            return door;
        }
        var mine = matter == null
                ? over(caller, place, List.of("policy-editor"))
                : sees(caller, matter) && is(caller, "handler", matter);
        return mine ? "passes" : "404";
    }

    String onCase(Somebody caller, Line line, Matter matter) {
        var door = door(caller, line);
        if (!door.equals("passes")) {
            return door;
        }
        var seen = line.about().equals("filing") ? seesFiling(caller, matter) : sees(caller, matter);
        var asOffice = Set.of("seeing", "apart").contains(line.who());
        if (!seen
                || asOffice && !seesAs(caller, matter, line.names())
                || line.who().equals("apart") && concerned(caller, matter)
                || line.who().equals("own-document") && concerned(caller, matter) && matter.applicant() != caller
                || line.who().equals("own-answers") && concerned(caller, matter) && !isFirst(caller, matter)) {
            return "404";
        }
        return line.who().equals("party") && line.names().stream().noneMatch(party -> is(caller, party, matter))
                ? "403"
                : "passes";
    }

    /** What is decided before anything is looked at: the login and the roles. */
    private String door(Somebody caller, Line line) {
        if (line.who().equals("everyone")) {
            return "passes";
        }
        if (caller.anonymous()) {
            return "401";
        }
        var wanted =
                switch (line.who()) {
                    case "registered", "own-document", "own-answers" -> List.<Role>of();
                    case "role", "over", "seeing", "apart" ->
                        line.names().stream().map(MatrixRules::role).toList();
                    case "party" ->
                        line.names().stream()
                                .flatMap(party -> parties.get(party).stream())
                                .toList();
                    default -> throw new IllegalStateException("who is that: " + line.who());
                };
        return wanted.isEmpty() || caller.holds(wanted.toArray(Role[]::new)) ? "passes" : "403";
    }

    private static boolean over(Somebody caller, Place place, List<String> roles) {
        return caller.holdings().stream()
                .filter(held -> roles.stream().map(MatrixRules::role).anyMatch(held.role()::equals))
                .anyMatch(held -> place != null && held.office().place().holds(place));
    }

    boolean sees(Somebody caller, Matter matter) {
        if (caller.anonymous()) {
            return false;
        }
        if (matter.applicant() == caller && !matter.exOfficio()
                || matter.subjects().contains(caller)) {
            return true;
        }
        if (byRole(caller, matter, Stream.of(Role.INSPECTOR))) {
            return true;
        }
        if (invited(caller, matter)) {
            return true;
        }
        return matter.team().isEmpty()
                ? byRole(caller, matter, sights.keySet().stream()) || coHandles(caller, matter, OFFICE)
                : ofTheTeam(caller, matter);
    }

    private static boolean invited(Somebody caller, Matter matter) {
        return matter.invited().contains(caller)
                && caller.holdings().stream()
                        .anyMatch(held -> held.role() == Role.COORDINATOR
                                && held.clearance().compareTo(matter.level()) >= 0);
    }

    /** In just an organ that handles the case too: not above it, and cleared. */
    private static boolean coHandles(Somebody caller, Matter matter, List<Role> roles) {
        return caller.holdings().stream()
                .filter(held -> roles.contains(held.role()))
                .filter(held -> held.clearance().compareTo(matter.level()) >= 0)
                .anyMatch(held -> matter.coHandlers().contains(held.office()));
    }

    private static boolean ofTheTeam(Somebody caller, Matter matter) {
        return matter.team().contains(caller)
                && caller.holdings().stream()
                        .map(Holding::clearance)
                        .max(Comparator.naturalOrder())
                        .filter(highest -> highest.compareTo(matter.level()) >= 0)
                        .isPresent();
    }

    /** Whether the caller sees the case otherwise than as its applicant or subject. */
    private boolean seesAs(Somebody caller, Matter matter, List<String> names) {
        var roles = names.stream().map(MatrixRules::role).toList();
        if (roles.contains(Role.INSPECTOR) && byRole(caller, matter, Stream.of(Role.INSPECTOR))) {
            return true;
        }
        return matter.team().isEmpty()
                ? byRole(caller, matter, roles.stream().filter(sights::containsKey))
                        || coHandles(
                                caller,
                                matter,
                                roles.stream().filter(OFFICE::contains).toList())
                : ofTheTeam(caller, matter);
    }

    private boolean byRole(Somebody caller, Matter matter, Stream<Role> roles) {
        return roles.anyMatch(role -> {
            var sight = sights.get(role);
            return STATUSES.indexOf(matter.status()) >= STATUSES.indexOf(sight.firstSeen)
                    && reaching(caller, matter, role, sight.fromPlace, sight.from);
        });
    }

    private static boolean reaching(
            Somebody caller, Matter matter, Role role, boolean fromPlace, List<Position> positions) {
        return caller.holdings().stream()
                .filter(held -> held.role() == role)
                .filter(held -> held.clearance().compareTo(matter.level()) >= 0)
                .anyMatch(held -> positions.contains(position(held, matter, fromPlace)));
    }

    private static Position position(Holding held, Matter matter, boolean fromPlace) {
        var office = held.office();
        var organ = matter.organ();
        var place = fromPlace ? matter.place() : organ.place();
        if (organ != null && office.id().equals(organ.id()) && !fromPlace) {
            return Position.THE_ORGAN;
        }
        if (office.place() == place) {
            return Position.SAME_PLACE;
        }
        if (!office.place().holds(place)) {
            return Position.ELSEWHERE;
        }
        return !fromPlace && office.kind() == organ.kind() ? Position.ABOVE_ITS_KIND : Position.ABOVE_OTHER_KIND;
    }

    /** Supervisors over the place see a filing that was submitted, beside whoever sees cases. */
    boolean seesFiling(Somebody caller, Matter filing) {
        return sees(caller, filing) || supervises(caller, filing);
    }

    private static boolean supervises(Somebody caller, Matter filing) {
        return reaching(caller, filing, Role.SUPERVISOR, true, List.of(Position.SAME_PLACE, Position.ABOVE_OTHER_KIND));
    }

    private static boolean concerned(Somebody caller, Matter matter) {
        return matter.applicant() == caller && !matter.exOfficio()
                || matter.subjects().contains(caller)
                || ofTheUnit(caller, matter);
    }

    /** The probes ask for the first subject. */
    private static boolean isFirst(Somebody caller, Matter matter) {
        return ofTheUnit(caller, matter)
                || !matter.subjects().isEmpty() && matter.subjects().iterator().next() == caller;
    }

    /** A case that names no person is about the unit of its place; whoever holds a role there belongs to it. */
    private static boolean ofTheUnit(Somebody caller, Matter matter) {
        return matter.subjects().isEmpty()
                && caller.holdings().stream()
                        .anyMatch(holding -> holding.office().kind() == OrganKind.UNIT
                                && holding.office().place() == matter.place());
    }

    /** Whether the caller is of the party: in the right organ, cleared, in the team if there is one, not recused. */
    boolean is(Somebody caller, String party, Matter matter) {
        var owner = matter.applicant() == caller && !matter.exOfficio();
        if (party.equals("applicant")) {
            return owner && caller.holds(Role.APPLICANT);
        }
        var ofTheUnit = ofTheUnit(caller, matter);
        var recused = concerned(caller, matter);
        var shutOut = !matter.team().isEmpty() && !matter.team().contains(caller);
        if (party.equals("subject")) {
            return (ofTheUnit || matter.subjects().contains(caller)) && caller.holds(Role.APPLICANT);
        }
        if (recused || shutOut || matter.organ() == null || tookPart(caller, party, matter)) {
            return false;
        }
        if (party.equals("supervisor")) {
            return supervises(caller, matter);
        }
        if (party.equals("coordinator")) {
            return invited(caller, matter);
        }
        if (party.equals("handler") && coHandles(caller, matter, parties.get(party))) {
            return true;
        }
        var positions = party.equals("registrar")
                ? List.of(Position.THE_ORGAN, Position.SAME_PLACE)
                : List.of(Position.THE_ORGAN, Position.ABOVE_ITS_KIND);
        return parties.get(party).stream().anyMatch(role -> reaching(caller, matter, role, false, positions));
    }

    /** Whether the caller did what keeps from the party, or did not do, or was not asked, what it takes. */
    private static boolean tookPart(Somebody caller, String party, Matter matter) {
        return switch (party) {
            case "decider" -> matter.handledBy().contains(caller);
            case "reviewer" ->
                matter.handledBy().contains(caller) || matter.determinedBy().contains(caller);
            case "investigator" -> !matter.investigators().contains(caller);
            case "onlooker" -> true;
            default -> false;
        };
    }
}
