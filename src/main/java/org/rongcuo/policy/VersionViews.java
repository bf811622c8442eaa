package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rongcuo.policy.PolicyView.VersionView;
import org.rongcuo.shared.Clocks;

/** Shows versions as they stand today. */
@ApplicationScoped
class VersionViews {
    private final PolicyVersions versions;
    private final PersonsTold persons;
    private final Clock clock;

    VersionViews(PolicyVersions versions, PersonsTold persons, Clock clock) {
        this.versions = versions;
        this.persons = persons;
        this.clock = clock;
    }

    VersionView of(PolicyVersion version) {
        return in(version.policy(), List.of(version)).apply(version);
    }

    /** Shows these versions of one book. */
    Function<PolicyVersion, VersionView> in(Policy policy, List<PolicyVersion> shown) {
        var persons = this.persons.of(shown.stream()
                .flatMap(version -> Stream.of(version.authorId(), version.submittedBy(), version.approvedBy())));
        var timeline = versions.timeline(policy);
        var today = Clocks.today(clock);
        return version -> new VersionView(
                policy.key(),
                version.number(),
                version.status(),
                timeline.state(version, today),
                version.baseNumber(),
                version.effectiveFrom(),
                version.status() == VersionStatus.APPROVED
                        ? timeline.end(version)
                                .map(end -> end.from().minusDays(1))
                                .orElse(null)
                        : null,
                version.contentHash(),
                version.testsHash(),
                version.testSummary(),
                version.note(),
                version.imported(),
                version.createdAt(),
                persons.get(version.authorId()),
                version.savedAt(),
                version.submittedAt(),
                persons.get(version.submittedBy()),
                version.submissionNote(),
                version.approvedAt(),
                persons.get(version.approvedBy()),
                version.returnRemarks(),
                version.withdrawalReasons(),
                version.reasons(),
                version.stateVersion());
    }
}
