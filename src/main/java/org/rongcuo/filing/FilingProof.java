package org.rongcuo.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.access.Persons;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.Subject;
import org.rongcuo.checklist.ChecklistService.Sheet;
import org.rongcuo.checklist.FactSource;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Text;

/**
 * Proves whether what a subject did had been filed before, within scope and validity: from the ledger's times of the
 * submission and of its acceptance, never from a date that somebody tells. Whether it is the same matter no machine can say:
 * an investigator does, and until then it is open. Supplies the tables' fact {@code filed} where a case invokes a filing;
 * where none is invoked the item stays with the handler, for a filing may have been made on paper.
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
        /** Accepted before the first day of the conduct. */
        ACCEPTED,
        /** Submitted before the first day of the conduct. */
        BEFORE_THE_ACT,
        /** The conduct lies within its validity. */
        VALID,
        /** The place lies within its scope. */
        PLACE,
        /** The field of work is one of its own. */
        FIELD,
        /** The subject filed, is named in the filing, or belongs to a unit that did or is. */
        RELATED,
        /** Of the same matter, as an investigator found. */
        SAME_MATTER
    }

    /** One thing looked at. @param met null while nobody has found @param text what was found */
    @Schema(name = "FilingCheck")
    record Check(Point point, @Nullable Boolean met, Text text) {
        private boolean isMet() {
            return Boolean.TRUE.equals(met);
        }

        private boolean isUnmet() {
            return Boolean.FALSE.equals(met);
        }
    }

    /** What comes of it. */
    @Schema(name = "FilingProofState")
    enum State {
        PROVED,
        /** Something is not met. */
        DISPROVED,
        /** Nothing speaks against it, but an investigator has not found it of the same matter yet. */
        OPEN
    }

    /** Whether a filing covers what a subject did. @param subject of the exemption case */
    @Schema(name = "FilingProof")
    record Proof(UUID subject, State state, List<Check> checks) {
        private static Proof of(UUID subject, List<Check> checks) {
            if (checks.stream().anyMatch(Check::isUnmet)) {
                return new Proof(subject, State.DISPROVED, checks);
            }
            return new Proof(subject, checks.stream().allMatch(Check::isMet) ? State.PROVED : State.OPEN, checks);
        }

        /** What is not met, or open; where all is met, what was found. */
        Text why() {
            var told = checks.stream()
                    .filter(check -> switch (state) {
                        case PROVED -> true;
                        case DISPROVED -> check.isUnmet();
                        case OPEN -> !check.isMet();
                    })
                    .toList();
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
        var subject = desk.subjects(file.id()).stream()
                .filter(each -> each.id().equals(sheet.subjectId()))
                .findFirst()
                .orElseThrow();
        Map<State, List<Text>> told = new EnumMap<>(State.class);
        for (var invocation : invoked) {
            var number = desk.unseen(invocation.filingCaseId()).number();
            var proof = prove(file, invocation, subject);
            told.computeIfAbsent(proof.state(), state -> new ArrayList<>())
                    .add(new Text(
                            number + ":" + proof.why().zh(),
                            number + ": " + proof.why().en()));
        }
        if (told.containsKey(State.PROVED)) {
            return Optional.of(new Fact(true, told.get(State.PROVED).get(0)));
        }
        return Optional.of(
                told.containsKey(State.OPEN)
                        ? Fact.open(joined(told.get(State.OPEN)))
                        : new Fact(false, joined(told.get(State.DISPROVED))));
    }

    private static Text joined(List<Text> texts) {
        return new Text(
                texts.stream().map(Text::zh).collect(Collectors.joining(";")),
                texts.stream().map(Text::en).collect(Collectors.joining("; ")));
    }

    /** Whether the filing that a case invokes covers what a subject did. @param file the exemption case */
    Proof prove(CaseFile file, FilingInvocation invocation, Subject subject) {
        var filed = desk.unseen(invocation.filingCaseId());
        var filing = filings.of(filed.id());
        return Proof.of(
                subject.id(),
                List.of(
                        accepted(file, filed),
                        before(file, filings.filedAt(filed.id()).orElse(null)),
                        valid(file, filing),
                        place(file, filed, filing),
                        field(file, filing),
                        related(subject, filed),
                        sameMatter(invocation)));
    }

    /** Whoever acts before the answer acts without it. */
    private Check accepted(CaseFile file, CaseFile filed) {
        return filings.acceptedAt(filed.id())
                .map(Clocks::dateOf)
                .map(on -> {
                    var met = on.isBefore(file.conductFrom());
                    return new Check(
                            Point.ACCEPTED,
                            met,
                            new Text(
                                    "台账记载于 " + on + " 予以报备," + (met ? "先于" : "不早于") + "行为起始日 " + file.conductFrom(),
                                    "accepted on " + on + " by the ledger, " + (met ? "before" : "not before")
                                            + " the first day of the conduct, " + file.conductFrom()));
                })
                .orElseGet(() -> new Check(
                        Point.ACCEPTED,
                        false,
                        new Text(
                                "报备未获同意,现处“" + filed.status().label().zh() + "”",
                                "the filing has not been accepted; it is "
                                        + filed.status().label().en())));
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

    private Check related(Subject subject, CaseFile filed) {
        var met = belongs(subject, filed);
        return new Check(
                Point.RELATED,
                met,
                met
                        ? new Text("当事人系报备人、报备所列人员或其单位的人员", "the subject filed, is named there, or belongs to the unit")
                        : new Text("当事人与报备人及其单位无关", "the subject neither filed nor belongs to the unit that did"));
    }

    private boolean belongs(Subject subject, CaseFile filed) {
        if (filed.applicant().id().equals(subject.personId())) {
            return true;
        }
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

    private Check sameMatter(FilingInvocation invocation) {
        return invocations
                .finding(invocation.id())
                .map(found -> new Check(
                        Point.SAME_MATTER,
                        found.isSameMatter(),
                        found.isSameMatter()
                                ? new Text(
                                        "核实人员认定与报备事项一致:" + found.reasons(),
                                        "an investigator found it of the same matter: " + found.reasons())
                                : new Text(
                                        "核实人员认定报备的是另一事项:" + found.reasons(),
                                        "an investigator found it of another matter: " + found.reasons())))
                .orElseGet(() -> new Check(
                        Point.SAME_MATTER,
                        null,
                        new Text("核实人员尚未认定是否同一事项", "no investigator has found yet whether it is the same matter")));
    }
}
