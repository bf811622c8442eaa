package org.rongcuo.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongcuo.dmn.BookKind;

/**
 * The versions that bear on a matter on one date (policy-contract "Layers"): the TOLERANCE books on the path, the most
 * specific first, then the STATUTE books in scope.
 *
 * @param byStatus the STATUTE books that would reach the subject if it had one of their statuses; empty unless its
 *     status is unknown
 * @param silent where no TOLERANCE book is in force, those of the place and field that have no version on the date
 */
record Layers(
        List<PolicyVersion> tolerance,
        List<PolicyVersion> statutes,
        List<PolicyVersion> byStatus,
        List<Policy> silent) {
    /** District and field, district, city and field, city, …; equal only if two books have the same place and field. */
    static final Comparator<PolicyVersion> MOST_SPECIFIC = Comparator.<PolicyVersion>comparingInt(
                    version -> -version.policy().jurisdiction().codes().size())
            .thenComparing(version -> version.policy().field() == null)
            .thenComparing(version -> version.policy().name());

    static Layers of(List<PolicyVersion> inForce, String field, SubjectStatus status) {
        var tolerance = inForce.stream()
                .filter(version -> version.policy().kind() == BookKind.TOLERANCE)
                .filter(version -> version.policy().field() == null
                        || version.policy().field().equals(field))
                .sorted(MOST_SPECIFIC)
                .toList();
        var statutes = inForce.stream()
                .filter(version -> version.policy().kind() == BookKind.STATUTE)
                .filter(version -> version.policy().inScope(field, status))
                .sorted(MOST_SPECIFIC)
                .toList();
        var byStatus = inForce.stream()
                .filter(version -> version.policy().kind() == BookKind.STATUTE)
                .filter(version ->
                        status == null && version.policy().inScopeOfSomeStatus(field) && !statutes.contains(version))
                .sorted(MOST_SPECIFIC)
                .toList();
        return new Layers(tolerance, statutes, byStatus, List.of());
    }

    /** The same, naming the books that have no version on the date. */
    Layers silent(List<Policy> books) {
        return new Layers(tolerance, statutes, byStatus, books);
    }

    /** The book that speaks, empty when no TOLERANCE book is in force. */
    Optional<PolicyVersion> speaking() {
        return tolerance.stream().findFirst();
    }

    List<PolicyVersion> all() {
        var all = new ArrayList<>(tolerance);
        all.addAll(statutes);
        return all;
    }

    /** What the layers hold; two dates of which this is the same are judged alike. */
    Set<String> contentHashes() {
        return Stream.concat(all().stream(), byStatus.stream())
                .map(version -> version.policy().key() + "@" + version.contentHash())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
