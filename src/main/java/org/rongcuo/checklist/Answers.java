package org.rongcuo.checklist;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All answers ever given. */
@ApplicationScoped
class Answers implements PanacheRepositoryBase<Answer, UUID> {
    private static final String SHEET = "caseRef = ?1 and (subjectRef is null or subjectRef = ?2)";
    private static final String UNTIL = SHEET + " and answeredAt <= ?3";
    private static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * The answers that count for a subject, by item; those of the case stand for every subject.
     *
     * @param until the last moment that counts; null for all
     */
    Map<String, Answer> latest(UUID caseRef, UUID subjectRef, Instant until) {
        Map<String, Answer> latest = new LinkedHashMap<>();
        list(UNTIL + " order by written", caseRef, subjectRef, until == null ? FOR_EVER : until)
                .forEach(answer -> latest.put(answer.item(), answer));
        return latest;
    }

    /** How many were written to a subject's sheet. @param until as in {@link #latest} */
    long written(UUID caseRef, UUID subjectRef, Instant until) {
        return count(UNTIL, caseRef, subjectRef, until == null ? FOR_EVER : until);
    }

    /** Up to 100 answers to a subject's sheet after the first so many. */
    List<Answer> since(UUID caseRef, UUID subjectRef, long known) {
        var from = (int) Math.min(known, Integer.MAX_VALUE - 100);
        return find(SHEET + " order by written", caseRef, subjectRef)
                .range(from, from + 99)
                .list();
    }
}
