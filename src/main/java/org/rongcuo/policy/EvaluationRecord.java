package org.rongcuo.policy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.rongcuo.shared.Ids;
import org.rongcuo.shared.Json;
import org.rongcuo.shared.Sha256;

/**
 * An evaluation on a case's record: facts, versions, results, engine, who and when; never changed. The matter and the facts
 * stand beside the content as well, where replays of drafts find them ({@link ImpactReplay}).
 */
@Entity
@Table(name = "evaluation_record")
public class EvaluationRecord {
    @Id
    private UUID id;

    @Column(name = "case_ref")
    private UUID caseRef;

    @Column(name = "subject_ref")
    private UUID subjectRef;

    @Enumerated(EnumType.STRING)
    private Recommendation recommendation;

    private String content;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "actor_id")
    private UUID actorId;

    private Instant at;

    private String jurisdiction;

    private String field;

    @Enumerated(EnumType.STRING)
    @Column(name = "subject_status")
    private SubjectStatus subjectStatus;

    @Column(name = "conduct_until")
    private LocalDate conductUntil;

    @Column(name = "decided_on")
    private LocalDate decidedOn;

    private String facts;

    @Column(name = "facts_hash")
    private String factsHash;

    protected EvaluationRecord() {}

    EvaluationRecord(UUID caseRef, UUID subjectRef, Matter matter, EvaluationView view, UUID actorId, Instant at) {
        this.id = Ids.next();
        this.caseRef = caseRef;
        this.subjectRef = subjectRef;
        this.recommendation = view.recommendation().code();
        this.content = Json.write(view);
        // Over what is stored, so that whoever reads the record can compute it: a whole decimal is an integer there.
        this.contentHash = Sha256.of(Json.canonicalBytes(Json.read(content, JsonNode.class)));
        this.actorId = actorId;
        this.at = at;
        this.jurisdiction = matter.jurisdiction();
        this.field = matter.field();
        this.subjectStatus = matter.subjectStatus();
        this.conductUntil = matter.conductUntil();
        this.decidedOn = matter.decidedOn();
        this.facts = factsText(view.facts());
        this.factsHash = Sha256.of(facts);
    }

    /**
     * The facts as they are stored beside the content, for replays: keys in order, numbers as numbers in the one form they
     * have been read into. Equal facts, equal text.
     */
    static String factsText(Map<String, Object> facts) {
        return Json.write(new TreeMap<>(facts));
    }

    public UUID id() {
        return id;
    }

    public UUID caseRef() {
        return caseRef;
    }

    public UUID subjectRef() {
        return subjectRef;
    }

    public EvaluationView content() {
        return Json.read(content, EvaluationView.class);
    }

    /** Over the canonical content: same facts, versions and engine on the same day give the same hash. */
    public String contentHash() {
        return contentHash;
    }

    public UUID actorId() {
        return actorId;
    }

    public Instant at() {
        return at;
    }
}
