package org.rongcuo.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who holds which role where, and held it. */
@ApplicationScoped
class Assignments implements PanacheRepositoryBase<Assignment, UUID> {}
