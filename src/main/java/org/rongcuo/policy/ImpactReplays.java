package org.rongcuo.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All replays. */
@ApplicationScoped
class ImpactReplays implements PanacheRepositoryBase<ImpactReplay, UUID> {
    /** The version's replay of that id. */
    Optional<ImpactReplay> of(PolicyVersion version, UUID id) {
        return find("id = ?1 and version = ?2", id, version).firstResultOptional();
    }

    /** Up to {@code limit + 1} replays of a version, the latest first, after the id of the last seen. */
    List<ImpactReplay> page(PolicyVersion version, UUID after, int limit) {
        var query = after == null
                ? find("version = ?1 order by id desc", version)
                : find("version = ?1 and id < ?2 order by id desc", version, after);
        return query.range(0, limit).list();
    }

    /** The replays of a version's content, the latest first. */
    List<ImpactReplay> ofContent(PolicyVersion version) {
        return list("version = ?1 and contentHash = ?2 order by id desc", version, version.contentHash());
    }
}
