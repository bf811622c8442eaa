package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.rongcuo.procedure.ActSource;
import org.rongcuo.procedure.ActView;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Text;

/** The acts of who works on a case, and of what it is linked to, as the current person finds them. */
@ApplicationScoped
class StaffingActs implements ActSource {
    private static final ActView.Reason NO_OPEN_RECUSAL =
            new ActView.Reason("no-open-recusal", new Text("没有待决定的回避申请", "No demand for recusal waits for a decision"));
    private static final ActView.Reason NO_CO_HANDLER =
            new ActView.Reason("no-co-handler", new Text("没有联合承办机关", "No organ co-handles the case"));

    /** A team left without anybody would open the case to all who were shut out. */
    static final ActView.Reason LAST_OF_THE_TEAM = new ActView.Reason(
            "last-of-the-team",
            new Text(
                    "办案组只有该人员一人,其他人看不到本案;请先在办案组中增列他人,再行回避",
                    "The team has nobody else, and nobody else sees the case; name others first"));

    private final CaseDesk desk;
    private final CaseTeams teams;
    private final CurrentActor actor;
    private final RecusalRecords recusals;
    private final CoHandlers coHandlers;

    StaffingActs(CaseDesk desk, CaseTeams teams, CurrentActor actor, RecusalRecords recusals, CoHandlers coHandlers) {
        this.desk = desk;
        this.teams = teams;
        this.actor = actor;
        this.recusals = recusals;
        this.coHandlers = coHandlers;
    }

    @Override
    public List<ActView> acts(UUID caseId) {
        return Stream.<Act[]>of(StaffingAct.values(), LinkAct.values())
                .flatMap(table -> desk.views(caseId, table, this::impossible).stream())
                .toList();
    }

    /** Why it cannot be done now, beside where the case stands. */
    Optional<ActView.Reason> impossible(CaseFile file, Act act) {
        if (act == StaffingAct.RECUSALS) {
            return unless(!teams.of(file.id()).equals(List.of(actor.get().personId())), LAST_OF_THE_TEAM);
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
}
