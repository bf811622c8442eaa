package org.rongcuo.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongcuo.shared.Ids;

/** 上级文件: a document of an authority above, with the books that must be looked at because of it; never changed. */
@Entity
@Table(name = "superior_document")
class SuperiorDocument {
    @Id
    private UUID id;

    private String title;

    private String issuer;

    private String number;

    @Column(name = "issued_on")
    private LocalDate issuedOn;

    private String summary;

    @Column(name = "recorded_by")
    private UUID recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @ManyToMany
    @JoinTable(
            name = "superior_document_book",
            joinColumns = @JoinColumn(name = "document_id"),
            inverseJoinColumns = @JoinColumn(name = "policy_id"))
    private List<Policy> books;

    protected SuperiorDocument() {}

    SuperiorDocument(
            SuperiorDocumentService.RecordSuperiorDocument wanted, List<Policy> books, UUID recordedBy, Instant now) {
        this.id = Ids.next();
        this.title = wanted.title();
        this.issuer = wanted.issuer();
        this.number = wanted.number();
        this.issuedOn = wanted.issuedOn();
        this.summary = wanted.summary();
        this.recordedBy = recordedBy;
        this.recordedAt = now;
        this.books = new ArrayList<>(books);
    }

    /** What each book's ledger chain says of it. */
    PolicyEvent.SuperiorDocumentRecorded recorded(Policy book) {
        return new PolicyEvent.SuperiorDocumentRecorded(
                book.key(), book.stateVersion(), id, title, issuer, number, issuedOn, summary);
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    String issuer() {
        return issuer;
    }

    /** 文号; null when it has none. */
    String number() {
        return number;
    }

    LocalDate issuedOn() {
        return issuedOn;
    }

    /** Null when none was written. */
    String summary() {
        return summary;
    }

    UUID recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    List<Policy> books() {
        return books;
    }
}
