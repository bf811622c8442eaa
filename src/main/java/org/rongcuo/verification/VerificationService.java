package org.rongcuo.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongcuo.access.Persons;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.Recusals;
import org.rongcuo.cases.Subject;
import org.rongcuo.procedure.Deadlines;
import org.rongcuo.procedure.Step;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Sha256;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;
import org.rongcuo.shared.Violations;
import org.rongcuo.verification.VerificationRequests.AnswerClaim;
import org.rongcuo.verification.VerificationRequests.MakeStatement;
import org.rongcuo.verification.VerificationRequests.NameAssistant;
import org.rongcuo.verification.VerificationRequests.NameInvestigators;
import org.rongcuo.verification.VerificationRequests.Report;

/** 核实: two or more investigate, the subject is heard and each claim answered, and they report. */
@ApplicationScoped
class VerificationService {
    private final CaseDesk desk;
    private final VerificationActs possible;
    private final Recusals recusals;
    private final Investigators investigators;
    private final Statements statements;
    private final VerificationReports reports;
    private final VerificationCheck check;
    private final Deadlines deadlines;
    private final Persons persons;
    private final CurrentActor actor;
    private final Clock clock;

    VerificationService(
            CaseDesk desk,
            VerificationActs possible,
            Recusals recusals,
            Investigators investigators,
            Statements statements,
            VerificationReports reports,
            VerificationCheck check,
            Deadlines deadlines,
            Persons persons,
            CurrentActor actor,
            Clock clock) {
        this.desk = desk;
        this.possible = possible;
        this.recusals = recusals;
        this.investigators = investigators;
        this.statements = statements;
        this.reports = reports;
        this.check = check;
        this.deadlines = deadlines;
        this.persons = persons;
        this.actor = actor;
        this.clock = clock;
    }

    void name(CaseFile file, NameInvestigators wanted) {
        desk.requirePossible(file, VerificationAct.INVESTIGATORS, Optional.empty());
        List<Violation> violations = new ArrayList<>();
        Set<UUID> named = new LinkedHashSet<>(wanted.persons());
        if (named.size() < Investigators.AT_LEAST) {
            violations.add(
                    Violation.at("/persons", "too-few-investigators", "核实人员不得少于二人", "Two or more persons investigate"));
        }
        for (int i = 0; i < wanted.persons().size(); i++) {
            fit(file, wanted.persons().get(i), "/persons/" + i, violations);
        }
        List<Investigators.Assistant> assistants = new ArrayList<>();
        var listed = wanted.assistants() == null ? List.<NameAssistant>of() : wanted.assistants();
        for (int i = 0; i < listed.size(); i++) {
            assistants.add(assistant(file, listed.get(i), named, "/assistants/" + i, violations));
        }
        Violations.refuse(violations);
        investigators.replace(file.id(), named, assistants);
        named.forEach(person -> desk.noteHandler(file, person));
        desk.record(
                file,
                VerificationAct.INVESTIGATORS,
                version -> new VerificationEvent.InvestigatorsNamed(
                        file.id(),
                        version,
                        List.copyOf(named),
                        assistants.stream()
                                .map(each -> each.personId() == null
                                        ? each.name()
                                        : each.personId().toString())
                                .toList()));
    }

    /** Whoever investigates handles the case: by role, in the team if there is one, and not recused. */
    private void fit(CaseFile file, UUID person, String pointer, List<Violation> violations) {
        var found = Violations.found(() -> persons.named(person, pointer), violations);
        if (found == null) {
            return;
        }
        if (!desk.handles(file, person)) {
            violations.add(Violation.at(
                    pointer,
                    "not-a-handler",
                    found.name() + "不是本案的承办人,可列为协助人员",
                    found.name() + " does not handle the case; name such a person as an assistant"));
        }
        refuseRecused(file, person, found.name(), pointer, violations);
        var team = desk.team(file.id());
        if (!team.isEmpty() && !team.contains(person)) {
            violations.add(Violation.at(
                    pointer,
                    "not-in-the-team",
                    found.name() + "不在办案组内,看不到本案",
                    found.name() + " is not in the team and does not see the case"));
        }
    }

    private void refuseRecused(CaseFile file, UUID person, String name, String pointer, List<Violation> violations) {
        recusals.reason(file.id(), person)
                .ifPresent(reason -> violations.add(
                        Violation.at(pointer, reason.code(), name + "应当回避", name + " is recused from the case")));
    }

