package org.rongcuo.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.dmn.CompiledModel;
import org.rongcuo.dmn.Diagram;

/**
 * Which two chains a replay compares for which matter: as in force on the day of the replay, and the same with the draft in
 * its book's place. Both are complete single chains. One object serves one run and remembers what it found.
 */
final class ReplayChains {
    /**
     * The two chains for a matter.
     *
     * @param number tells pairs of other versions apart, within the run
     * @param before as in force
     * @param after with the draft
     */
    record Pair(int number, ReplayChain before, ReplayChain after) {}

    private record Place(String jurisdiction, String field, SubjectStatus status) {}

    private record Identity(ReplayChain.Identity before, ReplayChain.Identity after) {}

    private final Books books;
    private final Jurisdictions jurisdictions;
    private final PolicyVersion draft;
    private final LocalDate on;
    private final Map<UUID, CompiledModel> models = new HashMap<>();
    private final Map<ReplayChain.Asked, Optional<Diagram<Recommendation>>> diagrams = new HashMap<>();
    private final Map<Place, Optional<Pair>> known = new HashMap<>();
    private final Map<Identity, Integer> numbers = new HashMap<>();

    /** @param model the draft's as it was when the replay was asked for, whatever became of the draft since */
    ReplayChains(Books books, Jurisdictions jurisdictions, PolicyVersion draft, CompiledModel model, LocalDate on) {
        this.books = books;
        this.jurisdictions = jurisdictions;
        this.draft = draft;
        this.on = on;
        this.models.put(draft.id(), model);
    }

    /**
     * The chains for a matter; empty where the draft's book has no part in them. Asks the database for a place it has not
     * met: to be called within a transaction.
     *
     * @param field null for none
     * @param status null when unknown
     */
    Optional<Pair> of(String jurisdiction, String field, SubjectStatus status) {
        var place = new Place(jurisdiction, field, status);
        var pair = known.get(place);
        if (pair == null) {
            pair = find(place);
            known.put(place, pair);
        }
        return pair;
    }

    private Optional<Pair> find(Place place) {
        var jurisdiction = jurisdictions.findById(place.jurisdiction());
        var after = books.layersWith(draft, jurisdiction, place.field(), place.status(), on);
        if (Stream.concat(after.all().stream(), after.byStatus().stream())
                .noneMatch(version -> version.id().equals(draft.id()))) {
            return Optional.empty();
        }
        var before = books.layers(jurisdiction, place.field(), place.status(), on);
        Stream.of(before, after)
                .flatMap(layers -> Stream.concat(layers.all().stream(), layers.byStatus().stream()))
                .filter(version -> !models.containsKey(version.id()))
                .forEach(version -> books.usable(version).ifPresent(model -> models.put(version.id(), model)));
        var then = new ReplayChain(jurisdiction, on, before, models, diagrams);
        var now = new ReplayChain(jurisdiction, on, after, models, diagrams);
        var number = numbers.computeIfAbsent(new Identity(then.identity(), now.identity()), key -> numbers.size());
        return Optional.of(new Pair(number, then, now));
    }
}
