package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.rongcuo.access.Persons;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.procedure.DossierSource;
import org.rongcuo.procedure.RecordCheck;
import org.rongcuo.shared.Text;

/** The recusals and links in a case's record: what they lack, and what goes into the dossier (一案一档). */
@ApplicationScoped
class StaffingDossier implements RecordCheck, DossierSource {
    private final CaseFiles cases;
    private final RecusalRecords recusals;
    private final CaseLinks links;
    private final Persons persons;

    StaffingDossier(CaseFiles cases, RecusalRecords recusals, CaseLinks links, Persons persons) {
        this.cases = cases;
        this.recusals = recusals;
        this.links = links;
        this.persons = persons;
    }

    @Override
    public List<Gap> gaps(UUID caseId) {
        return cases.findById(caseId).status() != CaseStatus.DRAFT
                        && recusals.of(caseId).stream().anyMatch(recusal -> recusal.granted() == null)
                ? List.of(new Gap(
                        "recusals", "recusal-undecided", new Text("有回避申请未决定", "A demanded recusal is undecided")))
                : List.of();
    }

    @Override
    public List<Part> parts(UUID caseId) {
        List<Part> parts = new ArrayList<>();
        if (!recusals.of(caseId).isEmpty()) {
            parts.add(Part.json(
                    "verification/recusals.json",
                    () -> recusals.of(caseId).stream()
                            .map(recusal -> new Recused(
                                    name(recusal.personId()),
                                    recusal.ground().name(),
                                    recusal.explanation(),
                                    name(recusal.demandedBy()),
                                    recusal.granted(),
                                    Objects.requireNonNullElse(recusal.reasons(), ""),
                                    recusal.meetingId()))
                            .toList()));
        }
        if (!links.of(caseId).isEmpty()) {
            parts.add(Part.json(
                    "links.json",
                    () -> links.of(caseId).stream()
                            .map(link -> new Linked(
                                    link.kind().name(),
                                    link.caseId().equals(caseId),
                                    cases.findById(link.from(caseId)).number(),
                                    link.reasons()))
                            .toList()));
        }
        return parts;
    }

    /** A recusal, by names. @param granted null while undecided @param meeting null unless it was recorded at one */
    record Recused(
            String person,
            String ground,
            String explanation,
            String demandedBy,
            Boolean granted,
            String reasons,
            UUID meeting) {}

    /** A link. @param number of the other case, null for a draft */
    record Linked(String kind, boolean outgoing, String number, String reasons) {}

    private String name(UUID person) {
        return persons.findById(person).name();
    }
}
