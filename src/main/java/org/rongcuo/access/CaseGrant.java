package org.rongcuo.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A row of the case access table: the case is open to the grantee up to its level. */
@Entity
@Table(name = "case_grant")
@IdClass(CaseGrant.Key.class)
class CaseGrant {
    @Id
    @Column(name = "case_id")
    private UUID caseId;

    @Id
    private String grantee;

    private short level;

    protected CaseGrant() {}

    CaseGrant(UUID caseId, String grantee, Level level) {
        this.caseId = caseId;
        this.grantee = grantee;
        this.level = (short) level.ordinal();
    }

    String grantee() {
        return grantee;
    }

    void openTo(Level highest) {
        level = (short) highest.ordinal();
    }

    /** The row's key. */
    record Key(UUID caseId, String grantee) implements Serializable {}
}
