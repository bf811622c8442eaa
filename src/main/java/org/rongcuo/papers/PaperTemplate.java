package org.rongcuo.papers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.shared.Ids;

/** A version of a jurisdiction's template of a kind of paper; never changed. */
@Entity
@Table(name = "paper_template")
class PaperTemplate {
    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "jurisdiction_code")
    private Jurisdiction jurisdiction;

    @Enumerated(EnumType.STRING)
    private PaperKind kind;

    private int version;

    private String content;

    private String note;

    @Column(name = "recorded_by")
    private UUID recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected PaperTemplate() {}

    PaperTemplate(
            Jurisdiction jurisdiction,
            PaperKind kind,
            int version,
            String content,
            String note,
            UUID recordedBy,
            Instant recordedAt) {
        this.id = Ids.next();
        this.jurisdiction = jurisdiction;
        this.kind = kind;
        this.version = version;
        this.content = content;
        this.note = note;
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    /** {@code 330900@2}. */
    String key() {
        return jurisdiction.code() + "@" + version;
    }

    UUID id() {
        return id;
    }

    Jurisdiction jurisdiction() {
        return jurisdiction;
    }

    PaperKind kind() {
        return kind;
    }

    /** From 1. */
    int version() {
        return version;
    }

    String content() {
        return content;
    }

    /** Why it was changed, null when not told. */
    String note() {
        return note;
    }

    UUID recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
