package org.rongcuo.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.access.Persons;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.Start;
import org.rongcuo.cases.Subject;
import org.rongcuo.checklist.ChecklistService.Sheet;
import org.rongcuo.checklist.FactSource;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Text;

/**
 * Proves whether what was done had been filed before, within scope and validity: from the ledger's time of the submission
 * that was accepted, never from a date that somebody tells. Supplies the tables' fact {@code filed} where a case invokes a
 * filing; where none is invoked the item stays with the handler, for a filing may have been made on paper.
 */
@ApplicationScoped
class FilingProof implements FactSource {
    /** The item that asks whether the act had been filed before. */
    static final String FILED = "filed";

    private final Filings filings;
    private final FilingInvocations invocations;
    private final Jurisdictions jurisdictions;
    private final Persons persons;
    private final CaseDesk desk;

    FilingProof(
            Filings filings,
            FilingInvocations invocations,
            Jurisdictions jurisdictions,
            Persons persons,
            CaseDesk desk) {
        this.filings = filings;
        this.invocations = invocations;
        this.jurisdictions = jurisdictions;
        this.persons = persons;
        this.desk = desk;
    }

    /** What is looked at. */
    @Schema(name = "FilingCheckKind")
    enum Point {
        /** Accepted, and neither returned nor withdrawn. */
        ACCEPTED,
        /** Submitted before the first day of the conduct. */
        BEFORE_THE_ACT,
        /** The conduct lies within its validity. */
        VALID,
        /** The place lies within its scope. */
        PLACE,
        /** The field of work is one of its own. */
        FIELD,
        /** Whoever acted belongs to whoever filed. */
        RELATED,
        /** Of the same matter, unless the handler found otherwise. */
        SAME_MATTER
    }

    /** One thing looked at. @param text what was found */
    @Schema(name = "FilingCheck")
    record Check(Point point, boolean met, Text text) {}

    /** @param proved whether all is met */
    @Schema(name = "FilingProofResult")
    record Proof(boolean proved, List<Check> checks) {
        /** What is not met; where all is, what was found. */
        Text why() {
            var told = checks.stream().filter(check -> proved || !check.met()).toList();
            return new Text(
                    told.stream().map(check -> check.text().zh()).collect(Collectors.joining(";")),
                    told.stream().map(check -> check.text().en()).collect(Collectors.joining("; ")));
        }
    }

    @Override
    public String source() {
        return "FILING";
    }

    @Override
    public Optional<Fact> fact(Sheet sheet, String item) {
        if (!item.equals(FILED)) {
            return Optional.empty();
        }
        var invoked = invocations.of(sheet.caseId());
        if (invoked.isEmpty()) {
            return Optional.empty();
        }
        var file = desk.unseen(sheet.caseId());
        List<Text> failed = new ArrayList<>();
        for (var invocation : invoked) {
            var filing = desk.unseen(invocation.filingCaseId());
            var proof = prove(file, invocation);
            var told = new Text(
                    filing.number() + ":" + proof.why().zh(),
                    filing.number() + ": " + proof.why().en());
            if (proof.proved()) {
                return Optional.of(new Fact(true, told));
            }
            failed.add(told);
        }
        return Optional.of(new Fact(
                false,
                new Text(
                        failed.stream().map(Text::zh).collect(Collectors.joining(";")),
                        failed.stream().map(Text::en).collect(Collectors.joining("; ")))));
    }

    /** Whether the filing that a case invokes covers its conduct. @param file the exemption case */
    Proof prove(CaseFile file, FilingInvocation invocation) {
        var filed = desk.unseen(invocation.filingCaseId());
        var filing = filings.of(filed.id());
        var checks = List.of(
                accepted(filed),
                before(file, filings.filedAt(filed.id()).orElse(null)),
                valid(file, filing),
                place(file, filed, filing),
                field(file, filing),
                related(file, filed),
                sameMatter(invocation));
        return new Proof(checks.stream().allMatch(Check::met), checks);
    }

    private static Check accepted(CaseFile filed) {
        var met = filed.status() == CaseStatus.MONITORED || filed.status() == CaseStatus.ARCHIVED;
        return met
                ? new Check(Point.ACCEPTED, true, new Text("报备已获反馈同意", "the filing was accepted"))
                : new Check(
                        Point.ACCEPTED,
                        false,
                        new Text(
                                "报备未获同意,现处“" + filed.status().label().zh() + "”",
                                "the filing has not been accepted; it is "
                                        + filed.status().label().en()));
    }

