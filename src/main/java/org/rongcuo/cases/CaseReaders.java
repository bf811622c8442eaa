package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.shared.CurrentActor;

/** Knows as whom the current person reads a case. */
@ApplicationScoped
class CaseReaders {
    private final Subjects subjects;
    private final Recusals recusals;
    private final CurrentActor actor;
    private final CurrentRights rights;

    CaseReaders(Subjects subjects, Recusals recusals, CurrentActor actor, CurrentRights rights) {
        this.subjects = subjects;
        this.recusals = recusals;
        this.actor = actor;
        this.rights = rights;
    }

    CaseReader of(CaseFile file) {
        var person = actor.get().personId();
        return new CaseReader(
                person,
                subjects.of(file.id()).stream()
                        .filter(subject -> recusals.concerns(subject, person, rights.get()))
                        .map(Subject::id)
                        .collect(Collectors.toSet()),
                recusals.applied(file, person));
    }
}
