package org.rongcuo.papers;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.procedure.PaperKind;
import org.rongcuo.shared.Problem;

/** The papers of all cases, and their contents by hash. */
@ApplicationScoped
class IssuedPapers implements PanacheRepositoryBase<IssuedPaper, UUID> {
    List<IssuedPaper> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    /** @throws Problem 404 */
    IssuedPaper of(UUID caseId, UUID id) {
        return find("id = ?1 and caseId = ?2", id, caseId).firstResultOptional().orElseThrow(Problem::notFound);
    }

    /** The paper of a record that stands, replaced by none. @param about null where the case has but one such record */
    Optional<IssuedPaper> standing(UUID caseId, PaperKind kind, UUID about) {
        return find(
                        "from IssuedPaper p where p.caseId = ?1 and p.kind = ?2 and p.about is not distinct from ?3"
                                + " and not exists (select 1 from IssuedPaper n where n.replacesId = p.id)",
                        caseId,
                        kind,
                        about)
                .firstResultOptional();
    }

    /** Stores a content once. */
    void keep(String sha256, byte[] bytes) {
        getEntityManager()
                .createNativeQuery("insert into paper_content (sha256, bytes) values (?1, ?2) on conflict do nothing")
                .setParameter(1, sha256)
                .setParameter(2, bytes)
                .executeUpdate();
    }

    byte[] content(IssuedPaper paper, PaperFormat format) {
        return (byte[]) getEntityManager()
                .createNativeQuery("select bytes from paper_content where sha256 = ?1", byte[].class)
                .setParameter(1, paper.sha256(format))
                .getSingleResult();
    }
}
