package org.rongcuo.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.UUID;
import org.rongcuo.shared.Ids;

/** A role that a person holds in an organ, up to a clearance, from a day to a day. */
@Entity
class Assignment {
    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "person_id")
    private Person person;

    @ManyToOne(optional = false)
    @JoinColumn(name = "organ_id")
    private Organ organ;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Enumerated(EnumType.STRING)
    private Level clearance;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    protected Assignment() {}

    Assignment(Person person, Organ organ, Role role, Level clearance, LocalDate validFrom, LocalDate validUntil) {
        this.id = Ids.next();
        this.person = person;
        this.organ = organ;
        this.role = role;
        this.clearance = clearance;
        this.validFrom = validFrom;
        this.validUntil = validUntil;
    }

    UUID id() {
        return id;
    }

    Person person() {
        return person;
    }

    Organ organ() {
        return organ;
    }

    Role role() {
        return role;
    }

    Level clearance() {
        return clearance;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    LocalDate validUntil() {
        return validUntil;
    }

    /** Ends the role with a day, the last on which it counts. */
    void end(LocalDate lastDay) {
        this.validUntil = lastDay;
    }

    Grant grant() {
        return new Grant(
                role,
                organ.id(),
                organ.kind(),
                organ.jurisdiction().code(),
                organ.jurisdiction().path(),
                clearance);
    }
}
