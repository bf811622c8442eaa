package org.rongcuo.cases;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of a case's record the current person reads. The office reads all. Of those whom the case concerns nobody reads
 * what is about another subject: a subject reads what is about himself and what is about all, and outcomes once he has
 * been told of them.
 *
 * @param own the subjects that the person is, or to whose unit he belongs
 * @param applicant whether he applied; an applicant whose role has ended still reads as one
 */
public record CaseReader(UUID person, Set<UUID> own, boolean applicant) {
    /** Whether the case is none of the person's own. */
    public boolean isOffice() {
        return own.isEmpty() && !applicant;
    }

    /** Whether he reads the record's inner part about a subject: answers, evaluations, statements. Null is all of them. */
    public boolean reads(@Nullable UUID subject) {
        return isOffice() || subject == null || own.contains(subject);
    }

    /** Whether he reads what leaves the office about a subject: an applicant who is no subject reads all of that. */
    public boolean receives(@Nullable UUID subject) {
        return reads(subject) || own.isEmpty();
    }

    /** Whether he reads what was decided about a subject. @param delivered whether the subject was told */
    public boolean readsOutcome(@Nullable UUID subject, boolean delivered) {
        return isOffice() || delivered && receives(subject);
    }

    /** The office's documents are for the office, unless meant for those concerned; another's own are for the office and him. */
    boolean reads(Document document) {
        return isOffice() || document.forConcerned() || document.addedBy().equals(person);
    }
}
