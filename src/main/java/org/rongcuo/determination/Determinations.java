package org.rongcuo.determination;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.cases.CaseFile;

/** All determinations. */
@ApplicationScoped
class Determinations implements PanacheRepositoryBase<Determination, UUID> {
    private static final String STANDS =
            "not exists (select 1 from Determination later where later.supersedesId = d.id)";

    /** Takes a determination into the record, with the rows that its evaluation hit. */
    void add(Determination made) {
        persist(made);
        flush();
        for (var hit : TableEffects.hits(made.evaluation().content())) {
            getEntityManager()
                    .createNativeQuery("insert into determination_hit (determination_id, hit) values (?1, ?2)")
                    .setParameter(1, made.id())
                    .setParameter(2, hit)
                    .executeUpdate();
        }
    }

    /** All that were ever made in a case, in their order; the originals stay in the record. */
    List<Determination> of(UUID caseId) {
        return list("caseId = ?1 order by determinedAt, id", caseId);
    }

    /** Those that stand: of each subject the one that none has replaced, of whichever round. */
    List<Determination> standing(UUID caseId) {
        return list(
                "from Determination d where d.caseId = ?1 and " + STANDS + " order by d.determinedAt, d.id", caseId);
    }

    /** Those that stand and were made in a round: of the subjects whose outcome is not open in it. */
    List<Determination> ofRound(UUID caseId, int round) {
        return standing(caseId).stream().filter(made -> made.round() == round).toList();
    }

    /** The subject's that stands, of whichever round. */
    Optional<Determination> standingOf(UUID subjectId) {
        return find("from Determination d where d.subjectId = ?1 and " + STANDS, subjectId)
                .firstResultOptional();
    }

    /** The subject's that stands in the case's present round; empty while the subject is open in it. */
    Optional<Determination> ofSubject(CaseFile file, UUID subjectId) {
        return standingOf(subjectId).filter(made -> made.round() == file.round());
    }
}
