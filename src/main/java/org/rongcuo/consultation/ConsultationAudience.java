package org.rongcuo.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.consultation.GroupVersion.Member;
import org.rongcuo.procedure.CaseAudience;
import org.rongcuo.procedure.TookPart;
import org.rongcuo.shared.Clocks;

/** The members of the groups before which a case was brought see it, but for those recused from it. */
@ApplicationScoped
class ConsultationAudience implements CaseAudience, TookPart {
    private final Consultations consultations;
    private final CoordinationGroups groups;
    private final Sittings sittings;
    private final EntityManager entityManager;
    private final Clock clock;

    ConsultationAudience(
            Consultations consultations,
            CoordinationGroups groups,
            Sittings sittings,
            EntityManager entityManager,
            Clock clock) {
        this.consultations = consultations;
        this.groups = groups;
        this.sittings = sittings;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    @Override
    public Set<UUID> invited(UUID caseId) {
        Set<UUID> invited = new HashSet<>();
        Set<UUID> recused = new HashSet<>();
        for (var consultation : consultations.of(caseId)) {
            var members = groups.current(consultation.groupId()).membersOn(Clocks.today(clock));
            invited.addAll(members.stream().map(Member::person).toList());
            recused.addAll(sittings.recused(entityManager.find(CaseFile.class, caseId), members)
                    .keySet());
        }
        invited.removeAll(recused);
        return invited;
    }

    @Override
    public Set<UUID> persons(UUID caseId) {
        return consultations.of(caseId).stream()
                .flatMap(consultation -> consultations.votesOn(consultation.id()).stream())
                .map(SealedVote::personId)
                .collect(Collectors.toSet());
    }
}
