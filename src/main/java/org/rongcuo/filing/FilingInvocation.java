package org.rongcuo.filing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.rongcuo.shared.Ids;

/** An exemption case says that a filing covered what was done; whether it did is worked out whenever it is asked; never changed. */
@Entity
@Table(name = "filing_invocation")
class FilingInvocation {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "filing_case_id")
    private UUID filingCaseId;

    @Column(name = "invoked_by")
    private UUID invokedBy;

    @Column(name = "invoked_at")
    private Instant invokedAt;

    protected FilingInvocation() {}

    FilingInvocation(UUID caseId, UUID filingCaseId, UUID invokedBy, Instant invokedAt) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.filingCaseId = filingCaseId;
        this.invokedBy = invokedBy;
        this.invokedAt = invokedAt;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    UUID filingCaseId() {
        return filingCaseId;
    }

    UUID invokedBy() {
        return invokedBy;
    }

    Instant invokedAt() {
        return invokedAt;
    }
}
