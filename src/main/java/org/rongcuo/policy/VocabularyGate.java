package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * One vocabulary along a chain on the day a version is to take effect: towards the books above without exception; the
 * books below that would no longer fit are listed and must be acknowledged.
 */
@ApplicationScoped
class VocabularyGate implements ApprovalGate {
    static final String ABOVE = "vocabulary";
    static final String BELOW = "children";

    private final Vocabulary vocabulary;

    VocabularyGate(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public List<Blocker> blockers(Candidate candidate) {
        var admitted = candidate.assessment().admitted();
        if (admitted == null) {
            return List.of();
        }
        var policy = candidate.version().policy();
        var outline = admitted.outline();
        List<Blocker> blockers = new ArrayList<>();
        for (var finding : vocabulary.findings(policy, outline, candidate.effectiveFrom())) {
            blockers.add(Blocker.firm(ABOVE, finding.element(), finding.message()));
        }
        vocabulary
                .nonconformingBelow(policy, outline, candidate.effectiveFrom())
                .forEach((book, why) -> blockers.add(Blocker.excusable(BELOW, book, null, why)));
        return blockers;
    }
}
