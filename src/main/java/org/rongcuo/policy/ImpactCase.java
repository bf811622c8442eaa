package org.rongcuo.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A subject of a case whom a draft hits, or of whom that cannot be told; written by the replay, never changed. */
@Entity
@Table(name = "impact_case")
@IdClass(ImpactCase.Key.class)
class ImpactCase {
    /** What became of the subject in the replay. */
    enum ImpactKind {
        /** The outcome turns into another. */
        FLIP,
        /** Facts are missing: several outcomes are possible. */
        OPEN
    }

    record Key(UUID replayId, UUID caseRef, UUID subjectRef) implements Serializable {}

    @Id
    @Column(name = "replay_id")
    private UUID replayId;

    @Id
    @Column(name = "case_ref")
    private UUID caseRef;

    @Id
    @Column(name = "subject_ref")
    private UUID subjectRef;

    private String jurisdiction;

    @Enumerated(EnumType.STRING)
    private ImpactKind kind;

    @Column(name = "outcome_before")
    private String outcomeBefore;

    @Column(name = "outcome_after")
    private String outcomeAfter;

    @Enumerated(EnumType.STRING)
    private FlipDirection direction;

    @Column(name = "rows_before")
    private String rowsBefore;

    @Column(name = "rows_after")
    private String rowsAfter;

    @Enumerated(EnumType.STRING)
    private Recommendation recorded;

    protected ImpactCase() {}

    UUID caseRef() {
        return caseRef;
    }

    UUID subjectRef() {
        return subjectRef;
    }

    String jurisdiction() {
        return jurisdiction;
    }

    ImpactKind kind() {
        return kind;
    }

    /** The outcomes possible by the rules in force, one alone for a flip. */
    List<Recommendation> before() {
        return words(outcomeBefore).stream().map(Recommendation::valueOf).toList();
    }

    /** The outcomes possible with the draft, one alone for a flip. */
    List<Recommendation> after() {
        return words(outcomeAfter).stream().map(Recommendation::valueOf).toList();
    }

    /** Null unless it flips. */
    FlipDirection direction() {
        return direction;
    }

    List<String> rowsBefore() {
        return words(rowsBefore);
    }

    List<String> rowsAfter() {
        return words(rowsAfter);
    }

    /** What people determined; null where they did not. */
    Recommendation recorded() {
        return recorded;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }
}
