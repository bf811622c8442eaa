package org.rongcuo.checklist;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** All answers ever given. */
@ApplicationScoped
class Answers implements PanacheRepositoryBase<Answer, UUID> {
    /** The answers that count for a subject, by item; those of the case stand for every subject. */
    Map<String, Answer> latest(UUID caseRef, UUID subjectRef) {
        Map<String, Answer> latest = new LinkedHashMap<>();
        for (var answer :
                list("caseRef = ?1 and (subjectRef is null or subjectRef = ?2) order by id", caseRef, subjectRef)) {
            latest.put(answer.item(), answer);
        }
        return latest;
    }
}
