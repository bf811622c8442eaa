package org.rongcuo.checklist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Json;

/** What somebody answered to an item at a moment; never changed, the latest counts. */
@Entity
class Answer {
    @Id
    private UUID id;

    @Column(name = "case_ref")
    private UUID caseRef;

    @Column(name = "subject_ref")
    private UUID subjectRef;

    private String item;

    private String value;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> evidence;

    private String note;

    private UUID finding;

    @Column(name = "answered_by")
    private UUID answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    /** The database's own order of writing, under the case's lock: clocks and ids of several replicas may disagree. */
    @Column(insertable = false, updatable = false)
    private Long written;

    protected Answer() {}

    /**
     * @param value null takes the answer back: the item is open again
     * @param finding the record whose finding it adopts; null when it is the handler's own
     */
    Answer(
            UUID caseRef,
            UUID subjectRef,
            String item,
            Object value,
            List<UUID> evidence,
            String note,
            UUID finding,
            UUID answeredBy,
            Instant answeredAt) {
        this.id = Ids.next();
        this.caseRef = caseRef;
        this.subjectRef = subjectRef;
        this.item = item;
        this.value = value == null ? null : Json.write(value);
        this.evidence = evidence;
        this.note = note;
        this.finding = finding;
        this.answeredBy = answeredBy;
        this.answeredAt = answeredAt;
    }

    UUID id() {
        return id;
    }

    String item() {
        return item;
    }

    /** As JSON gave it: String, number, Boolean; null when the answer was taken back. */
    Object value() {
        return value == null ? null : Json.read(value, Object.class);
    }

    List<UUID> evidence() {
        return evidence;
    }

    String note() {
        return note;
    }

    /** The record whose finding it adopts; null when it is the handler's own. */
    UUID finding() {
        return finding;
    }

    UUID answeredBy() {
        return answeredBy;
    }

    Instant answeredAt() {
        return answeredAt;
    }
}
