package org.rongcuo.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.procedure.ActSource;
import org.rongcuo.procedure.ActView;
import org.rongcuo.shared.Text;

/** The acts of verification, as the current person finds them. */
@ApplicationScoped
class VerificationActs implements ActSource {
    private static final ActView.Reason NO_OPEN_CLAIM =
            new ActView.Reason("no-open-claim", new Text("没有待答复的申辩意见", "No claim waits for an answer"));
    private final CaseDesk desk;
    private final VerificationCheck check;
    private final Statements statements;

    VerificationActs(CaseDesk desk, VerificationCheck check, Statements statements) {
        this.desk = desk;
        this.check = check;
        this.statements = statements;
    }

    @Override
    public List<ActView> acts(UUID caseId) {
        return desk.views(caseId, VerificationAct.values(), this::impossible);
    }

    /** Why it cannot be done now, whoever asks, beside where the case stands. */
    Optional<ActView.Reason> impossible(CaseFile file, VerificationAct act) {
        if (act == VerificationAct.VERIFICATION) {
            return incomplete(check.gaps(file));
        }
        if (act == VerificationAct.CLAIM_ANSWERS) {
            return unless(statements.claims(file.id()).stream().anyMatch(claim -> !claim.isAnswered()), NO_OPEN_CLAIM);
        }
        return Optional.empty();
    }

    private static Optional<ActView.Reason> unless(boolean possible, ActView.Reason reason) {
        return possible ? Optional.empty() : Optional.of(reason);
    }

    /** Why a case is not reported on yet, with all that is missing. */
    static Optional<ActView.Reason> incomplete(List<VerificationCheck.Gap> gaps) {
        if (gaps.isEmpty()) {
            return Optional.empty();
        }
        var zh = gaps.stream().map(gap -> gap.text().zh()).collect(Collectors.joining(";"));
        var en = gaps.stream().map(gap -> gap.text().en()).collect(Collectors.joining("; "));
        return Optional.of(new ActView.Reason("verification-incomplete", new Text(zh, en)));
    }
}