    /** Of a filing on the very day of the act it is not known which came first. */
    private static Check before(CaseFile file, Instant filedAt) {
        if (filedAt == null) {
            return new Check(
                    Point.BEFORE_THE_ACT,
                    false,
                    new Text("台账中没有获同意的报备", "the ledger has no submission that was accepted"));
        }
        var on = Clocks.dateOf(filedAt);
        var met = on.isBefore(file.conductFrom());
        return new Check(
                Point.BEFORE_THE_ACT,
                met,
                new Text(
                        "台账记载于 " + on + " 提交," + (met ? "先于" : "不早于") + "行为起始日 " + file.conductFrom(),
                        "submitted on " + on + " by the ledger, " + (met ? "before" : "not before")
                                + " the first day of the conduct, " + file.conductFrom()));
    }

    private static Check valid(CaseFile file, Filing filing) {
        var met = covers(filing.validFrom(), filing.validUntil(), file.conductFrom(), file.conductTo());
        var validity = filing.validFrom() + " – " + filing.validUntil();
        var conduct = file.conductFrom() + " – " + file.conductTo();
        return new Check(
                Point.VALID,
                met,
                new Text(
                        "行为期间 " + conduct + (met ? " 在有效期 " : " 不在有效期 ") + validity + " 之内",
                        "the conduct, " + conduct + ", is " + (met ? "" : "not ") + "within the validity, "
                                + validity));
    }

    private static boolean covers(LocalDate from, LocalDate until, LocalDate first, LocalDate last) {
        return from != null && until != null && !first.isBefore(from) && !last.isAfter(until);
    }

    private Check place(CaseFile file, CaseFile filed, Filing filing) {
        var places = filing.places().isEmpty() ? List.of(filed.jurisdiction().code()) : filing.places();
        var met = places.stream()
                .map(jurisdictions::findById)
                .anyMatch(place -> place != null && place.contains(file.jurisdiction()));
        var here = file.jurisdiction().name();
        return new Check(
                Point.PLACE,
                met,
                new Text(
                        here.zh() + (met ? "在" : "不在") + "报备范围之内",
                        here.en() + " is " + (met ? "" : "not ") + "within its scope"));
    }

    private static Check field(CaseFile file, Filing filing) {
        var met = filing.fields().isEmpty() || filing.fields().contains(file.field());
        var fields = String.join("、", filing.fields());
        return new Check(
                Point.FIELD,
                met,
                filing.fields().isEmpty()
                        ? new Text("报备不限领域", "it is for every field of work")
                        : new Text(
                                "本案领域" + (met ? "属于" : "不属于") + "报备领域:" + fields,
                                "the field of work is " + (met ? "" : "not ") + "one of its own: " + fields));
    }

    private Check related(CaseFile file, CaseFile filed) {
        var met = file.start() == Start.APPLICATION
                        && file.applicant().id().equals(filed.applicant().id())
                || desk.subjects(file.id()).stream().anyMatch(subject -> belongs(subject, filed));
        return new Check(
                Point.RELATED,
                met,
                met
                        ? new Text("由报备人或其单位实施", "whoever acted filed, or belongs to the unit that did")
                        : new Text("当事人与报备人及其单位无关", "no subject filed or belongs to the unit that did"));
    }

    private boolean belongs(Subject subject, CaseFile filed) {
        var unit = filed.applicant().organ().id();
        UUID organ = subject.organId() == null
                ? persons.findById(subject.personId()).organ().id()
                : subject.organId();
        return organ.equals(unit)
                || desk.subjects(filed.id()).stream()
                        .anyMatch(named -> named.personId() == null
                                ? organ.equals(named.organId())
                                : named.personId().equals(subject.personId()));
    }

    private static Check sameMatter(FilingInvocation invocation) {
        return invocation.dismissedAt() == null
                ? new Check(Point.SAME_MATTER, true, new Text("承办人未认定事项不同", "no handler found it of another matter"))
                : new Check(
                        Point.SAME_MATTER,
                        false,
                        new Text(
                                "承办人认定报备的是另一事项:" + invocation.dismissal(),
                                "the handler found it of another matter: " + invocation.dismissal()));
    }
}
