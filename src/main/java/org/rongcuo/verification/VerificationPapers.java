package org.rongcuo.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.PaperWords;
import org.rongcuo.cases.Start;
import org.rongcuo.cases.Subject;
import org.rongcuo.cases.TableBasis;
import org.rongcuo.policy.EvaluationRecord;
import org.rongcuo.policy.EvaluationRecords;
import org.rongcuo.procedure.ActView;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.procedure.PaperSource;
import org.rongcuo.procedure.PaperWord;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/** The content of 核实报告. It stays with the office. */
@ApplicationScoped
class VerificationPapers implements PaperSource {
    private static final ActView.Reason OVERTAKEN = new ActView.Reason(
            "report-overtaken",
            new Text(
                    "此核实报告之后又有新的报告、答案、陈述或者回避,不得再据以制发文书",
                    "A later report, answers, statements or a recusal have overtaken this report; no paper is issued from it"));

    private final CaseDesk desk;
    private final VerificationReports reports;
    private final VerificationCheck check;
    private final Statements statements;
    private final EvaluationRecords evaluations;
    private final Persons persons;

    VerificationPapers(
            CaseDesk desk,
            VerificationReports reports,
            VerificationCheck check,
            Statements statements,
            EvaluationRecords evaluations,
            Persons persons) {
        this.desk = desk;
        this.reports = reports;
        this.check = check;
        this.statements = statements;
        this.evaluations = evaluations;
        this.persons = persons;
    }

    @Override
    public Set<PaperKind> kinds() {
        return Set.of(PaperKind.VERIFICATION_REPORT);
    }

    @Override
    public Paper paper(PaperKind kind, UUID caseId, UUID about) {
        var file = desk.visible(caseId);
        var made = reports.of(caseId);
        var report =
                about == null && !made.isEmpty() ? made.get(0) : PaperSource.meant(made, VerificationReport::id, about);
        if (!stands(file, report)) {
            throw Problem.coded(ProblemType.ACT_NOT_POSSIBLE, OVERTAKEN.code(), OVERTAKEN.text());
        }
        var findings = reports.findings(report.id());
        var named = desk.subjects(caseId).stream()
                .filter(subject -> findings.stream()
                        .anyMatch(finding -> finding.subjectId().equals(subject.id())))
                .toList();
        var known = persons.refs(report.signers().stream());
        var signers = report.signers().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(PersonRef::name)
                .toList();
        var words = new PaperWords(kind, file)
                .put(PaperWord.SUBJECT, PaperWords.names(named))
                .put(
                        PaperWord.PARTICULARS,
                        named.stream()
                                .map(subject -> subject.name() + "," + PaperWords.particulars(subject) + "。")
                                .collect(Collectors.joining("\n")))
                .put(PaperWord.CONDUCT_PERIOD, PaperWords.period(file))
                .put(
                        PaperWord.SOURCE,
                        file.start() == Start.APPLICATION ? file.applicant().name() + "申请" : "本机关主动启动")
                .put(PaperWord.INVESTIGATORS, String.join("、", signers))
                .put(
                        PaperWord.SIGNATURES,
                        signers.stream().map(name -> "核实人员(签名):" + name).collect(Collectors.joining("\n")))
                .put(PaperWord.EVIDENCE, evidence(caseId, report))
                .put(
                        PaperWord.FACTS,
                        of(
                                named,
                                subject -> PaperWords.sentence(
                                        finding(findings, subject).facts())))
                .put(
                        PaperWord.FINDINGS,
                        of(
                                named,
                                subject -> PaperWords.sentence(
                                        finding(findings, subject).opinion())));
        heard(words, file, report, named);
        advised(words, caseId, findings, named);
        return new Paper(
                report.id(), null, "", file.handlingOrgan().name(), Clocks.dateOf(report.reportedAt()), words.all());
    }

    private static VerificationReport.Finding finding(List<VerificationReport.Finding> findings, Subject subject) {
        return findings.stream()
                .filter(each -> each.subjectId().equals(subject.id()))
                .findFirst()
                .orElseThrow();
    }

    /** What is said of each; of one alone without the name. */
    private static String of(List<Subject> named, Function<Subject, String> said) {
        return named.size() == 1
                ? said.apply(named.get(0))
                : named.stream()
                        .map(subject -> subject.name() + ":" + said.apply(subject))
                        .collect(Collectors.joining("\n"));
    }

    private String evidence(UUID caseId, VerificationReport report) {
        var titles = desk.titles(caseId);
        var cited = report.evidence().stream()
                .map(titles::get)
                .filter(Objects::nonNull)
                .toList();
        return PaperWords.numbered(cited, title -> title);
    }

    private void heard(PaperWords words, CaseFile file, VerificationReport report, List<Subject> named) {
        var made = statements.of(file.id(), report.round());
        var names = named.stream().collect(Collectors.toMap(Subject::id, Subject::name));
        var said = made.stream()
                .filter(statement -> names.containsKey(statement.subjectId()))
                .map(statement -> names.get(statement.subjectId()) + ":" + PaperWords.sentence(statement.content()))
                .toList();
        var ids = made.stream().map(Statement::id).collect(Collectors.toSet());
        var claims = statements.claims(file.id()).stream()
                .filter(claim -> ids.contains(claim.statementId()) && claim.isAnswered())
                .toList();
        words.put(PaperWord.STATEMENT, String.join("\n", said))
                .put(
                        PaperWord.CLAIMS,
                        PaperWords.numbered(
                                claims,
                                claim -> claim.claim() + "——"
                                        + claim.finding().label().zh() + ":" + claim.reasons()));
    }

    private void advised(
            PaperWords words, UUID caseId, List<VerificationReport.Finding> findings, List<Subject> named) {
        var records = named.stream()
                .collect(Collectors.toMap(Subject::id, subject -> record(caseId, subject, finding(findings, subject))));
        words.put(
                        PaperWord.RECOMMENDATION,
                        of(
                                named,
                                subject -> records.get(subject.id())
                                        .content()
                                        .recommendation()
                                        .label()
                                        .zh()))
                .put(
                        PaperWord.BASIS,
                        of(
                                named,
                                subject ->
                                        TableBasis.of(records.get(subject.id()).content())));
    }

    private EvaluationRecord record(UUID caseId, Subject subject, VerificationReport.Finding finding) {
        return evaluations
                .of(caseId, subject.id(), finding.evaluationId())
                .orElseThrow(() -> new IllegalStateException("the report's evaluation is not on the record"));
    }

    /** Whether it is the last word of its round; of the round that runs, whether nothing has come since. */
    private boolean stands(CaseFile file, VerificationReport report) {
        return reports.latest(file.id(), report.round())
                        .filter(latest -> latest.id().equals(report.id()))
                        .isPresent()
                && (report.round() != file.round() || check.stands(file, report));
    }

    @Override
    public List<Due> due(UUID caseId) {
        var file = desk.unseen(caseId);
        return reports.of(caseId).stream()
                .filter(report -> stands(file, report))
                .map(report ->
                        new Due(PaperKind.VERIFICATION_REPORT, report.id(), PaperWords.names(desk.subjects(caseId))))
                .toList();
    }
}
