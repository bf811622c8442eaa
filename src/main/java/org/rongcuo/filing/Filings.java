package org.rongcuo.filing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.access.Level;
import org.rongcuo.procedure.CaseStatus;

/** What prior filings say, and when the ledger says they were filed. */
@ApplicationScoped
class Filings implements PanacheRepositoryBase<Filing, UUID> {
    private static final String SUBMITTED = "org.rongcuo.procedure.filing-submitted";
    private static final String ACCEPTED = "org.rongcuo.procedure.filing-accepted";
    /** A matter above these is not shown to the public, whatever its filing says. */
    static final List<Level> OPEN_LEVELS = List.of(Level.PUBLIC, Level.INTERNAL);

    private static final String OPEN_TO_ALL =
            "from Filing f, CaseFile c where c.id = f.caseId and f.publicMatter = true"
                    + " and c.status = ?1 and c.level in ?2";

    /** What the case files; an empty draft where nothing has been written yet. */
    Filing of(UUID caseId) {
        return findByIdOptional(caseId).orElseGet(() -> new Filing(caseId));
    }

    /**
     * When the filing that was accepted had been submitted, by the ledger's own time of entry; empty while none is accepted. A
     * submission that was returned does not count: what it said was changed afterwards.
     */
    @SuppressWarnings("unchecked")
    Optional<Instant> filedAt(UUID caseId) {
        List<Instant> moments = getEntityManager()
                .createNativeQuery(
                        "select s.at from ledger_entry s join ledger_entry a on a.chain = s.chain and a.type = ?3"
                                + " and a.sequence > s.sequence where s.chain = ?1 and s.type = ?2"
                                + " order by s.sequence desc limit 1",
                        Instant.class)
                .setParameter(1, "case:" + caseId)
                .setParameter(2, SUBMITTED)
                .setParameter(3, ACCEPTED)
                .getResultList();
        return moments.stream().findFirst();
    }

    /** When the filing was submitted last, by the ledger's own time of entry. */
    Instant submittedAt(UUID caseId) {
        return lastEntry(caseId, SUBMITTED).orElseThrow();
    }

    /** When the filing was accepted, by the ledger's own time of entry; empty while it is not. */
    Optional<Instant> acceptedAt(UUID caseId) {
        return lastEntry(caseId, ACCEPTED);
    }

    @SuppressWarnings("unchecked")
    private Optional<Instant> lastEntry(UUID caseId, String type) {
        List<Instant> moments = getEntityManager()
                .createNativeQuery(
                        "select at from ledger_entry where chain = ?1 and type = ?2 order by sequence desc limit 1",
                        Instant.class)
                .setParameter(1, "case:" + caseId)
                .setParameter(2, type)
                .getResultList();
        return moments.stream().findFirst();
    }

    /** Up to {@code limit + 1} filings of public matters under monitoring, the latest first. */
    List<Filing> ofPublicMatters(UUID after, int limit) {
        var query = "select f " + OPEN_TO_ALL + (after == null ? "" : " and f.caseId < ?3") + " order by f.caseId desc";
        var found = after == null
                ? find(query, CaseStatus.MONITORED, OPEN_LEVELS)
                : find(query, CaseStatus.MONITORED, OPEN_LEVELS, after);
        return found.range(0, limit).list();
    }

    long countOfPublicMatters() {
        return getEntityManager()
                .createQuery("select count(f) " + OPEN_TO_ALL, Long.class)
                .setParameter(1, CaseStatus.MONITORED)
                .setParameter(2, OPEN_LEVELS)
                .getSingleResult();
    }
}
