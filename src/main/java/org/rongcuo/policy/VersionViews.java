package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Persons;
import org.rongcuo.policy.PolicyView.VersionView;
import org.rongcuo.shared.Clocks;

/** Shows versions as they stand today; who did what is told to those who are logged in. */
@ApplicationScoped
class VersionViews {
    private final PolicyVersions versions;
    private final Persons persons;
    private final CurrentRights rights;
    private final Clock clock;

    VersionViews(PolicyVersions versions, Persons persons, CurrentRights rights, Clock clock) {
        this.versions = versions;
        this.persons = persons;
        this.rights = rights;
        this.clock = clock;
    }

    VersionView of(PolicyVersion version) {
        return in(version.policy()).apply(version);
    }

    /** Shows the versions of one book. */
    Function<PolicyVersion, VersionView> in(Policy policy) {
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
                name(version.authorId()),
                version.savedAt(),
                version.submittedAt(),
                name(version.submittedBy()),
                version.submissionNote(),
                version.approvedAt(),
                name(version.approvedBy()),
                version.returnRemarks(),
                version.withdrawalReasons(),
                version.reasons(),
                version.stateVersion());
    }

    private String name(UUID person) {
        return person == null || rights.get().isAnonymous()
                ? null
                : persons.findById(person).name();
    }
}
