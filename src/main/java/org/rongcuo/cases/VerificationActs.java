package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongcuo.procedure.ActSource;
import org.rongcuo.procedure.ActView;
import org.rongcuo.shared.Text;

/** The acts of verification, and those of who works on a case, as the current person finds them. */
@ApplicationScoped
class VerificationActs implements ActSource {
    private static final ActView.Reason NO_OPEN_CLAIM =
            new ActView.Reason("no-open-claim", new Text("没有待答复的申辩意见", "No claim waits for an answer"));
    private static final ActView.Reason NO_OPEN_RECUSAL =
            new ActView.Reason("no-open-recusal", new Text("没有待决定的回避申请", "No demand for recusal waits for a decision"));
    private static final ActView.Reason NO_CO_HANDLER =
            new ActView.Reason("no-co-handler", new Text("没有联合承办机关", "No organ co-handles the case"));

    private final CaseDesk desk;
    private final VerificationCheck check;
    private final Statements statements;
    private final RecusalRecords recusals;
    private final CoHandlers coHandlers;

    VerificationActs(
            CaseDesk desk,
            VerificationCheck check,
            Statements statements,
            RecusalRecords recusals,
            CoHandlers coHandlers) {
        this.desk = desk;
        this.check = check;
        this.statements = statements;
        this.recusals = recusals;
        this.coHandlers = coHandlers;
    }

    @Override
    public List<ActView> acts(UUID caseId) {
        return Stream.<Act[]>of(VerificationAct.values(), StaffingAct.values(), LinkAct.values())
                .flatMap(table -> desk.views(caseId, table, this::impossible).stream())
                .toList();
    }

    /** Why it cannot be done now, whoever asks, beside where the case stands. */
    Optional<ActView.Reason> impossible(CaseFile file, Act act) {
        if (act == VerificationAct.VERIFICATION) {
            return incomplete(check.gaps(file));
        }
        if (act == VerificationAct.CLAIM_ANSWERS) {
            return unless(statements.claims(file.id()).stream().anyMatch(claim -> !claim.isAnswered()), NO_OPEN_CLAIM);
        }
        if (act == StaffingAct.RECUSAL_DECISIONS) {
            return unless(
                    recusals.of(file.id()).stream().anyMatch(recusal -> recusal.granted() == null), NO_OPEN_RECUSAL);
        }
        if (act == StaffingAct.CO_HANDLER_REMOVALS) {
            return unless(!coHandlers.of(file.id()).isEmpty(), NO_CO_HANDLER);
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
