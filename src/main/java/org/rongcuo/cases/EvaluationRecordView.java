package org.rongcuo.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.policy.EvaluationRecord;
import org.rongcuo.policy.EvaluationView;

/** An evaluation on the record. @param contentHash same facts, versions and engine on a day, same hash */
public record EvaluationRecordView(
        UUID id, UUID caseId, UUID subject, Instant at, PersonRef actor, String contentHash, EvaluationView content) {
    /** @param persons who evaluated, among others, by id */
    public static EvaluationRecordView of(EvaluationRecord record, Map<UUID, PersonRef> persons) {
        return new EvaluationRecordView(
                record.id(),
                record.caseRef(),
                record.subjectRef(),
                record.at(),
                persons.get(record.actorId()),
                record.contentHash(),
                record.content());
    }

    public static List<EvaluationRecordView> of(List<EvaluationRecord> records, Persons persons) {
        var actors = persons.refs(records.stream().map(EvaluationRecord::actorId));
        return records.stream().map(record -> of(record, actors)).toList();
    }
}
