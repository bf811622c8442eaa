package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;

/** Who did what to a book: told to those who are logged in, to nobody else. */
@ApplicationScoped
class PersonsTold {
    private final Persons persons;
    private final CurrentRights rights;

    PersonsTold(Persons persons, CurrentRights rights) {
        this.persons = persons;
        this.rights = rights;
    }

    /** The persons of these ids that the caller may be told, nulls passed over; in one query. */
    Map<UUID, PersonRef> of(Stream<UUID> ids) {
        return rights.get().isAnonymous() ? Collections.emptyMap() : persons.refs(ids);
    }
}
