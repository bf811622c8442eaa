package org.rongcuo.determination;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.rongcuo.determination.OutcomeRequests.ReferMatter;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Json;
import org.rongcuo.shared.Sha256;

/** 移送: a suspected violation handed to the organ that pursues it; never an outcome by itself, never changed. */
@Entity
class Referral {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "subject_id")
    private UUID subjectId;

    @Column(name = "organ_name")
    private String organName;

    private String grounds;

    @Column(name = "document_id")
    private UUID documentId;

    @Column(name = "referred_by")
    private UUID referredBy;

    @Column(name = "referred_at")
    private Instant referredAt;

    protected Referral() {}

    Referral(UUID caseId, ReferMatter wanted, UUID referredBy, Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.subjectId = wanted.subject();
        this.organName = wanted.organ();
        this.grounds = wanted.grounds();
        this.documentId = wanted.document();
        this.referredBy = referredBy;
        this.referredAt = now;
    }

    /** Over what it says, for the ledger. */
    String contentHash() {
        return Sha256.of(Json.canonicalBytes(java.util.Arrays.asList(id, subjectId, organName, grounds, documentId)));
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    /** Null when it is about none of the subjects. */
    UUID subjectId() {
        return subjectId;
    }

    String organName() {
        return organName;
    }

    String grounds() {
        return grounds;
    }

    UUID documentId() {
        return documentId;
    }

    UUID referredBy() {
        return referredBy;
    }

    Instant referredAt() {
        return referredAt;
    }
}
