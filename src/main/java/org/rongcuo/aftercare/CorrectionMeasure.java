package org.rongcuo.aftercare;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.rongcuo.shared.Ids;

/** One of the measures of a correction's plan; never changed. */
@Entity
@Table(name = "correction_measure")
class CorrectionMeasure {
    @Id
    private UUID id;

    @Column(name = "correction_id")
    private UUID correctionId;

    private int position;

    private String text;

    private LocalDate due;

    protected CorrectionMeasure() {}

    CorrectionMeasure(UUID correctionId, int position, String text, LocalDate due) {
        this.id = Ids.next();
        this.correctionId = correctionId;
        this.position = position;
        this.text = text;
        this.due = due;
    }

    /** What it says, for the ledger. */
    CorrectionEvent.Measure planned() {
        return new CorrectionEvent.Measure(id, text, due);
    }

    UUID id() {
        return id;
    }

    UUID correctionId() {
        return correctionId;
    }

    String text() {
        return text;
    }

    LocalDate due() {
        return due;
    }
}
