package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.rongcuo.shared.Text;

/** A version is approved only on the latest approved one, lest it undo a change that its author never saw. */
@ApplicationScoped
class BaseGate implements ApprovalGate {
    static final String CODE = "base-superseded";

    private final PolicyVersions versions;

    BaseGate(PolicyVersions versions) {
        this.versions = versions;
    }

    @Override
    public List<Blocker> blockers(Candidate candidate) {
        var version = candidate.version();
        var latest = versions.latestApproved(version.policy())
                .map(PolicyVersion::number)
                .orElse(null);
        if (candidate.history() || Objects.equals(latest, version.baseNumber())) {
            return List.of();
        }
        return List.of(Blocker.firm(
                CODE,
                null,
                new Text(
                        "本版基于" + (version.baseNumber() == null ? "空白" : "第 " + version.baseNumber() + " 版")
                                + ",但最新批准的是" + (latest == null ? "无" : "第 " + latest + " 版")
                                + ";请以最新版另建草案",
                        "It is based on "
                                + (version.baseNumber() == null ? "nothing" : "version " + version.baseNumber())
                                + ", but the latest approved is " + (latest == null ? "none" : "version " + latest)
                                + "; make a draft from that")));
    }
}
