package org.rongcuo.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Versioned;

/** A rule book: what its versions have in common (policy-contract "Kinds of book"). */
@Entity
class Policy implements Versioned {
    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "jurisdiction_code")
    private Jurisdiction jurisdiction;

    private String name;

    @Enumerated(EnumType.STRING)
    private BookKind kind;

    @Column(name = "title_zh")
    private String titleZh;

    @Column(name = "title_en")
    private String titleEn;

    private String field;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "scope_fields")
    private List<String> scopeFields;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "scope_statuses")
    private List<String> scopeStatuses;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    private Policy parent;

    @Enumerated(EnumType.STRING)
    @Column(name = "lenity_mode")
    private LenityMode lenityMode;

    @Column(name = "lenity_basis")
    private String lenityBasis;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @Column(name = "review_by")
    private LocalDate reviewBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "state_version")
    private long stateVersion;

    protected Policy() {}

    Policy(Jurisdiction jurisdiction, PolicyService.OpenPolicy opened, Policy parent, Instant now) {
        this.id = Ids.next();
        this.jurisdiction = jurisdiction;
        this.name = opened.name();
        this.kind = opened.kind();
        this.titleZh = opened.titleZh();
        this.titleEn = opened.titleEn();
        this.field = opened.field();
        this.scopeFields = opened.scopeFields() == null ? List.of() : opened.scopeFields();
        this.scopeStatuses = opened.scopeStatuses() == null
                ? List.of()
                : opened.scopeStatuses().stream().map(Enum::name).toList();
        this.parent = parent;
        this.lenityMode = opened.lenityMode();
        this.lenityBasis = opened.lenityBasis();
        this.visibility = opened.visibility();
        this.reviewBy = opened.reviewBy();
        this.createdAt = now;
        this.stateVersion = 1;
    }

    /** Counts an act on the book or one of its versions; the book's ledger chain follows this number. */
    long bump() {
        return ++stateVersion;
    }

    /** Takes a review that was made, and the day of the next. */
    PolicyEvent.PolicyReviewed review(String finding, LocalDate next) {
        var due = reviewBy;
        reviewBy = next;
        return new PolicyEvent.PolicyReviewed(key(), bump(), finding, due, next);
    }

    UUID id() {
        return id;
    }

    /** {@code <jurisdiction>/<name>}, as in addresses. */
    String key() {
        return jurisdiction.code() + "/" + name;
    }

    Jurisdiction jurisdiction() {
        return jurisdiction;
    }

    String name() {
        return name;
    }

    BookKind kind() {
        return kind;
    }

    Text title() {
        return new Text(titleZh, titleEn);
    }

    /** The one field of work the book is for, null for all. */
    String field() {
        return field;
    }

    List<String> scopeFields() {
        return scopeFields;
    }

    List<SubjectStatus> scopeStatuses() {
        return scopeStatuses.stream().map(SubjectStatus::valueOf).toList();
    }

    Policy parent() {
        return parent;
    }

    /** Null for books that never speak (statutes, procedures). */
    LenityMode lenityMode() {
        return lenityMode;
    }

    String lenityBasis() {
        return lenityBasis;
    }

    Visibility visibility() {
        return visibility;
    }

    LocalDate reviewBy() {
        return reviewBy;
    }

    /** Whether the other is of the same place and field; if both are in force, nobody knows which speaks. */
    boolean isPeerOf(Policy other) {
        return jurisdiction.code().equals(other.jurisdiction.code()) && Objects.equals(field, other.field);
    }

    /** Whether a statute reaches such a matter; an unnamed field or status is reached only by statutes without that scope. */
    boolean inScope(String matterField, SubjectStatus status) {
        var statusFits = scopeStatuses.isEmpty() || status != null && scopeStatuses.contains(status.name());
        return fieldFits(matterField) && statusFits;
    }

    /** Whether a statute reaches such a matter if the subject has one of the statuses that it is for. */
    boolean inScopeOfSomeStatus(String matterField) {
        return fieldFits(matterField) && !scopeStatuses.isEmpty();
    }

    private boolean fieldFits(String matterField) {
        var scopeFits = scopeFields.isEmpty() || matterField != null && scopeFields.contains(matterField);
        return (field == null || field.equals(matterField)) && scopeFits;
    }

    @Override
    public long stateVersion() {
        return stateVersion;
    }

    @Override
    public String chain() {
        return "policy:" + key();
    }
}
