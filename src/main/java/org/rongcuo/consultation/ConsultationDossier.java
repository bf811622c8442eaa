package org.rongcuo.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.rongcuo.procedure.DossierSource;
import org.rongcuo.procedure.RecordCheck;
import org.rongcuo.shared.Text;

/**
 * Consultations and engagements in the dossier of a case, and what their record lacks. Votes stand there as they are in
 * the ledger, by their commitments: the dossier opens nothing that is sealed.
 */
@ApplicationScoped
class ConsultationDossier implements DossierSource, RecordCheck {
    private final Consultations consultations;
    private final ConsultationMeetings meetings;
    private final Engagements engagements;

    ConsultationDossier(Consultations consultations, ConsultationMeetings meetings, Engagements engagements) {
        this.consultations = consultations;
        this.meetings = meetings;
        this.engagements = engagements;
    }

    @Override
    public List<Part> parts(UUID caseId) {
        List<Part> parts = new ArrayList<>();
        consultations.of(caseId).forEach(each -> parts.add(part("consultations/" + each.id(), () -> told(each))));
        engagements.of(caseId).forEach(each -> parts.add(part("engagements/" + each.id(), () -> told(each))));
        return parts;
    }

    private static Part part(String path, Supplier<Map<String, Object>> content) {
        return Part.json(path + ".json", content);
    }

    private Map<String, Object> told(Consultation consultation) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", consultation.id());
        told.put("group", consultation.groupId());
        told.put("round", consultation.round());
        told.put("reasons", consultation.reasons());
        told.put("referredBy", consultation.referredBy());
        told.put("referredAt", consultation.referredAt());
        if (consultation.meetingId() != null) {
            var meeting = meetings.findById(consultation.meetingId());
            told.put(
                    "meeting",
                    Map.of(
                            "id", meeting.id(),
                            "heldOn", meeting.heldOn(),
                            "place", meeting.place(),
                            "chair", meeting.chairId(),
                            "present", meeting.present().stream().sorted().toList()));
        }
        told.put(
                "recusals",
                consultations.recusals(consultation.caseId()).stream()
                        .filter(recusal -> recusal.consultationId().equals(consultation.id()))
                        .map(recusal -> Map.of(
                                "member", recusal.personId(),
                                "reasons", recusal.reasons(),
                                "decidedBy", recusal.decidedBy(),
                                "decidedAt", recusal.decidedAt()))
                        .toList());
        told.put(
                "votes",
                consultations.votesOn(consultation.id()).stream()
                        .map(vote -> Map.of(
                                "id", vote.id(),
                                "meeting", vote.meetingId(),
                                "member", vote.personId(),
                                "castAt", vote.castAt(),
                                "commitment", vote.commitment()))
                        .toList());
        consultations
                .conclusion(consultation.id())
                .ifPresent(made -> told.put(
                        "conclusion",
                        Map.of(
                                "form", made.form(),
                                "results", made.results(),
                                "minutes", made.minutes(),
                                "present", made.present(),
                                "concludedBy", made.concludedBy(),
                                "concludedAt", made.concludedAt())));
        return told;
    }

    private Map<String, Object> told(Engagement engagement) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", engagement.id());
        told.put("kind", engagement.kind());
        told.put("termsOfReference", engagement.termsOfReference());
        told.put("participants", engagement.participants());
        told.put("deadline", engagement.deadline());
        told.put("costEstimate", engagement.costEstimate());
        told.put("commissionedBy", engagement.commissionedBy());
        told.put("commissionedAt", engagement.commissionedAt());
        engagements.end(engagement.id()).ifPresent(end -> {
            told.put("cancelled", end.isCancelled());
            told.put("document", end.documentId());
            told.put("text", end.text());
            told.put("cost", end.cost());
            told.put("findings", end.findings());
            told.put("endedBy", end.endedBy());
            told.put("endedAt", end.endedAt());
        });
        return told;
    }

    @Override
    public List<Gap> gaps(UUID caseId) {
        List<Gap> gaps = new ArrayList<>();
        for (var consultation : consultations.of(caseId)) {
            if (consultations.conclusion(consultation.id()).isEmpty()) {
                gaps.add(Gap.of(
                        consultation.id(),
                        "consultation",
                        "conclusion-missing",
                        new Text(
                                "提请会商(" + consultation.id() + ")尚无结论",
                                "The consultation " + consultation.id() + " has no conclusion")));
            }
        }
        for (var engagement : engagements.of(caseId)) {
            if (engagements.end(engagement.id()).isEmpty()) {
                gaps.add(Gap.of(
                        engagement.id(),
                        "engagement",
                        "engagement-report-missing",
                        new Text(
                                engagement.kind().label().zh() + "尚无报告,也未取消",
                                "A " + engagement.kind().label().en()
                                        + " has neither been reported on nor cancelled")));
            }
        }
        return gaps;
    }
}
