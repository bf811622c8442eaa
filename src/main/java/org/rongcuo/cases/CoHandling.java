package org.rongcuo.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** That an organ handles a case beside the one that it is assigned to; for queries, as {@link CoHandlers} writes it. */
@Entity
@Table(name = "case_co_handler")
@IdClass(CoHandling.Key.class)
class CoHandling {
    @Id
    @Column(name = "case_id")
    private UUID caseId;

    @Id
    @Column(name = "organ_id")
    private UUID organId;

    protected CoHandling() {}

    /** The row's key. */
    record Key(UUID caseId, UUID organId) implements Serializable {}
}
