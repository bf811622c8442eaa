package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongcuo.ledger.EntrySight;
import org.rongcuo.ledger.EntryView;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.procedure.FilingMove;
import org.rongcuo.shared.DomainEvent;

/**
 * What a case's ledger tells those whom the case concerns: of each entry that it is there, when, and what binds it into the
 * chain; whole only their own acts, and the determinations and feedback about themselves that they were told of. Of the
 * others they are told those types that the case's status shows anyway, so that no type gives away a tip-off.
 */
@ApplicationScoped
class ConcernedSight implements EntrySight {
    private static final String CASE = "case:";

    /** What moves the case, as it shows in its status. */
    private static final Set<String> MOVES = Stream.of(ExemptionMove.class, FilingMove.class)
            .flatMap(moves -> Arrays.stream(moves.getPermittedSubclasses()))
            .map(DomainEvent::name)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> DETERMINED = Set.of("subject-determined", "last-subject-determined");
    private static final Set<String> NOTIFIED = Set.of("subject-notified", "last-subject-notified");

    private final CaseFiles cases;
    private final CaseReaders readers;
    private final OutcomeSource outcomes;

    ConcernedSight(CaseFiles cases, CaseReaders readers, OutcomeSource outcomes) {
        this.cases = cases;
        this.readers = readers;
        this.outcomes = outcomes;
    }

    @Override
    public Sight of(String chain) {
        var file = chain.startsWith(CASE) ? cases.findById(UUID.fromString(chain.substring(CASE.length()))) : null;
        if (file == null) {
            return null;
        }
        var reader = readers.of(file);
        if (reader.isOffice()) {
            return null;
        }
        var told = outcomes.told(file.id());
        return new Sight(entry -> reads(reader, told, entry), type -> MOVES.contains(name(type)));
    }

    private static boolean reads(CaseReader reader, Set<UUID> told, EntryView entry) {
        if (reader.person().equals(entry.actor().id())) {
            return true;
        }
        var event = entry.payload() == null ? null : entry.payload().path("event");
        if (event == null) {
            return false;
        }
        var name = name(entry.type());
        if (DETERMINED.contains(name)) {
            var made = event.path("determination");
            return reader.readsOutcome(
                    UUID.fromString(made.path("subject").asText()),
                    told.contains(UUID.fromString(made.path("determination").asText())));
        }
        return NOTIFIED.contains(name)
                && reader.receives(
                        UUID.fromString(event.path("feedback").path("subject").asText()));
    }

    private static String name(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