    private Investigators.Assistant assistant(
            CaseFile file, NameAssistant wanted, Set<UUID> named, String pointer, List<Violation> violations) {
        var byName = wanted.name() != null && !wanted.name().isBlank();
        if ((wanted.person() == null) != byName) {
            violations.add(
                    Violation.at(pointer, "person-or-name", "person 与 name 应给出其一", "give either person or name"));
        } else if (!byName) {
            var found = Violations.found(() -> persons.named(wanted.person(), pointer + "/person"), violations);
            if (found != null) {
                refuseRecused(file, found.id(), found.name(), pointer + "/person", violations);
            }
            if (named.contains(wanted.person())) {
                violations.add(Violation.at(
                        pointer + "/person", "investigates-already", "已列为核实人员", "is named as an investigator"));
            }
        }
        return new Investigators.Assistant(
                wanted.person(), byName ? wanted.name() : null, byName ? wanted.affiliation() : null);
    }

    Statement state(CaseFile file, MakeStatement wanted) {
        desk.requirePossible(file, VerificationAct.STATEMENTS, Optional.empty());
        var subject = desk.namedSubject(file, wanted.subject());
        var own = desk.concerns(subject);
        if (!own && desk.subjects(file.id()).stream().anyMatch(desk::concerns)) {
            throw Problem.coded(
                    ProblemType.NOT_ALLOWED,
                    "not-the-subject",
                    new Text("只能为本人陈述", "A subject states nothing for another"));
        }
        List<Violation> violations = new ArrayList<>();
        if (own) {
            checkOwn(wanted, violations);
        } else if (wanted.waives()) {
            checkWaiver(file, wanted, violations);
        } else {
            checkRecorded(file, wanted, violations);
        }
        checkDocuments(file, wanted.evidence(), violations);
        Violations.refuse(violations);
        var manner = own ? Statement.Manner.OWN : wanted.waives() ? Statement.Manner.WAIVED : Statement.Manner.RECORDED;
        var statement = new Statement(
                file.id(),
                subject.id(),
                file.round(),
                manner,
                wanted,
                actor.get().personId(),
                Instant.now(clock));
        List<Claim> claims = new ArrayList<>();
        wanted.claimed().forEach(claim -> claims.add(new Claim(statement, claims.size() + 1, claim)));
        statements.keep(statement, claims);
        desk.note(
                file,
                VerificationAct.STATEMENTS,
                version -> new VerificationEvent.StatementMade(
                        file.id(),
                        version,
                        statement.id(),
                        subject.id(),
                        statement.round(),
                        manner,
                        statement.heldOn(),
                        statement.place(),
                        statement.present(),
                        statement.evidence(),
                        claims.stream().map(Claim::id).toList(),
                        Sha256.of(String.join("\n", concat(statement.content(), wanted.claimed())))));
        return statement;
    }

