package org.rongcuo.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.rongcuo.access.Organ;
import org.rongcuo.access.Person;
import org.rongcuo.policy.SubjectStatus;
import org.rongcuo.shared.Ids;

/** A person or unit concerned (当事人); outcomes are per subject. */
@Entity
@Table(name = "case_subject")
public class Subject {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @ManyToOne
    @JoinColumn(name = "person_id")
    private Person person;

    @ManyToOne
    @JoinColumn(name = "organ_id")
    private Organ organ;

    @Enumerated(EnumType.STRING)
    private SubjectStatus status;

    private String duty;

    protected Subject() {}

    /** Exactly one of person and organ is given. */
    Subject(UUID caseId, Person person, Organ organ, SubjectStatus status, String duty) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.person = person;
        this.organ = organ;
        this.status = status;
        this.duty = duty;
    }

    /** What it says, for the ledger. */
    CaseEvent.Named named() {
        return new CaseEvent.Named(id, personId(), organId(), status, duty);
    }

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    /** Null for a unit. */
    public UUID personId() {
        return person == null ? null : person.id();
    }

    /** Null for a person. */
    public UUID organId() {
        return organ == null ? null : organ.id();
    }

    public String name() {
        return person == null ? organ.name() : person.name();
    }

    public SubjectStatus status() {
        return status;
    }

    /** The subject's duty in the matter, null when not told. */
    public String duty() {
        return duty;
    }
}
