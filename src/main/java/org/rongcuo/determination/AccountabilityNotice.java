package org.rongcuo.determination;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.rongcuo.shared.Ids;

/** The organ that holds people to account (谁问责、谁容错) was told of the determinations; it answers once. */
@Entity
@Table(name = "accountability_notice")
class AccountabilityNotice {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "organ_id")
    private UUID organId;

    @Column(name = "organ_name")
    private String organName;

    @Column(name = "told_on")
    private LocalDate toldOn;

    private String note;

    @Column(name = "told_by")
    private UUID toldBy;

    @Column(name = "told_at")
    private Instant toldAt;

    private Boolean adopted;

    @Column(name = "adopted_on")
    private LocalDate adoptedOn;

    @Column(name = "adoption_reasons")
    private String adoptionReasons;

    @Column(name = "recorded_by")
    private UUID recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected AccountabilityNotice() {}

    /** @param organId null for an organ that is named only */
    AccountabilityNotice(
            UUID caseId, UUID organId, String organName, LocalDate toldOn, String note, UUID toldBy, Instant now) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.organId = organId;
        this.organName = organName;
        this.toldOn = toldOn;
        this.note = note;
        this.toldBy = toldBy;
        this.toldAt = now;
    }

    void answer(boolean adopts, LocalDate on, String reasons, UUID by, Instant now) {
        adopted = adopts;
        adoptedOn = on;
        adoptionReasons = reasons;
        recordedBy = by;
        recordedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    UUID organId() {
        return organId;
    }

    String organName() {
        return organName;
    }

    LocalDate toldOn() {
        return toldOn;
    }

    String note() {
        return note;
    }

    UUID toldBy() {
        return toldBy;
    }

    Instant toldAt() {
        return toldAt;
    }

    /** Null while it has not answered. */
    Boolean adopted() {
        return adopted;
    }

    LocalDate adoptedOn() {
        return adoptedOn;
    }

    String adoptionReasons() {
        return adoptionReasons;
    }

    UUID recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
