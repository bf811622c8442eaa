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
import java.time.LocalDate;
import java.util.UUID;
import org.rongcuo.papers.PaperService.Draft;
import org.rongcuo.papers.PaperService.IssuePaper;
import org.rongcuo.papers.PaperService.Printed;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Sha256;

/** A paper that was issued; never changed. A corrected one is a new paper that replaces it. */
@Entity
@Table(name = "paper")
class IssuedPaper {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private PaperKind kind;

    private UUID about;

    @Column(name = "subject_id")
    private UUID subjectId;

    private String number;

    private String title;

    private String addressee;

    private String organ;

    private LocalDate dated;

    @ManyToOne
    @JoinColumn(name = "template_id")
    private PaperTemplate template;

    @Column(name = "docx_sha256")
    private String docxSha256;

    @Column(name = "docx_size")
    private int docxSize;

    @Column(name = "pdf_sha256")
    private String pdfSha256;

    @Column(name = "pdf_size")
    private int pdfSize;

    @Column(name = "replaces_id")
    private UUID replacesId;

    private String reasons;

    @Column(name = "issued_by")
    private UUID issuedBy;

    @Column(name = "issued_at")
    private Instant issuedAt;

    protected IssuedPaper() {}

    IssuedPaper(UUID caseId, IssuePaper wanted, Draft draft, Printed printed, UUID issuedBy, Instant issuedAt) {
        this.id = Ids.next();
        this.caseId = caseId;
        this.kind = wanted.kind();
        this.about = draft.paper().about();
        this.subjectId = draft.paper().subject();
        this.number = draft.text().number();
        this.title = draft.text().title();
        this.addressee =
                draft.text().addressee().isBlank() ? null : draft.text().addressee();
        this.organ = draft.paper().organ();
        this.dated = draft.paper().dated();
        this.template = draft.template();
        this.docxSha256 = Sha256.of(printed.docx());
        this.docxSize = printed.docx().length;
        this.pdfSha256 = Sha256.of(printed.pdf());
        this.pdfSize = printed.pdf().length;
        this.replacesId = wanted.replaces();
        this.reasons = wanted.reasons();
        this.issuedBy = issuedBy;
        this.issuedAt = issuedAt;
    }

    /** What it says, for the ledger. */
    PaperEvent.PaperIssued issued(long stateVersion) {
        return new PaperEvent.PaperIssued(
                caseId,
                stateVersion,
                id,
                kind,
                about,
                subjectId,
                number,
                dated,
                template == null ? "shipped" : template.key(),
                docxSha256,
                pdfSha256,
                replacesId,
                reasons);
    }

    /** What the file is called, without its ending. */
    String fileName() {
        return number + kind.label().zh();
    }

    UUID id() {
        return id;
    }

    PaperKind kind() {
        return kind;
    }

    /** The record it tells of, null where the case has but one. */
    UUID about() {
        return about;
    }

    /** The subject whom it is about, null for a paper to all whom the case concerns. */
    UUID subjectId() {
        return subjectId;
    }

    String number() {
        return number;
    }

    String title() {
        return title;
    }

    /** Null for none. */
    String addressee() {
        return addressee;
    }

    String organ() {
        return organ;
    }

    LocalDate dated() {
        return dated;
    }

    /** Null where it was the product's own. */
    PaperTemplate template() {
        return template;
    }

    String sha256(PaperFormat format) {
        return format == PaperFormat.PDF ? pdfSha256 : docxSha256;
    }

    /** Bytes. */
    int size(PaperFormat format) {
        return format == PaperFormat.PDF ? pdfSize : docxSize;
    }

    /** Null for a first one, as are the reasons. */
    UUID replacesId() {
        return replacesId;
    }

    String reasons() {
        return reasons;
    }

    UUID issuedBy() {
        return issuedBy;
    }

    Instant issuedAt() {
        return issuedAt;
    }
}
