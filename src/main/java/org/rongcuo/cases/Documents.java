package org.rongcuo.cases;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongcuo.shared.Problem;

/** The documents of all cases, and their contents by hash. */
@ApplicationScoped
class Documents implements PanacheRepositoryBase<Document, UUID> {
    List<Document> of(UUID caseId) {
        return list("caseId = ?1 order by id", caseId);
    }

    Set<UUID> ids(UUID caseId) {
        return of(caseId).stream().map(Document::id).collect(Collectors.toSet());
    }

    /** @throws Problem 404 */
    Document of(UUID caseId, UUID id) {
        return find("id = ?1 and caseId = ?2", id, caseId).firstResultOptional().orElseThrow(Problem::notFound);
    }

    boolean isReplaced(UUID id) {
        return count("replacesId", id) > 0;
    }

    /** Stores a content once. */
    void keep(String sha256, byte[] bytes) {
        getEntityManager()
                .createNativeQuery(
                        "insert into document_content (sha256, bytes) values (?1, ?2) on conflict do nothing")
                .setParameter(1, sha256)
                .setParameter(2, bytes)
                .executeUpdate();
    }

    byte[] content(Document document) {
        return (byte[]) getEntityManager()
                .createNativeQuery("select bytes from document_content where sha256 = ?1", byte[].class)
                .setParameter(1, document.sha256())
                .getSingleResult();
    }
}
