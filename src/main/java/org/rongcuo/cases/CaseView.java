package org.rongcuo.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.Level;
import org.rongcuo.access.Organ;
import org.rongcuo.access.PersonRef;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.policy.SubjectStatus;
import org.rongcuo.procedure.CaseKind;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.procedure.Complexity;
import org.rongcuo.shared.Text;

/**
 * A case.
 *
 * @param number null before the application
 * @param handlingOrgan null before the application
 * @param complexity sets the terms of the steps
 * @param round of verification and determination: 1, and one more with each objection upheld
 * @param coHandlers organs that handle it beside the handling organ
 * @param team persons of the team, empty when none is named
 * @param supplement null when none was noticed
 */
public record CaseView(
        UUID id,
        CaseKind kind,
        @Nullable String number,
        CaseStatus status,
        Text statusLabel,
        Start start,
        String jurisdiction,
        @Nullable String field,
        String title,
        String summary,
        Period conduct,
        Level level,
        Complexity complexity,
        int round,
        @Nullable String accountabilityMatter,
        PersonRef applicant,
        @Nullable OrganRef handlingOrgan,
        List<OrganRef> coHandlers,
        List<SubjectView> subjects,
        List<PersonRef> team,
        @Nullable SupplementView supplement,
        Instant createdAt,
        @Nullable Instant appliedAt,
        long stateVersion) {

    /** Both days included. */
    @Schema(name = "ConductPeriod")
    record Period(LocalDate from, LocalDate to) {}

    public record OrganRef(UUID id, String name, String jurisdiction) {
        public static OrganRef of(Organ organ) {
            return organ == null
                    ? null
                    : new OrganRef(
                            organ.id(), organ.name(), organ.jurisdiction().code());
        }
    }

    /** A subject. @param person null for a unit; @param organ null for a person; @param outcome of the case's round; null until determined in it */
    record SubjectView(
            UUID id,
            @Nullable UUID person,
            @Nullable UUID organ,
            String name,
            SubjectStatus status,
            @Nullable String duty,
            @Nullable Recommendation outcome) {
        static SubjectView of(Subject subject, Recommendation outcome) {
            return new SubjectView(
                    subject.id(),
                    subject.personId(),
                    subject.organId(),
                    subject.name(),
                    subject.status(),
                    subject.duty(),
                    outcome);
        }
    }

    /** The supplement notice. @param respondedAt null while it is open */
    record SupplementView(
            UUID id,
            List<String> wanted,
            LocalDate due,
            Instant noticedAt,
            @Nullable String response,
            @Nullable List<UUID> documents,
            @Nullable Instant respondedAt) {
        static SupplementView of(SupplementNotice notice) {
            return notice == null
                    ? null
                    : new SupplementView(
                            notice.id(),
                            notice.wanted(),
                            notice.due(),
                            notice.noticedAt(),
                            notice.response(),
                            notice.documents(),
                            notice.respondedAt());
        }
    }

    static CaseView of(
            CaseFile file,
            List<SubjectView> subjects,
            List<Organ> coHandlers,
            List<PersonRef> team,
            SupplementNotice supplement) {
        return new CaseView(
                file.id(),
                file.kind(),
                file.number(),
                file.status(),
                file.status().label(),
                file.start(),
                file.jurisdiction().code(),
                file.field(),
                file.title(),
                file.summary(),
                new Period(file.conductFrom(), file.conductTo()),
                file.level(),
                file.complexity(),
                file.round(),
                file.accountabilityMatter(),
                PersonRef.of(file.applicant()),
                OrganRef.of(file.handlingOrgan()),
                coHandlers.stream().map(OrganRef::of).toList(),
                subjects,
                team,
                SupplementView.of(supplement),
                file.createdAt(),
                file.appliedAt(),
                file.stateVersion());
    }

    /** A case in a list. */
    @Schema(name = "CaseSummary")
    record Summary(
            UUID id,
            CaseKind kind,
            @Nullable String number,
            CaseStatus status,
            Text statusLabel,
            String jurisdiction,
            @Nullable String field,
            String title,
            Level level,
            @Nullable OrganRef handlingOrgan,
            Instant createdAt,
            @Nullable Instant appliedAt) {
        static Summary of(CaseFile file) {
            return new Summary(
                    file.id(),
                    file.kind(),
                    file.number(),
                    file.status(),
                    file.status().label(),
                    file.jurisdiction().code(),
                    file.field(),
                    file.title(),
                    file.level(),
                    OrganRef.of(file.handlingOrgan()),
                    file.createdAt(),
                    file.appliedAt());
        }
    }
}
