package org.rongcuo.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongcuo.access.Jurisdiction;
import org.rongcuo.dmn.BookKind;

/** All versions of all books. */
@ApplicationScoped
class PolicyVersions implements PanacheRepositoryBase<PolicyVersion, UUID> {
    private static final VersionStatus APPROVED = VersionStatus.APPROVED;

    private static final String IN_FORCE = "from PolicyVersion v join fetch v.policy p join fetch p.jurisdiction"
            + " where v.status = ?1 and v.effectiveFrom = (select max(w.effectiveFrom) from PolicyVersion w"
            + " where w.policy = v.policy and w.status = ?1 and w.effectiveFrom <= ?2)"
            + " and not exists (select 1 from PolicyRepeal r where r.policy = v.policy and r.withdrawnAt is null"
            + " and r.effectiveFrom <= ?2 and r.effectiveFrom > v.effectiveFrom)";

    Optional<PolicyVersion> of(Policy policy, int number) {
        return find("policy = ?1 and number = ?2", policy, number).firstResultOptional();
    }

    /** The versions of those names, {@code <jurisdiction>/<name>@<version>}; unknown names are left out. */
    List<PolicyVersion> named(Collection<String> names) {
        return find(
                        "from PolicyVersion v join fetch v.policy p join fetch p.jurisdiction j"
                                + " where concat(j.code, '/', p.name, '@', cast(v.number as string)) in ?1",
                        names)
                .list();
    }

    int nextNumber(Policy policy) {
        return find("policy = ?1 order by number desc", policy)
                .firstResultOptional()
                .map(latest -> latest.number() + 1)
                .orElse(1);
    }

    /**
     * The version in force on a date: the approved one with the latest first day not after it, unless the book was
     * repealed since.
     */
    Optional<PolicyVersion> inForce(Policy policy, LocalDate on) {
        return find(IN_FORCE + " and p = ?3", APPROVED, on, policy).firstResultOptional();
    }

    /** The approved version that comes last in time, in force or scheduled: what a new one must be based on. */
    Optional<PolicyVersion> latestApproved(Policy policy) {
        return find("policy = ?1 and status = ?2 order by effectiveFrom desc", policy, APPROVED)
                .firstResultOptional();
    }

    /** The book's approved versions and repeals in time. */
    Timeline timeline(Policy policy) {
        var repeals = getEntityManager()
                .createQuery(
                        "from PolicyRepeal where policy = ?1 and withdrawnAt is null order by effectiveFrom",
                        PolicyRepeal.class)
                .setParameter(1, policy)
                .getResultList();
        return new Timeline(list("policy = ?1 and status = ?2 order by effectiveFrom", policy, APPROVED), repeals);
    }

    /** The versions in force on a date of the books of places below one. */
    List<PolicyVersion> inForceBelow(Jurisdiction jurisdiction, LocalDate on) {
        return find(
                        IN_FORCE + " and p.jurisdiction.path like ?3 and p.jurisdiction.code <> ?4",
                        APPROVED,
                        on,
                        jurisdiction.path() + "%",
                        jurisdiction.code())
                .list();
    }

    /** The approved versions that take effect after a date, of the books of a place and of those below. */
    List<PolicyVersion> scheduledWithin(Jurisdiction jurisdiction, LocalDate on) {
        return find(
                        "from PolicyVersion v join fetch v.policy p join fetch p.jurisdiction"
                                + " where v.status = ?1 and v.effectiveFrom > ?2 and p.jurisdiction.path like ?3",
                        APPROVED,
                        on,
                        jurisdiction.path() + "%")
                .list();
    }

    /** The versions in force on a date of all books of the kinds whose jurisdiction is one of the codes. */
    List<PolicyVersion> inForce(List<String> jurisdictions, List<BookKind> kinds, LocalDate on) {
        return find(IN_FORCE + " and p.jurisdiction.code in ?3 and p.kind in ?4", APPROVED, on, jurisdictions, kinds)
                .list();
    }

    /** The versions in force on a date of all books. */
    List<PolicyVersion> inForce(LocalDate on) {
        return find(IN_FORCE, APPROVED, on).list();
    }

    /** The numbers of the versions in force on a date, by book. */
    Map<UUID, Integer> numbersInForce(List<Policy> policies, LocalDate on) {
        return list(IN_FORCE + " and p in ?3", APPROVED, on, policies).stream()
                .collect(Collectors.toMap(version -> version.policy().id(), PolicyVersion::number));
    }
}
