package org.rongcuo.checklist;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All answers ever given. */
@ApplicationScoped
class Answers implements PanacheRepositoryBase<Answer, UUID> {
    private static final String SHEET = "caseRef = ?1 and (subjectRef is null or subjectRef = ?2)";

    /** The answers that count for a subject, by item; those of the case stand for every subject. */
    Map<String, Answer> latest(UUID caseRef, UUID subjectRef) {
        Map<String, Answer> latest = new LinkedHashMap<>();
        list(SHEET + " order by written", caseRef, subjectRef).forEach(answer -> latest.put(answer.item(), answer));
        return latest;
    }

    /** How many were written to a subject's sheet. */
    long written(UUID caseRef, UUID subjectRef) {
        return count(SHEET, caseRef, subjectRef);
    }

    /** Up to 100 answers to a subject's sheet after the first so many. */
    List<Answer> since(UUID caseRef, UUID subjectRef, long known) {
        var from = (int) Math.min(known, Integer.MAX_VALUE - 100);
        return find(SHEET + " order by written", caseRef, subjectRef)
                .range(from, from + 99)
                .list();
    }
}
