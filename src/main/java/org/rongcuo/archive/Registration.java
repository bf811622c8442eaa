package org.rongcuo.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.shared.Ids;

/** 报备: papers sent to the party committee of the same level, and what it did with them. */
@Entity
class Registration {
    /** What the registrar did. */
    enum Decision {
        ACCEPTED,
        RETURNED
    }

    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    private int round;

    private String materials;

    @Column(name = "filed_by")
    private UUID filedBy;

    @Column(name = "filed_at")
    private Instant filedAt;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> defects;

    private String remark;

    @Column(name = "organ_id")
    private UUID organId;

    @Column(name = "decided_by")
    private UUID decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    protected Registration() {}

    Registration(CaseFile file, String materials, UUID filedBy, Instant now) {
        this.id = Ids.next();
        this.caseId = file.id();
        this.round = file.round();
        this.materials = materials;
        this.filedBy = filedBy;
        this.filedAt = now;
    }

    void accept(UUID organ, String said, UUID by, Instant now) {
        decide(Decision.ACCEPTED, organ, said, by, now);
    }

    void giveBack(List<FormalDefect> found, UUID organ, String said, UUID by, Instant now) {
        defects = found.stream().map(Enum::name).toList();
        decide(Decision.RETURNED, organ, said, by, now);
    }

    private void decide(Decision made, UUID organ, String said, UUID by, Instant now) {
        decision = made;
        organId = organ;
        remark = said;
        decidedBy = by;
        decidedAt = now;
    }

    UUID id() {
        return id;
    }

    int round() {
        return round;
    }

    String materials() {
        return materials;
    }

    UUID filedBy() {
        return filedBy;
    }

    Instant filedAt() {
        return filedAt;
    }

    /** Null while the registrar has not answered. */
    Decision decision() {
        return decision;
    }

    /** Empty unless returned. */
    List<FormalDefect> defects() {
        return defects == null
                ? List.of()
                : defects.stream().map(FormalDefect::valueOf).toList();
    }

    String remark() {
        return remark;
    }

    UUID decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
