package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.rongcuo.access.Organs;
import org.rongcuo.access.Persons;
import org.rongcuo.cases.CaseRequests.AddSubject;
import org.rongcuo.policy.FieldOfWork;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Violation;
import org.rongcuo.shared.Violations;

/** Reads what a caller says a case is about and whom it concerns; gathers all that contradicts instead of the first. */
@ApplicationScoped
class CaseContents {
    private final Organs organs;
    private final Persons persons;
    private final Clock clock;

    CaseContents(Organs organs, Persons persons, Clock clock) {
        this.organs = organs;
        this.persons = persons;
        this.clock = clock;
    }

    /**
     * The conduct of an exemption has happened; that of a prior filing is what is planned.
     *
     * @param pointer where the particulars stand in the request's body
     */
    void check(CaseParticulars particulars, CaseKind kind, String pointer, List<Violation> violations) {
        if (particulars.conduct().until().isBefore(particulars.conduct().from())) {
            violations.add(
                    Violation.at(pointer + "/conduct/to", "before-start", "不得早于起始日", "must not precede the first day"));
        }
        if (kind == CaseKind.EXEMPTION && particulars.conduct().until().isAfter(Clocks.today(clock))) {
            violations.add(
                    Violation.at(pointer + "/conduct/to", "in-the-future", "行为尚未发生", "the conduct lies in the future"));
        }
        Violations.found(() -> FieldOfWork.known(particulars.field(), pointer + "/field"), violations);
    }

    /**
     * The subject that is wanted, if it is whole and not among those known.
     *
     * @param pointer where it stands in the request's body
     * @return null when there are violations
     */
    Subject subject(UUID caseId, AddSubject wanted, List<Subject> known, String pointer, List<Violation> violations) {
        if ((wanted.person() == null) == (wanted.organ() == null)) {
            violations.add(
                    Violation.at(pointer, "person-or-organ", "person 与 organ 应给出其一", "give either person or organ"));
            return null;
        }
        var person = wanted.person() == null
                ? null
                : Violations.found(() -> persons.named(wanted.person(), pointer + "/person"), violations);
        var organ = wanted.organ() == null
                ? null
                : Violations.found(() -> organs.named(wanted.organ(), pointer + "/organ"), violations);
        if (person == null && organ == null) {
            return null;
        }
        var subject = new Subject(caseId, person, organ, wanted.status(), wanted.duty());
        if (known.stream()
                .anyMatch(other -> Objects.equals(other.personId(), subject.personId())
                        && Objects.equals(other.organId(), subject.organId()))) {
            violations.add(Violation.at(pointer, "subject-twice", "此当事人已列明", "The subject is named already"));
            return null;
        }
        return subject;
    }
}
