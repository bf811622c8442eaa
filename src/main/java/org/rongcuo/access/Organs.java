package org.rongcuo.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.shared.Problem;

/** The organs of all jurisdictions. */
@ApplicationScoped
public class Organs implements PanacheRepositoryBase<Organ, UUID> {
    /** The jurisdiction's first organ of a kind. */
    public Optional<Organ> ofKind(Jurisdiction jurisdiction, OrganKind kind) {
        return find("jurisdiction = ?1 and kind = ?2 order by id", jurisdiction, kind)
                .firstResultOptional();
    }

    /**
     * The organ that a request's content names.
     *
     * @throws Problem 422 when there is none of that id
     */
    public Organ named(UUID id, String pointer) {
        return findByIdOptional(id)
                .orElseThrow(() -> Problem.invalid(pointer, "organ-unknown", "没有此机关", "There is no such organ"));
    }
}
