package org.rongcuo.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.CaseStatus;

/** What acts.txt says; knows nothing of the product's own rules. */
final class ActsTable {
    /** The statuses of each kind (domain.md "The procedures"). */
    private static final Set<CaseStatus> OF_FILINGS = EnumSet.of(
            CaseStatus.DRAFT, CaseStatus.SUBMITTED, CaseStatus.MONITORED, CaseStatus.ARCHIVED, CaseStatus.WITHDRAWN);

    /** Where nobody has been named to investigate. */
    private static final Set<CaseStatus> UNVERIFIED = EnumSet.of(
            CaseStatus.DRAFT,
            CaseStatus.APPLIED,
            CaseStatus.REFUSED,
            CaseStatus.REFUSAL_UNDER_REVIEW,
            CaseStatus.WITHDRAWN);

    /** A line of [people]. @param is the parties that the person is of @param sees null for neither kind */
    record Who(String name, Set<String> is, Set<CaseKind> kinds, Set<CaseStatus> sees) {
        boolean sees(CaseKind kind, CaseStatus status) {
            return kinds.contains(kind) && sees.contains(status);
        }
    }

    /**
     * A line of [acts].
     *
     * @param lacks why the prepared case refuses it even so, by where that holds; "?" where it may or may not
     * @param contentFirst whether a request may be refused for its content before the case is looked at
     * @param path below the case
     * @param body null for none
     */
    record Line(
            String act,
            Set<CaseKind> kinds,
            List<String> parties,
            Set<CaseStatus> statuses,
            Map<CaseStatus, String> lacks,
            boolean contentFirst,
            String method,
            String path,
            String body) {
        /** Nobody investigates before the verification. */
        boolean isFor(Who who, CaseStatus status) {
            return parties.stream()
                    .filter(party -> !party.equals("investigator") || !UNVERIFIED.contains(status))
                    .anyMatch(who.is::contains);
        }

        boolean isAt(CaseStatus status) {
            return statuses.contains(status);
        }

        String lacksAt(CaseStatus status) {
            var code = lacks.getOrDefault(status, "-");
            return code.equals("-") ? null : code;
        }
    }

    private final Map<String, Set<CaseStatus>> groups = new HashMap<>();
    private final List<Who> people = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    ActsTable() {
        var section = "";
        for (var raw : read()) {
            if (raw.isBlank() || raw.startsWith("#")) {
                continue;
            }
            if (raw.startsWith("[")) {
                section = raw.strip();
                continue;
            }
            var cells = Arrays.stream(raw.split("\\|", 7)).map(String::strip).toList();
            switch (section) {
                case "[groups]" -> groups.put(cells.get(0), statuses(cells.get(1)));
                case "[people]" -> people.add(who(cells));
                case "[acts]" -> lines.add(line(cells));
                default -> throw new IllegalStateException("a line outside the sections: " + raw);
            }
        }
    }

    private static List<String> read() {
        try (var table = ActsTable.class.getResourceAsStream("acts.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Who who(List<String> cells) {
        var sees = cells.get(2);
        var kind = Arrays.stream(CaseKind.values())
                .filter(each -> sees.startsWith(each.name() + " "))
                .findFirst();
        return new Who(
                cells.get(0),
                Set.of(cells.get(1).split(", *")),
                kind.map(Set::of).orElse(Set.of(CaseKind.values())),
                statuses(kind.map(each -> sees.substring(each.name().length() + 1))
                        .orElse(sees)));
    }

    private Line line(List<String> cells) {
        var request = cells.get(5).split(" +", 2);
        return new Line(
                cells.get(0),
                cells.get(1).equals("both") ? Set.of(CaseKind.values()) : Set.of(CaseKind.valueOf(cells.get(1))),
                List.of(cells.get(2).split(", *")),
                statuses(cells.get(3)),
                lacks(cells.get(4).replaceFirst("^~ *", "")),
                cells.get(4).startsWith("~"),
                request[0],
                request.length == 1 ? "" : request[1],
                cells.size() > 6 ? cells.get(6) : null);
    }

    /** {@code -}, or codes parted by semicolons, each {@code code} or {@code code @ statuses}; the first that holds. */
    private Map<CaseStatus, String> lacks(String text) {
        Map<CaseStatus, String> lacks = new EnumMap<>(CaseStatus.class);
        for (var part : text.split(" *; *")) {
            var item = part.split(" *@ *", 2);
            statuses(item.length == 1 ? "all" : item[1]).forEach(status -> lacks.putIfAbsent(status, item[0]));
        }
        return lacks;
    }

    /** {@code A B}, {@code group A}, {@code all}, {@code all but A B}, {@code group & not A B}. */
    private Set<CaseStatus> statuses(String text) {
        if (text.equals("-")) {
            return Set.of();
        }
        var parts = text.replaceFirst("^all but ", "all & not ").split(" & not ", 2);
        var found = EnumSet.noneOf(CaseStatus.class);
        for (var word : parts[0].split(" ")) {
            found.addAll(named(word));
        }
        if (parts.length > 1) {
            for (var word : parts[1].split(" ")) {
                found.removeAll(named(word));
            }
        }
        return found;
    }

    private Set<CaseStatus> named(String word) {
        if (word.equals("all")) {
            return EnumSet.allOf(CaseStatus.class);
        }
        return groups.containsKey(word) ? groups.get(word) : EnumSet.of(CaseStatus.valueOf(word));
    }

    static Set<CaseStatus> statusesOf(CaseKind kind) {
        if (kind == CaseKind.PRIOR_FILING) {
            return OF_FILINGS;
        }
        return EnumSet.complementOf(EnumSet.of(CaseStatus.SUBMITTED, CaseStatus.MONITORED, CaseStatus.ARCHIVED));
    }

    List<Who> people() {
        return people;
    }

    List<Line> linesOf(CaseKind kind) {
        return lines.stream().filter(line -> line.kinds.contains(kind)).toList();
    }
}
