package org.rongcuo.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.rongcuo.shared.Json;

/** A year of the working calendar as an administrator uploaded it last. */
@Entity
@Table(name = "working_year")
class UploadedYear {
    @Id
    private int year;

    private String content;

    @Column(name = "recorded_by")
    private UUID recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected UploadedYear() {}

    UploadedYear(int year) {
        this.year = year;
    }

    void take(WorkingYear announced, UUID by, Instant at) {
        content = Json.write(announced);
        recordedBy = by;
        recordedAt = at;
    }

    WorkingYear announced() {
        return Json.read(content, WorkingYear.class);
    }

    int year() {
        return year;
    }

    UUID recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
