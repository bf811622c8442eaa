package org.rongcuo.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.UUID;
import org.rongcuo.shared.Ids;

/** A person: holder of roles, applicant, or subject of cases; a record of its own so that recusal can be decided. */
@Entity
public class Person {
    @Id
    private UUID id;

    private String name;

    @ManyToOne(optional = false)
    @JoinColumn(name = "organ_id")
    private Organ organ;

    protected Person() {}

    Person(String name, Organ organ) {
        this.id = Ids.next();
        this.name = name;
        this.organ = organ;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** The unit the person belongs to. */
    public Organ organ() {
        return organ;
    }
}
