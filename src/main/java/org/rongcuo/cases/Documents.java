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
    private static final int PIECE = 1024 * 1024;

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

    /** Read piece by piece: on its way a whole content would take several times its size. */
    byte[] content(Document document) {
        var content = new byte[(int) document.size()];
        for (int from = 0; from < content.length; from += PIECE) {
            var piece = (byte[]) getEntityManager()
                    .createNativeQuery(
                            "select substring(bytes from ?2 for ?3) from document_content where sha256 = ?1",
                            byte[].class)
                    .setParameter(1, document.sha256())
                    .setParameter(2, from + 1)
                    .setParameter(3, PIECE)
                    .getSingleResult();
            System.arraycopy(piece, 0, content, from, piece.length);
        }
        return content;
    }
}
