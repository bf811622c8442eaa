package org.rongcuo.archive;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The archived cases. */
@ApplicationScoped
class CaseArchives implements PanacheRepositoryBase<CaseArchive, UUID> {}
