package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Text;

/**
 * Nothing is approved before somebody could see what it does to past cases: there is a finished report over all of them, for
 * this very content, against the version in force. Procedure books recommend nothing; history is in force already.
 */
@ApplicationScoped
class ImpactGate implements ApprovalGate {
    static final String CODE = "impact-missing";

    private final ImpactReplays replays;
    private final PolicyVersions versions;
    private final Clock clock;

    ImpactGate(ImpactReplays replays, PolicyVersions versions, Clock clock) {
        this.replays = replays;
        this.versions = versions;
        this.clock = clock;
    }

    @Override
    public List<Blocker> blockers(Candidate candidate) {
        var version = candidate.version();
        if (candidate.history() || version.policy().kind() == BookKind.PROCEDURE) {
            return List.of();
        }
        var baseline = versions.inForce(version.policy(), Clocks.today(clock)).orElse(null);
        var whole = replays.ofContent(version).stream()
                .filter(replay -> !replay.filters().narrow())
                .filter(replay -> Objects.equals(id(replay.baseline()), id(baseline)))
                .toList();
        if (whole.stream().anyMatch(replay -> replay.status() == ReplayStatus.FINISHED)) {
            return List.of();
        }
        return List.of(
                Blocker.firm(
                        CODE,
                        null,
                        whole.stream().anyMatch(replay -> replay.status().isOpen())
                                ? new Text("影响回放尚未完成", "The impact replay is not finished yet")
                                : new Text(
                                        "没有此内容的影响回放报告(不加筛选,与现行版本比较);请先回放",
                                        "There is no impact report of this content, unfiltered, against the version in force; replay it first")));
    }

    private static Object id(PolicyVersion version) {
        return version == null ? null : version.id();
    }
}
