package org.rongcuo.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.procedure.ConsultationRecord;
import org.rongcuo.procedure.ConsultationResults;
import org.rongcuo.procedure.GroupResult;

/** What groups have concluded, for whoever determines and for the route of a case. */
@ApplicationScoped
class GroupResults implements ConsultationResults, ConsultationRecord {
    private final Consultations consultations;

    GroupResults(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public Optional<Result> of(UUID caseId, UUID subjectId, int round) {
        return consultations
                .latest(caseId)
                .filter(latest -> latest.round() == round)
                .flatMap(latest -> consultations.conclusion(latest.id()))
                .flatMap(conclusion -> conclusion.results().stream()
                        .filter(result -> Objects.equals(subjectId, result.subject()))
                        .findFirst()
                        .map(result -> new Result(
                                conclusion.consultationId(),
                                outcome(result),
                                conclusion.form() == ConclusionForm.DECISION)));
    }

    private static Recommendation outcome(GroupResult result) {
        return switch (Vote.valueOf(result.result())) {
            case EXEMPT -> Recommendation.EXEMPT;
            case MITIGATE -> Recommendation.MITIGATE;
            case NOT_TOLERABLE -> Recommendation.NOT_TOLERABLE;
            default -> null;
        };
    }

    @Override
    public boolean concluded(UUID caseId, int round) {
        return consultations.of(caseId).stream()
                .filter(consultation -> consultation.round() == round)
                .flatMap(consultation -> consultations.conclusion(consultation.id()).stream())
                .anyMatch(conclusion -> conclusion.form() != ConclusionForm.RETURN);
    }

    @Override
    public Optional<OnFiling> onFiling(UUID caseId, int round) {
        return consultations
                .latest(caseId)
                .filter(latest -> latest.round() == round)
                .flatMap(latest -> consultations.conclusion(latest.id()))
                .flatMap(conclusion -> conclusion.results().stream()
                        .filter(result -> result.subject() == null)
                        .findFirst()
                        .map(result -> new OnFiling(
                                conclusion.consultationId(),
                                stance(result),
                                conclusion.form() != ConclusionForm.ADVICE)));
    }

    private static Stance stance(GroupResult result) {
        return switch (Vote.valueOf(result.result())) {
            case ENDORSE -> Stance.ENDORSED;
            case OPPOSE -> Stance.OPPOSED;
            default -> Stance.GIVEN_BACK;
        };
    }
}
