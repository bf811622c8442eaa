package org.rongcuo.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActGate;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.procedure.ActSource;
import org.rongcuo.procedure.ActView;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Text;

/** The acts of consultation on offer, and what an open consultation keeps from being done. */
@ApplicationScoped
class ConsultationOffer implements ActSource, ActGate {
    static final ActView.Reason OPEN =
            new ActView.Reason("consultation-open", new Text("会商尚未形成结论", "The consultation has not been concluded"));
    private static final ActView.Reason NO_GROUP = new ActView.Reason(
            "no-coordination-group", new Text("本级及上级行政区划均没有协调小组", "There is no coordination group here or above"));
    private static final ActView.Reason NO_ENGAGEMENT =
            new ActView.Reason("no-engagement-under-way", new Text("没有正在进行的听取意见", "No engagement is under way"));

    private static final ActView.Reason AGAIN = new ActView.Reason(
            "consultation-again-required",
            new Text(
                    "会商已有结论,撤回重新核实后须再次会商",
                    "The group had concluded before the case was taken back; it consults again first"));

    private final CaseDesk desk;
    private final Consultations consultations;
    private final CoordinationGroups groups;
    private final Engagements engagements;
    private final Clock clock;

    ConsultationOffer(
            CaseDesk desk,
            Consultations consultations,
            CoordinationGroups groups,
            Engagements engagements,
            Clock clock) {
        this.desk = desk;
        this.consultations = consultations;
        this.groups = groups;
        this.engagements = engagements;
        this.clock = clock;
    }

    @Override
    public List<ActView> acts(UUID caseId) {
        return desk.views(caseId, ConsultationAct.values(), this::impossible);
    }

    /** Why an act of consultation cannot be done now, beside where the case stands. */
    Optional<ActView.Reason> impossible(CaseFile file, ConsultationAct act) {
        return switch (act) {
            case REFERRAL ->
                isOpen(file)
                        ? Optional.of(OPEN)
                        : nearest(file.jurisdiction()).isPresent() ? Optional.empty() : Optional.of(NO_GROUP);
            case RECALL, ENGAGEMENT -> Optional.empty();
            case ENGAGEMENT_REPORT, ENGAGEMENT_CANCELLATION ->
                engagements.of(file.id()).stream()
                                .anyMatch(each -> engagements.end(each.id()).isEmpty())
                        ? Optional.empty()
                        : Optional.of(NO_ENGAGEMENT);
        };
    }

    Optional<CoordinationGroup> nearest(Jurisdiction place) {
        return groups.nearest(place, Clocks.today(clock));
    }

    /** Whether the case is before a group that has not concluded. */
    boolean isOpen(CaseFile file) {
        return consultations
                .latest(file.id())
                .filter(latest -> latest.round() == file.round()
                        && !latest.isRecalled()
                        && consultations.conclusion(latest.id()).isEmpty())
                .isPresent();
    }

    /** Whether a conclusion of the group was set aside by a recall and no other has taken its place. */
    private boolean isSetAside(CaseFile file) {
        var concluded = consultations.of(file.id()).stream()
                .filter(each -> each.round() == file.round())
                .filter(each -> consultations
                        .conclusion(each.id())
                        .filter(made -> made.form() != ConclusionForm.RETURN)
                        .isPresent())
                .toList();
        return !concluded.isEmpty() && concluded.stream().allMatch(Consultation::isRecalled);
    }

    @Override
    public Optional<ActView.Reason> blocks(CaseFile file, Act act) {
        if (file.kind() == CaseKind.EXEMPTION
                && act.noun().equals("determinations")
                && isSetAside(file)
                && nearest(file.jurisdiction()).isPresent()) {
            return Optional.of(isOpen(file) ? OPEN : AGAIN);
        }
        var waits = file.kind() == CaseKind.EXEMPTION
                ? file.status() == CaseStatus.CONSULTING && act.noun().equals("determinations")
                : file.status() == CaseStatus.SUBMITTED && act.noun().endsWith("feedback");
        return waits && isOpen(file) ? Optional.of(OPEN) : Optional.empty();
    }
}
