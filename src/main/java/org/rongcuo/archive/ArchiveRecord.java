package org.rongcuo.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.rongcuo.access.Persons;
import org.rongcuo.archive.ArchiveViews.RegistrationView;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.DossierSource;
import org.rongcuo.procedure.RecordCheck;
import org.rongcuo.shared.Text;

/** The registration and the archive in the record of a case. */
@ApplicationScoped
class ArchiveRecord implements RecordCheck, DossierSource {
    private final Registrations registrations;
    private final CaseArchives archives;
    private final CaseDesk desk;
    private final Persons persons;

    ArchiveRecord(Registrations registrations, CaseArchives archives, CaseDesk desk, Persons persons) {
        this.registrations = registrations;
        this.archives = archives;
        this.desk = desk;
        this.persons = persons;
    }

    @Override
    public List<Gap> gaps(UUID caseId) {
        return desk.unseen(caseId).kind() == CaseKind.PRIOR_FILING
                        || registrations.of(caseId).stream()
                                .anyMatch(each -> each.decision() == Registration.Decision.ACCEPTED)
                ? List.of()
                : List.of(new Gap("registration", "not-registered", new Text("尚未报备", "it is not registered")));
    }

    @Override
    public List<Part> parts(UUID caseId) {
        var filed = Part.json(
                "registration/registrations.json", () -> RegistrationView.of(registrations.of(caseId), persons));
        return archives.findByIdOptional(caseId)
                .map(archive -> List.of(
                        filed,
                        Part.json(
                                "archive/archive.json",
                                () -> new Archived(
                                        archive.retention(),
                                        archive.remark(),
                                        archive.explained(),
                                        archive.archivedAt().toString()))))
                .orElse(List.of(filed));
    }

    private record Archived(
            Retention retention,
            String remark,
            List<org.rongcuo.procedure.ExemptionMove.ExplainedGap> explained,
            String archivedAt) {}
}
