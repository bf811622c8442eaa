package org.rongcuo.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The evaluations on record. */
@ApplicationScoped
public class EvaluationRecords implements PanacheRepositoryBase<EvaluationRecord, UUID> {
    /** Adds a record of an evaluation for a subject of a case. @param matter what the evaluation was made for */
    public EvaluationRecord add(
            UUID caseRef, UUID subjectRef, Matter matter, EvaluationView view, UUID actor, Instant at) {
        var record = new EvaluationRecord(caseRef, subjectRef, matter, view, actor, at);
        persist(record);
        return record;
    }

    /** The record of that id if it belongs to that subject of that case. */
    public Optional<EvaluationRecord> of(UUID caseRef, UUID subjectRef, UUID id) {
        return find("id = ?1 and caseRef = ?2 and subjectRef = ?3", id, caseRef, subjectRef)
                .firstResultOptional();
    }

    /** A subject's records, the latest first. */
    public List<EvaluationRecord> of(UUID caseRef, UUID subjectRef) {
        return list("caseRef = ?1 and subjectRef = ?2 order by id desc", caseRef, subjectRef);
    }
}
