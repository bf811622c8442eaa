package org.rongcuo.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Problem;

/** The persons known to the product, their logins and their rights. */
@ApplicationScoped
public class Persons implements PanacheRepositoryBase<Person, UUID> {
    private final Clock clock;

    Persons(Clock clock) {
        this.clock = clock;
    }

    /** The person a login names, empty if none is registered for it. */
    Optional<Person> ofLogin(String issuer, String subject) {
        return find(
                        "from Person p where p.id = (select l.personId from Login l where l.issuer = ?1 and l.subject = ?2)",
                        issuer,
                        subject)
                .firstResultOptional();
    }

    /**
     * The person that a request's content names.
     *
     * @throws Problem 422 when there is none of that id
     */
    public Person named(UUID id, String pointer) {
        return findByIdOptional(id)
                .orElseThrow(() -> Problem.invalid(pointer, "person-unknown", "没有此人员", "There is no such person"));
    }

    /** The persons of these ids by id, nulls among them passed over; in one query. */
    public Map<UUID, PersonRef> refs(Stream<UUID> ids) {
        var wanted = ids.filter(Objects::nonNull).collect(Collectors.toSet());
        return wanted.isEmpty()
                ? Collections.emptyMap()
                : find("select p.id, p.name from Person p where p.id in ?1", wanted)
                        .project(PersonRef.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(PersonRef::id, Function.identity()));
    }

    /** Whether the person holds the role in the organ today. */
    public boolean holds(UUID person, Role role, UUID organ) {
        return getEntityManager()
                        .createQuery(
                                "select count(*) from Assignment a where a.person.id = ?1 and a.role = ?2"
                                        + " and a.organ.id = ?3 and a.validFrom <= ?4"
                                        + " and (a.validUntil is null or a.validUntil >= ?4)",
                                Long.class)
                        .setParameter(1, person)
                        .setParameter(2, role)
                        .setParameter(3, organ)
                        .setParameter(4, Clocks.today(clock))
                        .getSingleResult()
                > 0;
    }

    /** Who holds the role today in an organ of the kind, in one of the jurisdictions. */
    public List<Person> holding(Role role, OrganKind kind, Collection<String> jurisdictions) {
        return list(
                "id in (select a.person.id from Assignment a where a.role = ?1 and a.organ.kind = ?2"
                        + " and a.organ.jurisdiction.code in ?3 and a.validFrom <= ?4"
                        + " and (a.validUntil is null or a.validUntil >= ?4)) order by id",
                role,
                kind,
                jurisdictions,
                Clocks.today(clock));
    }

    /** What the person's assignments give today. */
    public Rights rightsOf(Person person) {
        var grants = getEntityManager()
                .createQuery(
                        "from Assignment a join fetch a.organ o join fetch o.jurisdiction where a.person = ?1"
                                + " and a.validFrom <= ?2 and (a.validUntil is null or a.validUntil >= ?2) order by a.id",
                        Assignment.class)
                .setParameter(1, person)
                .setParameter(2, Clocks.today(clock))
                .getResultList()
                .stream()
                .map(Assignment::grant)
                .toList();
        return new Rights(person.id(), grants);
    }
}
