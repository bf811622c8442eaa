package org.rongcuo.access;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.UUID;
import org.rongcuo.shared.Ids;

/** An office (机关) of a jurisdiction. */
@Entity
public class Organ {
    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "jurisdiction_code")
    private Jurisdiction jurisdiction;

    @Enumerated(EnumType.STRING)
    private OrganKind kind;

    private String name;

    protected Organ() {}

    Organ(Jurisdiction jurisdiction, OrganKind kind, String name) {
        this.id = Ids.next();
        this.jurisdiction = jurisdiction;
        this.kind = kind;
        this.name = name;
    }

    public UUID id() {
        return id;
    }

    public Jurisdiction jurisdiction() {
        return jurisdiction;
    }

    public OrganKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }
}
