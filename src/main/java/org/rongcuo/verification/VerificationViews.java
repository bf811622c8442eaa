package org.rongcuo.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.verification.VerificationView.AssistantView;
import org.rongcuo.verification.VerificationView.ClaimView;
import org.rongcuo.verification.VerificationView.FindingView;
import org.rongcuo.verification.VerificationView.Missing;
import org.rongcuo.verification.VerificationView.ReportView;
import org.rongcuo.verification.VerificationView.StatementView;

/** Tells the verification of a case: all of it to the office, to whom it concerns who investigates and the own statements. */
@ApplicationScoped
class VerificationViews {
    private final CaseDesk desk;
    private final Investigators investigators;
    private final Statements statements;
    private final VerificationReports reports;
    private final VerificationCheck check;
    private final CaseRoutes routes;
    private final Persons persons;

    VerificationViews(
            CaseDesk desk,
            Investigators investigators,
            Statements statements,
            VerificationReports reports,
            VerificationCheck check,
            CaseRoutes routes,
            Persons persons) {
        this.desk = desk;
        this.investigators = investigators;
        this.statements = statements;
        this.reports = reports;
        this.check = check;
        this.routes = routes;
        this.persons = persons;
    }

    VerificationView of(CaseFile file) {
        var named = investigators.of(file.id());
        var assisting = investigators.assistants(file.id());
        var refs =
                persons.refs(Stream.concat(named.stream(), assisting.stream().map(Investigators.Assistant::personId)));
        var office = !desk.isConcerned(file);
        var reported = check.latestReport(file)
                .filter(report -> check.stands(file, report))
                .isPresent();
        return new VerificationView(
                file.round(),
                named.stream().map(refs::get).toList(),
                assisting.stream()
                        .map(each -> new AssistantView(
                                each.personId() == null ? null : refs.get(each.personId()),
                                each.name(),
                                each.affiliation()))
                        .toList(),
                office ? missing(file) : null,
                reported,
                office ? routes.of(file) : null,
                office
                        ? reports.of(file.id()).stream()
                                .map(report -> of(file, report))
                                .toList()
                        : null);
    }

    private List<Missing> missing(CaseFile file) {
        return file.possible(VerificationAct.VERIFICATION)
                ? check.gaps(file).stream()
                        .map(gap -> new Missing(gap.code(), gap.text(), gap.subject()))
                        .toList()
                : List.of();
    }

    ReportView of(CaseFile file, VerificationReport report) {
        var refs = persons.refs(Stream.concat(report.signers().stream(), Stream.of(report.reportedBy())));
        return new ReportView(
                report.id(),
                report.round(),
                check.stands(file, report),
                reports.findings(report.id()).stream()
                        .map(found -> new FindingView(
                                found.subjectId(), found.evaluationId(), found.facts(), found.opinion()))
                        .toList(),
                report.evidence(),
                report.signers().stream().map(refs::get).toList(),
                refs.get(report.reportedBy()),
                report.reportedAt());
    }

    /** All of them for the office; a subject's own for a subject; none for an applicant who is no subject. */
    List<StatementView> statements(CaseFile file) {
        var reader = desk.reader(file);
        return views(
                file,
                statements.of(file.id()).stream()
                        .filter(statement -> reader.reads(statement.subjectId()))
                        .toList());
    }

    StatementView of(CaseFile file, Statement statement) {
        return views(file, List.of(statement)).get(0);
    }

    List<StatementView> views(CaseFile file, List<Statement> made) {
        Map<UUID, List<Claim>> claims =
                statements.claims(file.id()).stream().collect(Collectors.groupingBy(Claim::statementId));
        var refs = persons.refs(Stream.concat(
                made.stream().flatMap(each -> Stream.concat(each.present().stream(), Stream.of(each.madeBy()))),
                claims.values().stream().flatMap(List::stream).map(Claim::answeredBy)));
        return made.stream()
                .map(each -> new StatementView(
                        each.id(),
                        each.subjectId(),
                        each.round(),
                        each.manner(),
                        each.heldOn(),
                        each.place(),
                        each.present().stream().map(refs::get).toList(),
                        each.content(),
                        each.evidence(),
                        claims.getOrDefault(each.id(), List.of()).stream()
                                .map(claim -> of(claim, refs))
                                .toList(),
                        refs.get(each.madeBy()),
                        each.madeAt()))
                .toList();
    }

    ClaimView of(Claim claim) {
        return of(claim, persons.refs(Stream.of(claim.answeredBy())));
    }

    private static ClaimView of(Claim claim, Map<UUID, PersonRef> refs) {
        return new ClaimView(
                claim.id(),
                claim.number(),
                claim.claim(),
                claim.finding(),
                claim.finding() == null ? null : claim.finding().label(),
                claim.reasons(),
                claim.answeredBy() == null ? null : refs.get(claim.answeredBy()),
                claim.answeredAt());
    }
}
