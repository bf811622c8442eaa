package org.rongcuo.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Text;

/** A case and another that it has to do with; never changed. */
@Entity
@Table(name = "case_link")
class CaseLink {
    /** What the case has to do with the other. */
    @Schema(name = "CaseLinkKind")
    enum Kind {
        /** 多事一议: they are consulted on together. */
        RELATED("相关", "related"),
        /** It goes on with a matter of a case that has ended or is settled. */
        CONTINUES("接续已结案件", "goes on with an ended one"),
        /** It invokes a filing. */
        INVOKES("援引事前报备", "invokes a filing");

        private final Text label;

        Kind(String zh, String en) {
            this.label = new Text(zh, en);
        }

        Text label() {
            return label;
        }
    }

    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "other_id")
    private UUID otherId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String reasons;

    @Column(name = "linked_by")
    private UUID linkedBy;

    @Column(name = "linked_at")
    private Instant linkedAt;

    protected CaseLink() {}

    CaseLink(UUID caseId, UUID otherId, Kind kind, String reasons, UUID linkedBy, Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.otherId = otherId;
        this.kind = kind;
        this.reasons = reasons;
        this.linkedBy = linkedBy;
        this.linkedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    UUID otherId() {
        return otherId;
    }

    Kind kind() {
        return kind;
    }

    String reasons() {
        return reasons;
    }

    UUID linkedBy() {
        return linkedBy;
    }

    Instant linkedAt() {
        return linkedAt;
    }

    /** The case at the other end. */
    UUID from(UUID oneEnd) {
        return oneEnd.equals(caseId) ? otherId : caseId;
    }
}
