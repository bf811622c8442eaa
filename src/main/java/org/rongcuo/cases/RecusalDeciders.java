package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongcuo.access.Grant;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Rights;
import org.rongcuo.access.Role;

/**
 * Who decides whether a person whose recusal is demanded keeps off a case (政务处分法 48): deciders of the organ who are free
 * to act; of a head, those of the organ above. Where nobody of them is free because the recusal of each is demanded too, it
 * falls to the organ above, and where nobody is free there either, to those who are only demanded: a demand keeps nobody from
 * deciding on others, or demands against all would stop the case. Nobody decides on oneself.
 */
@ApplicationScoped
class RecusalDeciders {
    private final RecusalRecords records;
    private final Recusals recusals;
    private final CaseTeams teams;
    private final CaseHandlers handlers;
    private final Persons persons;

    RecusalDeciders(
            RecusalRecords records, Recusals recusals, CaseTeams teams, CaseHandlers handlers, Persons persons) {
        this.records = records;
        this.recusals = recusals;
        this.teams = teams;
        this.handlers = handlers;
        this.persons = persons;
    }

    /** The persons whose recusal is demanded and undecided. */
    List<UUID> demanded(CaseFile file) {
        return records.of(file.id()).stream()
                .filter(recusal -> recusal.granted() == null)
                .map(Recusal::personId)
                .toList();
    }

    /** Who decides on a person; those of the team, and others only where nobody in it does. Empty where nobody does at all. */
    Set<UUID> of(CaseFile file, UUID person) {
        var all = deciders(file);
        var team = teams.of(file.id());
        var within = chosen(file, person, narrowed(all, team::contains));
        return team.isEmpty() || within.isEmpty() ? chosen(file, person, all) : within;
    }

    /** Who is outside the team and is let in, for nobody in it decides on what is demanded. */
    Set<UUID> calledIn(CaseFile file) {
        var team = teams.of(file.id());
        return team.isEmpty()
                ? Set.of()
                : demanded(file).stream()
                        .flatMap(person -> of(file, person).stream())
                        .filter(decider -> !team.contains(decider))
                        .collect(Collectors.toSet());
    }

    /** Whether the person decides on one of those demanded. */
    boolean decides(CaseFile file, UUID decider) {
        return demanded(file).stream().anyMatch(person -> of(file, person).contains(decider));
    }

    /** Whether the person decides for the organ that handles the case, or for one above. */
    boolean isHead(CaseFile file, UUID person) {
        return !grants(persons.rightsOf(persons.findById(person)), file).isEmpty();
    }

    private Set<UUID> chosen(CaseFile file, UUID person, Map<UUID, Rights> deciders) {
        var able = narrowed(deciders, each -> !each.equals(person));
        var free = narrowed(able, each -> recusals.recorded(file.id(), each).isEmpty());
        var heads = grants(persons.rightsOf(persons.findById(person)), file);
        var above = over(able, heads);
        if (!heads.isEmpty() && !above.isEmpty()) {
            var freeAbove = over(free, heads);
            return freeAbove.isEmpty() ? above.keySet() : freeAbove.keySet();
        }
        return Stream.of(notBelow(free, heads), notBelow(able, heads), free)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(able)
                .keySet();
    }

    /** Of the deciders those who decide in no organ below the person's only. */
    private static Map<UUID, Rights> notBelow(Map<UUID, Rights> deciders, List<Grant> heads) {
        Map<UUID, Rights> found = new LinkedHashMap<>();
        deciders.forEach((person, rights) -> {
            if (rights.grants().stream()
                    .anyMatch(mine ->
                            mine.role() == Role.DECIDER && heads.stream().noneMatch(head -> head.isAbove(mine)))) {
                found.put(person, rights);
            }
        });
        return found;
    }

    /** Of the deciders those who decide in the organ above every one in which the person is a head. */
    private static Map<UUID, Rights> over(Map<UUID, Rights> deciders, List<Grant> heads) {
        Map<UUID, Rights> above = new LinkedHashMap<>();
        deciders.forEach((person, rights) -> {
            if (heads.stream()
                    .allMatch(head -> rights.grants().stream()
                            .anyMatch(mine -> mine.role() == Role.DECIDER && mine.isAbove(head)))) {
                above.put(person, rights);
            }
        });
        return above;
    }

    private static List<Grant> grants(Rights rights, CaseFile file) {
        return rights.grants().stream()
                .filter(grant -> grant.role() == Role.DECIDER)
                .filter(grant -> grant.reachesOrgan(file.handlingOrgan()))
                .toList();
    }

    /** Deciders of the organ or of its kind above, cleared for the case, who neither handled it nor are recused. */
    private Map<UUID, Rights> deciders(CaseFile file) {
        Map<UUID, Rights> deciders = new LinkedHashMap<>();
        var organ = file.handlingOrgan();
        if (organ == null) {
            return deciders;
        }
        for (var person :
                persons.holding(Role.DECIDER, organ.kind(), organ.jurisdiction().codes())) {
            var rights = persons.rightsOf(person);
            var off = recusals.reason(file, person.id(), rights)
                    .filter(reason -> !reason.equals(Recusals.PENDING))
                    .isPresent();
            if (!off
                    && rights.holdsIn(organ, file.level(), Role.DECIDER)
                    && !handlers.handled(file.id(), person.id())) {
                deciders.put(person.id(), rights);
            }
        }
        return deciders;
    }

    private static Map<UUID, Rights> narrowed(Map<UUID, Rights> deciders, Predicate<UUID> which) {
        Map<UUID, Rights> narrowed = new LinkedHashMap<>(deciders);
        narrowed.keySet().removeIf(which.negate());
        return narrowed;
    }
}
