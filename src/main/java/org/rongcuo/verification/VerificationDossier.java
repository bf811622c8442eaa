package org.rongcuo.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongcuo.access.Persons;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.DossierSource;
import org.rongcuo.procedure.RecordCheck;
import org.rongcuo.shared.Text;

/** The verification in a case's record: what it lacks, and what goes into the dossier (一案一档). */
@ApplicationScoped
class VerificationDossier implements RecordCheck, DossierSource {
    private static final String STEP = "verification";

    private final CaseDesk desk;
    private final Statements statements;
    private final VerificationReports reports;
    private final Investigators investigators;
    private final VerificationViews views;
    private final Persons persons;

    VerificationDossier(
            CaseDesk desk,
            Statements statements,
            VerificationReports reports,
            Investigators investigators,
            VerificationViews views,
            Persons persons) {
        this.desk = desk;
        this.statements = statements;
        this.reports = reports;
        this.investigators = investigators;
        this.views = views;
        this.persons = persons;
    }

    @Override
    public List<Gap> gaps(UUID caseId) {
        var file = desk.unseen(caseId);
        List<Gap> gaps = new ArrayList<>();
        if (file.kind() == CaseKind.EXEMPTION && file.status().isDecided()) {
            if (reports.latest(caseId, file.round()).isEmpty()) {
                gaps.add(new Gap(
                        STEP,
                        "report-missing",
                        new Text(
                                "缺第 " + file.round() + " 轮核实报告",
                                "The report of round " + file.round() + " is missing")));
            }
            if (statements.of(caseId, file.round()).isEmpty()) {
                gaps.add(new Gap(
                        STEP,
                        "statement-missing",
                        new Text(
                                "缺第 " + file.round() + " 轮陈述申辩记录",
                                "No statement of round " + file.round() + " is on record")));
            }
            if (statements.claims(caseId).stream().anyMatch(claim -> !claim.isAnswered())) {
                gaps.add(new Gap(STEP, "claim-unanswered", new Text("有申辩意见未答复", "A claim is unanswered")));
            }
        }
        return gaps;
    }

    /** What the office keeps of it; names beside the ids, so that it is read without the product. */
    @Override
    public List<Part> parts(UUID caseId) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.json(
                "verification/investigators.json",
                () -> new Staff(
                        persons.refs(investigators.of(caseId).stream()).values().stream()
                                .map(person -> person.name())
                                .sorted()
                                .toList(),
                        investigators.assistants(caseId).stream()
                                .map(each -> each.name() == null
                                        ? persons.findById(each.personId()).name()
                                        : each.name() + (each.affiliation() == null ? "" : "," + each.affiliation()))
                                .toList(),
                        desk.coHandlers(caseId).stream()
                                .map(organ -> organ.name())
                                .toList())));
        if (!statements.of(caseId).isEmpty()) {
            parts.add(Part.json(
                    "verification/statements.json", () -> views.views(desk.unseen(caseId), statements.of(caseId))));
        }
        if (!reports.of(caseId).isEmpty()) {
            parts.add(Part.json("verification/reports.json", () -> {
                var file = desk.unseen(caseId);
                return reports.of(caseId).stream()
                        .map(report -> views.of(file, report))
                        .toList();
            }));
        }
        return parts;
    }

    /** Who worked on it, by name. */
    record Staff(List<String> investigators, List<String> assistants, List<String> coHandlers) {}
}
