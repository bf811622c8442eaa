package org.rongcuo.access;

import java.util.UUID;

/** A person as answers name one who did or is to do something. */
public record PersonRef(UUID id, String name) {
    public static PersonRef of(Person person) {
        return new PersonRef(person.id(), person.name());
    }
}
