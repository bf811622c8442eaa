package org.rongcuo.shared;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;

/**
 * Something that happened to an aggregate, fired as a CDI event inside the transaction that made it happen. The ledger
 * observes it there, so an act without its entry cannot be committed. Implemented by records of a feature's sealed
 * {@code XEvent}; the record's components are the entry's payload.
 */
public interface DomainEvent {
    /** The ledger chain: {@code case:<uuid>} or {@code policy:<jurisdiction>/<name>}. */
    @JsonIgnore
    String chain();

    /** The aggregate's state version after the event. */
    @JsonIgnore
    long stateVersion();

    /** Whether the ledger is not to say who acted: the objector's identity is sealed, whether logged in or not. */
    @JsonIgnore
    default boolean actorSealed() {
        return false;
    }

    /**
     * The feature that receivers know the event by: its package, unless they knew it before the feature had one of its own.
     */
    @JsonIgnore
    default String feature() {
        var name = getClass().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The CloudEvents type: {@code org.rongcuo.<feature>.<record-name-in-kebab-case>}. */
    @JsonIgnore
    default String type() {
        return "org.rongcuo." + feature() + "." + name(getClass());
    }

    /** The last part of the type of an event of that class. */
    static String name(Class<?> event) {
        return event.getSimpleName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
