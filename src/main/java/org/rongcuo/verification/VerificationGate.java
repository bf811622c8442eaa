package org.rongcuo.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActGate;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.procedure.ActView;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.procedure.ConsultationRecord;
import org.rongcuo.shared.Text;

/** Nothing is determined, or brought before the coordination group, that was not reported on, nor what the coordination group should have been asked about. */
@ApplicationScoped
class VerificationGate implements ActGate {
    static final ActView.Reason REPORT_MISSING = new ActView.Reason(
            "report-missing", new Text("尚无本轮核实报告", "There is no report on this round's verification"));
    static final ActView.Reason REPORT_OUTDATED = new ActView.Reason(
            "report-outdated",
            new Text(
                    "核实报告之后又有新的答案、陈述或当事人,须重新报告",
                    "Answers, statements or subjects have come since the report; report again"));
    static final ActView.Reason SIGNER_RECUSED = new ActView.Reason(
            "report-signer-recused",
            new Text(
                    "签署核实报告的人员已经回避,须另行指定核实人员并重新报告",
                    "Who signed the report has been recused since; name others to investigate and report again"));
    static final ActView.Reason CONSULTATION_REQUIRED = new ActView.Reason(
            "consultation-required", new Text("本案须先经会商", "The case has to be consulted on before it is determined"));

    private final VerificationCheck check;
    private final CaseRoutes routes;
    private final Instance<ConsultationRecord> consultations;

    VerificationGate(VerificationCheck check, CaseRoutes routes, Instance<ConsultationRecord> consultations) {
        this.check = check;
        this.routes = routes;
        this.consultations = consultations;
    }

    @Override
    public Optional<ActView.Reason> blocks(CaseFile file, Act act) {
        if (file.kind() == CaseKind.EXEMPTION && act.noun().equals("consultations")) {
            return unreported(file);
        }
        if (!act.noun().equals("determinations")) {
            return Optional.empty();
        }
        var unreported = unreported(file);
        if (unreported.isPresent()) {
            return unreported.map(why -> file.status() == CaseStatus.CONSULTING ? throughRecall(why) : why);
        }
        var way = routes.of(file);
        return way.consultationRequired() && !way.consulted() && !consultations.isUnsatisfied()
                ? Optional.of(CONSULTATION_REQUIRED)
                : Optional.empty();
    }

    /** Why the round's verification is not reported on as it stands. */
    private Optional<ActView.Reason> unreported(CaseFile file) {
        var report = check.latestReport(file);
        if (report.isEmpty()) {
            return Optional.of(REPORT_MISSING);
        }
        if (check.isSignedByRecused(file, report.get())) {
            return Optional.of(SIGNER_RECUSED);
        }
        return check.stands(file, report.get()) ? Optional.empty() : Optional.of(REPORT_OUTDATED);
    }

    /** Before the group nothing is verified: the case is taken back first. */
    private static ActView.Reason throughRecall(ActView.Reason why) {
        return new ActView.Reason(
                why.code(),
                new Text(
                        why.text().zh() + ";请承办人先撤回会商(consultation-recall)",
                        why.text().en()
                                + "; the handler takes the case back from the group first (consultation-recall)"));
    }
}
