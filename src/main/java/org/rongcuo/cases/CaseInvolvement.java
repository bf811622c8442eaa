package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.access.Persons;
import org.rongcuo.shared.Text;

/** Who has a part in a case that keeps them from judging it, told to others than themselves. */
@ApplicationScoped
class CaseInvolvement {
    private static final Text SUBJECT = new Text("当事人或当事单位人员", "a subject of the case, or of the unit that is");
    private static final Text APPLICANT = new Text("申请人", "the applicant");
    private static final Text HANDLER = new Text("参与承办", "handled the case");
    private static final Text DEMANDED = new Text("有人申请其回避,尚未决定", "a recusal is demanded, and undecided");

    private final Subjects subjects;
    private final CaseHandlers handlers;
    private final Recusals recusals;
    private final Persons persons;

    CaseInvolvement(Subjects subjects, CaseHandlers handlers, Recusals recusals, Persons persons) {
        this.subjects = subjects;
        this.handlers = handlers;
        this.recusals = recusals;
        this.persons = persons;
    }

    /** Of the persons those who have a part, each with what it is. */
    Map<UUID, Text> of(CaseFile file, Collection<UUID> wanted) {
        Map<UUID, Text> involved = new LinkedHashMap<>();
        wanted.forEach(person -> of(file, person).ifPresent(what -> involved.put(person, what)));
        return involved;
    }

    private Optional<Text> of(CaseFile file, UUID person) {
        var rights = persons.rightsOf(persons.findById(person));
        if (subjects.of(file.id()).stream().anyMatch(subject -> recusals.concerns(subject, person, rights))) {
            return Optional.of(SUBJECT);
        }
        if (recusals.applied(file, person)) {
            return Optional.of(APPLICANT);
        }
        if (handlers.handled(file.id(), person)) {
            return Optional.of(HANDLER);
        }
        return recusals.standing(file.id(), person)
                .map(recusal ->
                        recusal.granted() == null ? DEMANDED : recusal.ground().label());
    }
}
