package org.rongcuo.terms;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.rongcuo.access.Persons;
import org.rongcuo.procedure.Calendars;
import org.rongcuo.procedure.Deadlines;
import org.rongcuo.procedure.DossierSource;
import org.rongcuo.shared.Clocks;

/** The terms of a case's steps and its deferrals, for the dossier. */
@ApplicationScoped
class TermDossier implements DossierSource {
    private final Deadlines deadlines;
    private final Deferrals deferrals;
    private final Calendars calendars;
    private final Persons persons;
    private final Clock clock;

    TermDossier(Deadlines deadlines, Deferrals deferrals, Calendars calendars, Persons persons, Clock clock) {
        this.deadlines = deadlines;
        this.deferrals = deferrals;
        this.calendars = calendars;
        this.persons = persons;
        this.clock = clock;
    }

    @Override
    public List<Part> parts(UUID caseId) {
        return List.of(
                Part.json(
                        "terms/deadlines.json",
                        () -> DeadlineView.of(deadlines.of(caseId), persons, calendars.current(), Clocks.today(clock))),
                Part.json(
                        "terms/deferrals.json",
                        () -> DeferralView.of(deferrals.of(caseId), deferrals.renewals(caseId), persons)));
    }
}
