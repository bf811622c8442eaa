package org.rongcuo.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.rongcuo.shared.Ids;

/** A document of a case; its content is stored once by hash. A new version is a new document that replaces the old. */
@Entity
class Document {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    private String title;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "media_type")
    private String mediaType;

    private long size;

    private String sha256;

    private int version;

    @Column(name = "replaces_id")
    private UUID replacesId;

    private boolean late;

    @Column(name = "for_concerned")
    private boolean forConcerned;

    @Column(name = "added_by")
    private UUID addedBy;

    @Column(name = "added_at")
    private Instant addedAt;

    protected Document() {}

    /** @param replaced the version before, null for a first one @param late whether the case was closed by then @param forConcerned whether the office meant it for those whom the case concerns */
    Document(
            UUID caseId,
            String title,
            String fileName,
            String mediaType,
            long size,
            String sha256,
            Document replaced,
            boolean late,
            boolean forConcerned,
            UUID addedBy,
            Instant addedAt) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.title = title;
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.size = size;
        this.sha256 = sha256;
        this.version = replaced == null ? 1 : replaced.version + 1;
        this.replacesId = replaced == null ? null : replaced.id;
        this.late = late;
        this.forConcerned = forConcerned;
        this.addedBy = addedBy;
        this.addedAt = addedAt;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    String title() {
        return title;
    }

    String fileName() {
        return fileName;
    }

    /** As sniffed from the content, not as claimed. */
    String mediaType() {
        return mediaType;
    }

    /** Bytes. */
    long size() {
        return size;
    }

    String sha256() {
        return sha256;
    }

    int version() {
        return version;
    }

    /** The document it is a new version of, null for a first one. */
    UUID replacesId() {
        return replacesId;
    }

    /** Whether it was added when the case was registered or closed already. */
    boolean late() {
        return late;
    }

    /** Whether the office meant it for the applicant and the subjects, who read no other document of the office. */
    boolean forConcerned() {
        return forConcerned;
    }

    UUID addedBy() {
        return addedBy;
    }

    Instant addedAt() {
        return addedAt;
    }
}
