package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.rongcuo.access.Persons;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.procedure.DossierSource;
import org.rongcuo.procedure.RecordCheck;
import org.rongcuo.shared.Text;

/** The verification in a case's record: what it lacks, and what goes into the dossier (一案一档). */
@ApplicationScoped
class VerificationDossier implements RecordCheck, DossierSource {
    private static final String STEP = "verification";

    private final CaseFiles cases;
    private final Statements statements;
    private final VerificationReports reports;
    private final Investigators investigators;
    private final RecusalRecords recusals;
    private final CoHandlers coHandlers;
    private final CaseLinks links;
    private final VerificationViews views;
    private final Persons persons;

    VerificationDossier(
            CaseFiles cases,
            Statements statements,
            VerificationReports reports,
            Investigators investigators,
            RecusalRecords recusals,
            CoHandlers coHandlers,
            CaseLinks links,
            VerificationViews views,
            Persons persons) {
        this.cases = cases;
        this.statements = statements;
        this.reports = reports;
        this.investigators = investigators;
        this.recusals = recusals;
        this.coHandlers = coHandlers;
        this.links = links;
        this.views = views;
        this.persons = persons;
    }

    @Override
    public List<Gap> gaps(UUID caseId) {
        var file = cases.findById(caseId);
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
        if (file.status() != CaseStatus.DRAFT
                && recusals.of(caseId).stream().anyMatch(recusal -> recusal.granted() == null)) {
            gaps.add(new Gap("recusals", "recusal-undecided", new Text("有回避申请未决定", "A demanded recusal is undecided")));
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
                        coHandlers.of(caseId).stream()
                                .map(organ -> organ.name())
                                .toList())));
        if (!statements.of(caseId).isEmpty()) {
            parts.add(Part.json(
                    "verification/statements.json", () -> views.views(cases.findById(caseId), statements.of(caseId))));
        }
        if (!reports.of(caseId).isEmpty()) {
            parts.add(Part.json("verification/reports.json", () -> {
                var file = cases.findById(caseId);
                return reports.of(caseId).stream()
                        .map(report -> views.of(file, report))
                        .toList();
            }));
        }
        if (!recusals.of(caseId).isEmpty()) {
            parts.add(Part.json(
                    "verification/recusals.json",
                    () -> recusals.of(caseId).stream()
                            .map(recusal -> new Recused(
                                    name(recusal.personId()),
                                    recusal.ground().name(),
                                    recusal.explanation(),
                                    name(recusal.demandedBy()),
                                    recusal.granted(),
                                    Objects.requireNonNullElse(recusal.reasons(), "")))
                            .toList()));
        }
        if (!links.of(caseId).isEmpty()) {
            parts.add(Part.json(
                    "links.json",
                    () -> links.of(caseId).stream()
                            .map(link -> new Linked(
                                    link.kind().name(),
                                    link.caseId().equals(caseId),
                                    cases.findById(link.from(caseId)).number(),
                                    link.reasons()))
                            .toList()));
        }
        return parts;
    }

    /** Who worked on it, by name. */
    record Staff(List<String> investigators, List<String> assistants, List<String> coHandlers) {}

    /** A recusal, by names. @param granted null while undecided */
    record Recused(
            String person, String ground, String explanation, String demandedBy, Boolean granted, String reasons) {}

    /** A link. @param number of the other case, null for a draft */
    record Linked(String kind, boolean outgoing, String number, String reasons) {}

    private String name(UUID person) {
        return persons.findById(person).name();
    }
}
