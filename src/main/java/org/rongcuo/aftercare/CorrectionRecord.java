package org.rongcuo.aftercare;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActGate;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.procedure.ActView;
import org.rongcuo.procedure.DossierSource;
import org.rongcuo.procedure.RecordCheck;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Text;

/** What corrections mean for the case's record: open ones keep it from the archive, all of them go into its dossier. */
@ApplicationScoped
class CorrectionRecord implements ActGate, RecordCheck, DossierSource {
    private final Corrections corrections;
    private final CorrectionViews views;

    CorrectionRecord(Corrections corrections, CorrectionViews views) {
        this.corrections = corrections;
        this.views = views;
    }

    @Override
    public Optional<ActView.Reason> blocks(CaseFile file, Act act) {
        if (!act.noun().equals("archive")) {
            return Optional.empty();
        }
        var open = open(file.id()).size();
        return open == 0
                ? Optional.empty()
                : Optional.of(new ActView.Reason(
                        "correction-open", new Text("有 " + open + " 项纠错尚未办结", open + " correction(s) are not closed")));
    }

    @Override
    public List<Gap> gaps(UUID caseId) {
        return open(caseId).stream()
                .map(correction -> Gap.of(
                        correction.id(),
                        "correction",
                        "correction-open",
                        new Text(
                                Clocks.dateOf(correction.startedAt()) + " 启动的纠错尚未办结,现处“"
                                        + correction.status().label().zh() + "”",
                                "The correction started on "
                                        + Clocks.dateOf(correction.startedAt()) + " is "
                                        + correction.status().label().en() + ", not closed")))
                .toList();
    }

    private List<Correction> open(UUID caseId) {
        return corrections.of(caseId).stream()
                .filter(correction -> correction.status() != CorrectionStatus.CLOSED)
                .toList();
    }

    @Override
    public List<Part> parts(UUID caseId) {
        var all = corrections.of(caseId);
        return all.isEmpty() ? List.of() : List.of(Part.json("correction/corrections.json", () -> views.of(all)));
    }
}