    private static List<String> concat(String first, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    private static void checkOwn(MakeStatement wanted, List<Violation> violations) {
        if (wanted.waives()
                || wanted.heldOn() != null
                || wanted.place() != null
                || wanted.present() != null && !wanted.present().isEmpty()) {
            violations.add(Violation.at(
                    "",
                    "own-statement",
                    "本人书面陈述只写内容、申辩意见和材料",
                    "An own statement has a text, claims and documents, nothing else"));
        }
    }

    private static void checkWaiver(CaseFile file, MakeStatement wanted, List<Violation> violations) {
        if (!wanted.claimed().isEmpty()) {
            violations.add(Violation.at("/claims", "waived", "放弃陈述的没有申辩意见", "A waiver has no claims"));
        }
        if (wanted.heldOn() != null || wanted.place() != null || wanted.present() != null) {
            violations.add(Violation.at(
                    "/heldOn", "waived", "放弃陈述的没有谈话日期、地点和在场人员", "A waiver has no day, place or persons present"));
        }
        if (wanted.evidence() == null || wanted.evidence().isEmpty()) {
            violations.add(Violation.at(
                    "/evidence",
                    "waiver-without-evidence",
                    "须附已告知当事人可以陈述申辩的材料",
                    "Attach what shows that the subject was given the chance"));
        }
    }

    private void checkRecorded(CaseFile file, MakeStatement wanted, List<Violation> violations) {
        if (wanted.heldOn() == null) {
            violations.add(Violation.at("/heldOn", "not-null", "须写明谈话日期", "The day is missing"));
        } else if (wanted.heldOn().isAfter(Clocks.today(clock))
                || wanted.heldOn().isBefore(Clocks.dateOf(file.appliedAt()))) {
            violations.add(Violation.at(
                    "/heldOn",
                    "statement-date",
                    "谈话日期应在申请之后、今日之前(含当日)",
                    "The day lies between the application and today"));
        }
        if (wanted.place() == null || wanted.place().isBlank()) {
            violations.add(Violation.at("/place", "not-blank", "须写明谈话地点", "The place is missing"));
        }
        checkInvestigators(file, wanted.present() == null ? List.of() : wanted.present(), "/present", violations);
    }

    private void checkInvestigators(CaseFile file, List<UUID> named, String pointer, List<Violation> violations) {
        var known = investigators.of(file.id());
        for (int i = 0; i < named.size(); i++) {
            if (!known.contains(named.get(i))) {
                violations.add(Violation.at(
                        pointer + "/" + i, "not-an-investigator", "不是本案核实人员", "does not investigate the case"));
            }
        }
        if (new HashSet<>(named).size() < Investigators.AT_LEAST) {
            violations.add(Violation.at(
                    pointer, "too-few-investigators", "核实人员不得少于二人", "Two or more investigators are needed"));
        }
    }

    private void checkDocuments(CaseFile file, List<UUID> named, List<Violation> violations) {
        var known = desk.documents(file.id());
        for (int i = 0; named != null && i < named.size(); i++) {
            if (!known.contains(named.get(i))) {
                violations.add(
                        Violation.at("/evidence/" + i, "document-unknown", "本案没有此材料", "The case has no such document"));
            }
        }
    }

    Claim answer(CaseFile file, UUID claimId, AnswerClaim wanted) {
        desk.requirePossible(
                file, VerificationAct.CLAIM_ANSWERS, possible.impossible(file, VerificationAct.CLAIM_ANSWERS));
        var claim = statements.claim(file.id(), claimId);
        claim.answer(wanted.finding(), wanted.reasons(), actor.get().personId(), Instant.now(clock));
        desk.note(
                file,
                VerificationAct.CLAIM_ANSWERS,
                version -> new VerificationEvent.ClaimAnswered(
                        file.id(),
                        version,
                        claim.id(),
                        claim.statementId(),
                        claim.finding(),
                        Sha256.of(claim.reasons())));
        return claim;
    }

    VerificationReport report(CaseFile file, Report wanted) {
        desk.requirePossible(file, VerificationAct.VERIFICATION, Optional.empty());
        requireComplete(file);
        List<Violation> violations = new ArrayList<>();
        var open = check.open(file);
        var wantedOf = wanted.findings().stream()
                .map(VerificationRequests.ReportOn::subject)
                .toList();
        for (int i = 0; i < wantedOf.size(); i++) {
            var id = wantedOf.get(i);
            if (open.stream().noneMatch(subject -> subject.id().equals(id)) || wantedOf.indexOf(id) != i) {
                violations.add(Violation.at(
                        "/findings/" + i + "/subject",
                        "subject-unknown",
                        "应为本案尚未认定的当事人,且只写一次",
                        "Name each subject of the case whose outcome is open, once"));
            }
        }
        for (var subject : open) {
            if (!wantedOf.contains(subject.id())) {
                violations.add(Violation.at(
                        "/findings",
                        "subject-left-out",
                        "未写明对" + subject.name() + "的核实情况",
                        "Nothing is found of " + subject.name()));
            }
        }
        checkInvestigators(file, wanted.signers(), "/signers", violations);
        checkDocuments(file, wanted.evidence(), violations);
        Violations.refuse(violations);
        return keep(file, wanted, open);
    }

    /** @throws Problem 409 with everything that is missing */
    private void requireComplete(CaseFile file) {
        var gaps = check.gaps(file);
        VerificationActs.incomplete(gaps).ifPresent(reason -> {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    reason.code(),
                    reason.text(),
                    gaps.stream()
                            .map(gap -> new Violation("", gap.code(), gap.text()))
                            .toList());
        });
    }

    private VerificationReport keep(CaseFile file, Report wanted, List<Subject> open) {
        var report = new VerificationReport(
                file.id(),
                file.round(),
                wanted.evidence() == null ? List.of() : wanted.evidence(),
                wanted.signers().stream().distinct().toList(),
                statements.of(file.id(), file.round()).size(),
                actor.get().personId(),
                Instant.now(clock));
        var byId = open.stream().collect(Collectors.toMap(Subject::id, subject -> subject));
        var findings = wanted.findings().stream()
                .map(found -> {
                    var subject = byId.get(found.subject());
                    return new VerificationReport.Finding(
                            report.id(),
                            subject.id(),
                            check.latest(file, subject).orElseThrow().id(),
                            check.revision(file, subject),
                            found.facts(),
                            found.opinion());
                })
                .toList();
        reports.keep(report, findings);
        desk.record(
                file,
                VerificationAct.VERIFICATION,
                version -> new VerificationEvent.VerificationReported(
                        file.id(),
                        version,
                        report.id(),
                        report.round(),
                        findings.stream()
                                .map(found -> new VerificationEvent.FoundOf(
                                        found.subjectId(),
                                        found.evaluationId(),
                                        Sha256.of(found.facts()),
                                        Sha256.of(found.opinion())))
                                .toList(),
                        report.evidence(),
                        report.signers()));
        deadlines.meet(file.id(), Step.VERIFICATION, null);
        deadlines.begin(file.id(), Step.DETERMINATION, null);
        return report;
    }
}
