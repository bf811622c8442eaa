package org.rongcuo.cases;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongcuo.access.ChainSight;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.procedure.FilingMove;
import org.rongcuo.shared.DomainEvent;

/**
 * What a case's ledger tells those whom the case concerns: of each entry that it is there, when, and what binds it into the
 * chain; whole only their own acts, and the determinations and feedback about themselves that they were told of. Of the
 * others they are told those types that the case's status shows anyway, so that no type gives away a tip-off.
 */
@ApplicationScoped
class ConcernedSight implements ChainSight {
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
    public Optional<Sight> of(String chain) {
        var file = chain.startsWith(CASE) ? cases.findById(UUID.fromString(chain.substring(CASE.length()))) : null;
        if (file == null) {
            return Optional.empty();
        }
        var reader = readers.of(file);
        return reader.isOffice() ? Optional.empty() : Optional.of(new OwnAlone(reader, outcomes.told(file.id())));
    }

    private record OwnAlone(CaseReader reader, Set<UUID> told) implements Sight {
        @Override
        public boolean reads(String type, UUID actor, JsonNode event) {
            if (reader.person().equals(actor)) {
                return true;
            }
            if (event == null) {
                return false;
            }
            var name = name(type);
            if (DETERMINED.contains(name)) {
                var made = event.path("determination");
                return reader.readsOutcome(id(made.path("subject")), told.contains(id(made.path("determination"))));
            }
            return NOTIFIED.contains(name)
                    && reader.receives(id(event.path("feedback").path("subject")));
        }

        @Override
        public boolean names(String type) {
            return MOVES.contains(name(type));
        }

        private static UUID id(JsonNode text) {
            return UUID.fromString(text.asText());
        }
    }

    private static String name(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
