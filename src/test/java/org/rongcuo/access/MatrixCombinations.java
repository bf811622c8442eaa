package org.rongcuo.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rongcuo.access.MatrixPeople.Place;
import org.rongcuo.access.MatrixPeople.Somebody;
import org.rongcuo.access.MatrixRules.Line;

/**
 * The requests of the matrix: every line with what it may be about. Reading a case is tried with every case; what lies
 * beneath a case with those that differ in what decides ({@link #DECIDING}).
 */
final class MatrixCombinations {
    /** The cases with which all endpoints beneath a case are tried: each differs in one thing that decides. */
    private static final List<String> DECIDING = List.of(
            "verifying SENSITIVE",
            "team INTERNAL",
            "verifying in S",
            "with colleagues as subjects",
            "of an applicant who handles cases",
            "handled above and determined");

    /** Further ones, tried by who sees them and by a few who nearly do. */
    private static final List<String> FURTHER = List.of("before the group", "told in a team", "closed");

    private static final Set<String> NEARLY = Set.of(
            "handler.P-audit",
            "handler.M-audit",
            "handler.M-audit.INTERNAL",
            "coordinator.P",
            "coordinator.M",
            "handler.M.INTERNAL",
            "applicant-other");

    static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    /** One request to send and what the table says to it. */
    record Combination(Somebody caller, Line line, Object target, String path, String sent, String expected) {}

    private final MatrixWorld world;
    private final MatrixRules rules;

    MatrixCombinations(MatrixWorld world, MatrixRules rules) {
        this.world = world;
        this.rules = rules;
    }

    /** A line for everybody. */
    List<Combination> all() {
        List<Combination> all = new ArrayList<>();
        for (var line : rules.lines()) {
            for (var caller : world.people.everybody()) {
                List<Combination> some = new ArrayList<>();
                combine(caller, line, some);
                // Whom the door refuses is refused before anything is looked at: one try tells it.
                all.addAll(rules.plain(caller, line).equals("passes") ? some : some.subList(0, 1));
            }
        }
        return all;
    }

    private void combine(Somebody caller, Line line, List<Combination> all) {
        switch (line.about()) {
            case "-" ->
                all.add(new Combination(
                        caller,
                        line,
                        "",
                        filled(
                                line.path(),
                                Map.of(
                                        "slug",
                                        "not-found",
                                        "documentId",
                                        world.document,
                                        "year",
                                        "2026",
                                        "noticeId",
                                        world.notice,
                                        "receipt",
                                        "MATRIX",
                                        "filingId",
                                        world.filing.id(),
                                        "code",
                                        world.proposal.receipt(),
                                        "jurisdiction",
                                        "330900",
                                        "kind",
                                        "FEEDBACK")),
                        line.sent(),
                        rules.plain(caller, line)));
            case "group" ->
                all.add(new Combination(
                        caller,
                        line,
                        "group of M",
                        filled(line.path(), Map.of("groupId", world.group)),
                        line.sent() == null ? null : line.sent().replace("@group", world.group),
                        rules.onGroup(caller, line, Place.M, Set.of(world.people.named("coordinator.M")))));
            case "unseen" ->
                all.add(new Combination(
                        caller,
                        line,
                        "",
                        filled(
                                line.path(),
                                Map.of("meetingId", UUID.randomUUID().toString())),
                        line.sent(),
                        rules.unseen(caller, line)));
            case "nation" ->
                all.add(new Combination(
                        caller,
                        line,
                        "the nation",
                        filled(line.path(), Map.of("year", "2027")),
                        line.sent(),
                        rules.inPlace(caller, line, null)));
            case "place" -> {
                for (var place : Place.values()) {
                    var organ = world.people.office(place, OrganKind.UNIT).id().toString();
                    var sent = line.sent().replace("@place", place.code).replace("@organ", organ);
                    var path = filled(line.path(), Map.of("jurisdiction", place.code, "kind", "FEEDBACK"));
                    all.add(new Combination(caller, line, place, path, sent, rules.inPlace(caller, line, place)));
                }
            }
            case "assignment" ->
                world.assignments.forEach((place, id) -> all.add(new Combination(
                        caller,
                        line,
                        place,
                        filled(line.path(), Map.of("id", id)),
                        line.sent(),
                        rules.onAssignment(caller, line, place))));
            case "book", "version" -> {
                for (var book : world.books) {
                    var path = filled(
                            line.path(),
                            Map.of(
                                    "jurisdiction",
                                    book.jurisdiction(),
                                    "name",
                                    book.name(),
                                    "number",
                                    "" + book.number(),
                                    "replayId",
                                    world.replays.get(book)));
                    all.add(new Combination(caller, line, book, path, line.sent(), rules.onBook(caller, line, book)));
                }
            }
            case "task" -> {
                world.caseTasks.forEach((matter, task) -> all.add(new Combination(
                        caller,
                        line,
                        matter,
                        filled(line.path(), Map.of("taskId", task)),
                        line.sent(),
                        rules.onTask(caller, line, matter, null))));
                all.add(new Combination(
                        caller,
                        line,
                        "book of M",
                        filled(line.path(), Map.of("taskId", world.bookTask)),
                        line.sent(),
                        rules.onTask(caller, line, null, Place.M)));
            }
            case "filing" ->
                all.add(new Combination(
                        caller,
                        line,
                        world.filing,
                        filled(line.path(), world.filing.ids()),
                        line.sent(),
                        rules.onCase(caller, line, world.filing)));
            case "proposal" ->
                all.add(new Combination(
                        caller,
                        line,
                        "in M",
                        filled(line.path(), Map.of("proposalId", world.proposal.id())),
                        line.sent(),
                        rules.onAssignment(caller, line, Place.M)));
            case "case", "evaluated", "corrected" -> {
                var wide = line.endpoint().equals("GET /api/v1/cases/{id}");
                for (var matter : wide
                        ? world.cases.all()
                        : Stream.concat(DECIDING.stream(), FURTHER.stream())
                                .map(world.cases::named)
                                .filter(matter -> isTried(caller, matter))
                                .toList()) {
                    all.add(new Combination(
                            caller,
                            line,
                            matter,
                            filled(line.path(), matter.ids()),
                            line.sent(),
                            rules.onCase(caller, line, matter)));
                }
            }
            default -> throw new IllegalStateException("what is the endpoint about: " + line);
        }
    }

    private boolean isTried(Somebody caller, MatrixCases.Matter matter) {
        return DECIDING.contains(matter.name()) || NEARLY.contains(caller.login()) || rules.sees(caller, matter);
    }

    /** A new path parameter must be taught to the matrix: {@code ids} of a case, or above. */
    private static String filled(String template, Map<String, String> values) {
        return PARAMETER
                .matcher(template)
                .replaceAll(parameter -> Optional.ofNullable(values.get(parameter.group(1)))
                        .orElseThrow(() -> new IllegalStateException(
                                "the matrix has no " + parameter.group() + " for " + template + ", only " + values)));
    }
}
