package org.rongcuo.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rongcuo.policy.PolicyView.State;

/**
 * The approved versions and the repeals of one book in time: what is derived of a version and never stored
 * (policy-contract "Versions").
 *
 * @param approved the earliest first day first
 * @param repeals those that stand
 */
record Timeline(List<PolicyVersion> approved, List<PolicyRepeal> repeals) {
    /** @param from the first day on which a version is no longer in force */
    record End(LocalDate from, boolean byRepeal) {}

    /** When an approved version ends: by the next version or by a repeal before it; empty while neither is known. */
    Optional<End> end(PolicyVersion version) {
        var first = version.effectiveFrom();
        var successor = approved.stream()
                .map(PolicyVersion::effectiveFrom)
                .filter(next -> next.isAfter(first))
                .min(LocalDate::compareTo);
        var repeal = repeals.stream()
                .map(PolicyRepeal::effectiveFrom)
                .filter(day -> day.isAfter(first))
                .min(LocalDate::compareTo);
        if (repeal.isPresent()
                && successor.filter(next -> !next.isAfter(repeal.get())).isEmpty()) {
            return repeal.map(day -> new End(day, true));
        }
        return successor.map(day -> new End(day, false));
    }

    State state(PolicyVersion version, LocalDate today) {
        return switch (version.status()) {
            case DRAFT -> State.DRAFT;
            case IN_REVIEW -> State.IN_REVIEW;
            case WITHDRAWN -> State.WITHDRAWN;
            case APPROVED -> approvedState(version, today);
        };
    }

    private State approvedState(PolicyVersion version, LocalDate today) {
        if (version.effectiveFrom().isAfter(today)) {
            return State.SCHEDULED;
        }
        return end(version)
                .filter(end -> !end.from().isAfter(today))
                .map(end -> end.byRepeal() ? State.REPEALED : State.SUPERSEDED)
                .orElse(State.IN_FORCE);
    }

    /** The repeal that has not taken effect yet, if there is one. */
    Optional<PolicyRepeal> pendingRepeal(LocalDate today) {
        return repeals.stream()
                .filter(repeal -> repeal.effectiveFrom().isAfter(today))
                .findFirst();
    }
}
