package org.rongcuo.procedure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The years that administrators have uploaded. */
@ApplicationScoped
class UploadedYears implements PanacheRepositoryBase<UploadedYear, Integer> {}
