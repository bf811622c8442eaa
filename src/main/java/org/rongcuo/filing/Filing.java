package org.rongcuo.filing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.rongcuo.shared.Json;

/** What a PRIOR_FILING case files. Written anew while it is a draft; from its submission on it stays as it is. */
@Entity
class Filing {
    @Id
    @Column(name = "case_id")
    private UUID caseId;

    private String matter;

    @Column(name = "rule_gap")
    private String ruleGap;

    private String risks;

    private String safeguards;

    @Column(name = "decision_title")
    private String decisionTitle;

    @Column(name = "decision_on")
    private LocalDate decisionOn;

    @Column(name = "decision_document")
    private UUID decisionDocument;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "scope_places")
    private List<String> scopePlaces;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "scope_fields")
    private List<String> scopeFields;

    @Column(name = "scope_text")
    private String scopeText;

    @Column(name = "three_major")
    private boolean threeMajor;

    @Column(name = "public_matter")
    private boolean publicMatter;

    private String summary;

    protected Filing() {}

    Filing(UUID caseId) {
        this.caseId = caseId;
        take(new FilingContent(null, null, null, null, null, null, null, null, null, null));
    }

    void take(FilingContent content) {
        matter = content.matter();
        ruleGap = content.ruleGap();
        risks = Json.write(content.allRisks());
        safeguards = content.safeguards();
        var decision = content.decision();
        decisionTitle = decision == null ? null : decision.title();
        decisionOn = decision == null ? null : decision.heldOn();
        decisionDocument = decision == null ? null : decision.document();
        validFrom = content.validFrom();
        validUntil = content.validUntil();
        scopePlaces = content.places();
        scopeFields = content.fields();
        scopeText = content.scope() == null ? null : content.scope().text();
        threeMajor = Boolean.TRUE.equals(content.threeMajor());
        publicMatter = Boolean.TRUE.equals(content.publicMatter());
    }

    void archive(String told) {
        summary = told;
    }

    FilingContent content() {
        return new FilingContent(
                matter,
                ruleGap,
                risks(),
                safeguards,
                decisionTitle == null ? null : new FilingContent.Decision(decisionTitle, decisionOn, decisionDocument),
                validFrom,
                validUntil,
                new FilingContent.Scope(scopePlaces, scopeFields, scopeText),
                threeMajor,
                publicMatter);
    }

    private List<FilingContent.Risk> risks() {
        return Arrays.asList(Json.read(risks, FilingContent.Risk[].class));
    }

    UUID caseId() {
        return caseId;
    }

    /** Null while the draft lacks it. */
    String matter() {
        return matter;
    }

    /** Null while the draft lacks it. */
    LocalDate validFrom() {
        return validFrom;
    }

    /** Null while the draft lacks it. */
    LocalDate validUntil() {
        return validUntil;
    }

    /** Where it holds; empty for the case's own place. */
    List<String> places() {
        return scopePlaces;
    }

    /** For which fields of work it holds; empty for all. */
    List<String> fields() {
        return scopeFields;
    }

    /** What it covers, in words; null where it says nothing. */
    String scopeText() {
        return scopeText;
    }

    boolean isThreeMajor() {
        return threeMajor;
    }

    boolean isPublicMatter() {
        return publicMatter;
    }

    /** What the archive tells; null before. */
    String summary() {
        return summary;
    }
}
