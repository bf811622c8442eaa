package org.rongcuo.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongcuo.access.Persons;
import org.rongcuo.procedure.DossierSource;
import org.rongcuo.procedure.RecordCheck;
import org.rongcuo.publication.NoticeView.Kept;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Text;

/** Notices and objections in the record of a case; never who objected. */
@ApplicationScoped
class PublicationRecord implements RecordCheck, DossierSource {
    private final PublicNotices notices;
    private final Objections objections;
    private final ObjectionService service;
    private final Persons persons;
    private final Clock clock;

    PublicationRecord(
            PublicNotices notices, Objections objections, ObjectionService service, Persons persons, Clock clock) {
        this.notices = notices;
        this.objections = objections;
        this.service = service;
        this.persons = persons;
        this.clock = clock;
    }

    @Override
    public List<Gap> gaps(UUID caseId) {
        List<Gap> gaps = new ArrayList<>();
        if (notices.standing(caseId)
                .filter(notice -> notice.runsOn(Clocks.today(clock)))
                .isPresent()) {
            gaps.add(new Gap("publicNotice", "notice-running", new Text("公示期未满", "the notice still runs")));
        }
        if (objections.isAnyOpen(caseId)) {
            gaps.add(new Gap("objection", "objection-open", new Text("有异议未答复", "an objection is not answered")));
        }
        return gaps;
    }

    @Override
    public List<Part> parts(UUID caseId) {
        List<Part> parts = new ArrayList<>();
        var kept = notices.of(caseId);
        if (!kept.isEmpty()) {
            parts.add(Part.json("publication/notices.json", () -> Kept.of(kept, persons, Clocks.today(clock))));
        }
        var raised = objections.of(caseId);
        if (!raised.isEmpty()) {
            parts.add(Part.json("publication/objections.json", () -> service.views(caseId, raised)));
        }
        return parts;
    }
}
