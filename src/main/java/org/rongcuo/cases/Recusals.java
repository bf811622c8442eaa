package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Rights;
import org.rongcuo.procedure.ActView;
import org.rongcuo.shared.Text;

/** Who must keep off which case (回避): whom it concerns, and of whom a recusal stands or is undecided. */
@ApplicationScoped
public class Recusals {
    private static final ActView.Reason SUBJECT = new ActView.Reason(
            "recused",
            new Text("您是本案当事人或其所在单位的人员,应当回避", "You are a subject of the case or belong to it and are recused"));
    private static final ActView.Reason APPLICANT =
            new ActView.Reason("recused", new Text("您是本案申请人,应当回避", "You applied for the case and are recused"));
    private static final ActView.Reason RECUSED =
            new ActView.Reason("recused", new Text("您在本案中应当回避", "You are recused from the case"));
    static final ActView.Reason PENDING = new ActView.Reason(
            "recusal-pending",
            new Text("有人申请您回避,决定之前暂停参与本案", "Your recusal is demanded; you take no part until it is decided"));

    private final CaseFiles cases;
    private final Subjects subjects;
    private final RecusalRecords records;
    private final Persons persons;

    Recusals(CaseFiles cases, Subjects subjects, RecusalRecords records, Persons persons) {
        this.cases = cases;
        this.subjects = subjects;
        this.records = records;
        this.persons = persons;
    }

    /** Whether the person takes no part in the case: concerned by it, recused, or with a recusal undecided. */
    public boolean recused(UUID caseId, UUID personId) {
        return reason(caseId, personId).isPresent();
    }

    /** Why the person takes no part in the case, said to that person; empty for who may. */
    public Optional<ActView.Reason> reason(UUID caseId, UUID personId) {
        return reason(cases.findById(caseId), personId, persons.rightsOf(persons.findById(personId)));
    }

    Optional<ActView.Reason> reason(CaseFile file, UUID personId, Rights rights) {
        if (subjects.of(file.id()).stream().anyMatch(subject -> concerns(subject, personId, rights))) {
            return Optional.of(SUBJECT);
        }
        if (applied(file, personId)) {
            return Optional.of(APPLICANT);
        }
        return recorded(file.id(), personId);
    }

    /** Of a recusal that is on record. */
    Optional<ActView.Reason> recorded(UUID caseId, UUID personId) {
        return standing(caseId, personId).map(recusal -> recusal.granted() == null ? PENDING : RECUSED);
    }

    /** The one of a person that is granted or undecided. */
    Optional<Recusal> standing(UUID caseId, UUID personId) {
        return records.standing(caseId, personId);
    }

    /** Whether a recusal of the person is on record and in effect. */
    public boolean isRecused(UUID caseId, UUID personId) {
        return records.standing(caseId, personId)
                .filter(recusal -> recusal.granted() != null)
                .isPresent();
    }

    /** Whether the person is the subject, or belongs to the unit that is. */
    boolean concerns(Subject subject, UUID personId, Rights rights) {
        if (subject.organId() == null) {
            return personId.equals(subject.personId());
        }
        return rights.grants().stream().anyMatch(grant -> subject.organId().equals(grant.organId()))
                || persons.findById(personId).organ().id().equals(subject.organId());
    }

    boolean applied(CaseFile file, UUID personId) {
        return file.applicant().id().equals(personId) && file.start() == Start.APPLICATION;
    }
}
