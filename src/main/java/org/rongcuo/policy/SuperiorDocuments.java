package org.rongcuo.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All superior documents on record. */
@ApplicationScoped
class SuperiorDocuments implements PanacheRepositoryBase<SuperiorDocument, UUID> {}
