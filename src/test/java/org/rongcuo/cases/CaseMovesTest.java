package org.rongcuo.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.CaseMove;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.procedure.FilingMove;

/** All pairs: wherever a case stands, every event that may move a case does so where moves.txt says, and nowhere else. */
class CaseMovesTest {
    /** A line of moves.txt. */
    private record Edge(CaseKind kind, CaseStatus from, CaseStatus to, String event) {}

    /** An act that keeps nobody from anything, so that the table of moves alone decides. */
    private static final Act ANY = () -> new ActForm(
            "any", null, "POST", "", EnumSet.allOf(CaseKind.class), List.of(), EnumSet.allOf(CaseStatus.class));

    private static List<Edge> edges() {
        try (var table = CaseMovesTest.class.getResourceAsStream("moves.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" *\\| *"))
                    .map(cells -> new Edge(
                            CaseKind.valueOf(cells[0]),
                            CaseStatus.valueOf(cells[1]),
                            CaseStatus.valueOf(cells[2]),
                            cells[3].strip()))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The record classes of all moves there are. */
    private static List<Class<?>> moves(Class<?> type) {
        return type.isRecord()
                ? List.of(type)
                : Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(each -> moves(each).stream())
                        .toList();
    }

    private static CaseMove made(Class<?> type) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return (CaseMove) constructor.newInstance(
                Arrays.stream(components).map(each -> empty(each.getType())).toArray());
    }

    private static Object empty(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type == long.class ? (Object) 0L : type == int.class ? (Object) 0 : null;
    }

    private static CaseFile at(CaseKind kind, CaseStatus status) throws ReflectiveOperationException {
        var file = new CaseFile(kind, Start.APPLICATION, null, null, Instant.EPOCH);
        var field = CaseFile.class.getDeclaredField("status");
        field.setAccessible(true);
        field.set(file, status);
        return file;
    }

    @Test
    void theTableNamesEveryMoveThereIs() {
        var named = edges().stream().map(Edge::event).collect(Collectors.toSet());
        var known = moves(CaseMove.class).stream().map(Class::getSimpleName).collect(Collectors.toSet());
        assertTrue(known.size() > 25, "only found " + known);
        assertEquals(known, named);
    }

    @Test
    void everyEventMovesACaseWhereTheTableSaysAndNowhereElse() throws ReflectiveOperationException {
        var edges = edges();
        List<String> faults = new ArrayList<>();
        var tried = 0;
        for (var kind : CaseKind.values()) {
            for (var status : CaseStatus.values()) {
                for (var type : moves(CaseMove.class)) {
                    var expected = edges.stream()
                            .filter(edge ->
                                    edge.kind == kind && edge.from == status && edge.event.equals(type.getSimpleName()))
                            .map(Edge::to)
                            .findFirst()
                            .orElse(status);
                    tried++;
                    check(at(kind, status), made(type), expected, faults);
                }
            }
        }
        assertTrue(tried > 900, "only " + tried + " pairs");
        assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
    }

    private static void check(CaseFile file, CaseMove move, CaseStatus expected, List<String> faults) {
        var pair = file.kind() + " " + file.status() + " · " + move.getClass().getSimpleName();
        var from = file.status();
        var refused = false;
        try {
            file.record(ANY, version -> move);
        } catch (IllegalStateException no) {
            refused = true;
        }
        if (file.status() != expected) {
            faults.add(pair + ": at " + file.status() + " instead of " + expected);
        }
        if (refused != (expected == from)) {
            faults.add(pair + (refused ? " is refused" : " is taken and moves nothing"));
        }
        if (file.stateVersion() != (refused ? 0 : 1)) {
            faults.add(pair + " leaves the state version at " + file.stateVersion());
        }
        // What is verified again, or submitted again, is of a new round.
        var anew = move instanceof ExemptionMove.ObjectionUpheld || move instanceof FilingMove.FilingReturned;
        if (file.round() != (!refused && anew ? 2 : 1)) {
            faults.add(pair + " leaves it in round " + file.round());
        }
    }

    @Test
    void theStatusesOfTheCodeHaveNoOtherEdges() {
        Set<String> inCode = Arrays.stream(CaseStatus.values())
                .flatMap(from -> from.next().entrySet().stream()
                        .flatMap(edge -> edge.getValue().stream()
                                .map(event -> from + " → " + edge.getKey() + " by " + event.getSimpleName())))
                .collect(Collectors.toSet());
        var inTable = edges().stream()
                .map(edge -> edge.from + " → " + edge.to + " by " + edge.event)
                .collect(Collectors.toSet());
        assertEquals(inTable, inCode);
    }

    @Test
    void nothingLeavesAnEndAndEveryOtherStatusHasAWayToOne() {
        var ends = Set.of(CaseStatus.CLOSED, CaseStatus.ARCHIVED, CaseStatus.WITHDRAWN);
        for (var status : CaseStatus.values()) {
            assertEquals(ends.contains(status), status.next().isEmpty(), status.name());
            assertTrue(reached(status).anyMatch(ends::contains), status + " never ends");
        }
    }

    private static Stream<CaseStatus> reached(CaseStatus from) {
        Set<CaseStatus> seen = EnumSet.of(from);
        var open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            open.remove(0).next().keySet().stream().filter(seen::add).forEach(open::add);
        }
        return seen.stream();
    }
}
