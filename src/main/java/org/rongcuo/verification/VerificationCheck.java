package org.rongcuo.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.Recusals;
import org.rongcuo.cases.Subject;
import org.rongcuo.checklist.ChecklistService;
import org.rongcuo.policy.EvaluationRecord;
import org.rongcuo.policy.EvaluationRecords;
import org.rongcuo.shared.Text;

/** What a case's verification still lacks, and whether its report stands. */
@ApplicationScoped
class VerificationCheck {
    private final CaseDesk desk;
    private final Investigators investigators;
    private final Statements statements;
    private final VerificationReports reports;
    private final Recusals recusals;
    private final ChecklistService checklists;
    private final EvaluationRecords records;

    VerificationCheck(
            CaseDesk desk,
            Investigators investigators,
            Statements statements,
            VerificationReports reports,
            Recusals recusals,
            ChecklistService checklists,
            EvaluationRecords records) {
        this.desk = desk;
        this.investigators = investigators;
        this.statements = statements;
        this.reports = reports;
        this.recusals = recusals;
        this.checklists = checklists;
        this.records = records;
    }

    /** Something that a report would lack. @param subject whom it is about, null for the case */
    record Gap(String code, Text text, @Nullable UUID subject) {}

    /** All that keeps the case from being reported on. */
    List<Gap> gaps(CaseFile file) {
        List<Gap> gaps = new ArrayList<>();
        if (investigators.of(file.id()).size() < Investigators.AT_LEAST) {
            gaps.add(new Gap(
                    "too-few-investigators", new Text("核实人员不足二人", "Fewer than two investigators are named"), null));
        }
        var made = statements.of(file.id(), file.round());
        var heard = made.stream().map(Statement::subjectId).collect(Collectors.toSet());
        for (var subject : open(file)) {
            if (!heard.contains(subject.id())) {
                gaps.add(new Gap(
                        "subject-not-heard",
                        new Text(
                                "未听取" + subject.name() + "的陈述申辩",
                                subject.name() + " was neither heard nor given the chance"),
                        subject.id()));
            }
            unanswered(file, made, subject).ifPresent(gaps::add);
            evaluation(file, subject).ifPresent(gaps::add);
        }
        return gaps;
    }

    private Optional<Gap> unanswered(CaseFile file, List<Statement> made, Subject subject) {
        var own = made.stream()
                .filter(statement -> statement.subjectId().equals(subject.id()))
                .map(Statement::id)
                .collect(Collectors.toSet());
        var open = statements.claims(file.id()).stream()
                .filter(claim -> own.contains(claim.statementId()) && !claim.isAnswered())
                .count();
        return open == 0
                ? Optional.empty()
                : Optional.of(new Gap(
                        "claim-unanswered",
                        new Text(
                                subject.name() + "的申辩意见有 " + open + " 项未答复",
                                open + " claim(s) of " + subject.name() + " are unanswered"),
                        subject.id()));
    }

    private Optional<Gap> evaluation(CaseFile file, Subject subject) {
        var latest = latest(file, subject);
        if (latest.isEmpty()) {
            return Optional.of(new Gap(
                    "evaluation-missing",
                    new Text("未对" + subject.name() + "评估", subject.name() + " has not been evaluated"),
                    subject.id()));
        }
        return checklists.isCurrent(desk.sheet(file, subject.id()), latest.get())
                ? Optional.empty()
                : Optional.of(new Gap(
                        "evaluation-stale",
                        new Text(
                                "对" + subject.name() + "评估之后答案或适用的版本已有变化",
                                "Answers or versions have changed since " + subject.name() + " was evaluated"),
                        subject.id()));
    }

    Optional<EvaluationRecord> latest(CaseFile file, Subject subject) {
        return records.of(file.id(), subject.id()).stream().findFirst();
    }

    long revision(CaseFile file, Subject subject) {
        return checklists.revision(desk.sheet(file, subject.id()));
    }

    /** The subjects whose outcomes are open: the report is about them. */
    List<Subject> open(CaseFile file) {
        return desk.undetermined(file);
    }

    /** Whether nothing has come since the report of the round that it does not tell of, and who signed it may still. */
    boolean stands(CaseFile file, VerificationReport report) {
        if (report.round() != file.round()
                || report.statements() != statements.of(file.id(), file.round()).size()
                || isSignedByRecused(file, report)) {
            return false;
        }
        var found = reports.findings(report.id()).stream()
                .collect(Collectors.toMap(VerificationReport.Finding::subjectId, VerificationReport.Finding::revision));
        return open(file).stream()
                .allMatch(subject ->
                        found.containsKey(subject.id()) && found.get(subject.id()) == revision(file, subject));
    }

    boolean isSignedByRecused(CaseFile file, VerificationReport report) {
        return report.signers().stream().anyMatch(signer -> recusals.isRecused(file.id(), signer));
    }

    Optional<VerificationReport> latestReport(CaseFile file) {
        return reports.latest(file.id(), file.round());
    }
}
