package org.rongcuo.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Role;
import org.rongcuo.archive.ArchiveRequests.ReturnRegistration;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActGate;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.Party;
import org.rongcuo.procedure.ActSource;
import org.rongcuo.procedure.ActView;
import org.rongcuo.procedure.Deadlines;
import org.rongcuo.procedure.ExemptionMove;
import org.rongcuo.procedure.Step;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Text;

/** 报备: the office files, the registrar registers or returns for form; which acts are possible of these and the archive. */
@ApplicationScoped
class RegistrationService implements ActSource, ActGate {
    private static final ActView.Reason ALREADY_FILED =
            new ActView.Reason("already-filed", new Text("已经报送,待备案人员答复", "It is filed and waits for the registrar"));
    private static final ActView.Reason NOT_FILED =
            new ActView.Reason("not-filed", new Text("承办机关尚未报送", "The handling organ has not filed"));

    private final Registrations registrations;
    private final CaseDesk desk;
    private final Deadlines deadlines;
    private final CurrentActor actor;
    private final CurrentRights rights;
    private final Clock clock;

    RegistrationService(
            Registrations registrations,
            CaseDesk desk,
            Deadlines deadlines,
            CurrentActor actor,
            CurrentRights rights,
            Clock clock) {
        this.registrations = registrations;
        this.desk = desk;
        this.deadlines = deadlines;
        this.actor = actor;
        this.rights = rights;
        this.clock = clock;
    }

    @Override
    public List<ActView> acts(UUID caseId) {
        return desk.views(caseId, ArchiveAct.values(), this::impossible);
    }

    private Optional<ActView.Reason> impossible(CaseFile file, ArchiveAct act) {
        return switch (act) {
            case REGISTRATION -> registrations.open(file.id()).map(open -> ALREADY_FILED);
            case REGISTRATION_ACCEPTANCE, REGISTRATION_RETURN ->
                registrations.open(file.id()).isPresent() ? Optional.empty() : Optional.of(NOT_FILED);
            case ARCHIVE, FILING_ARCHIVE -> Optional.empty();
        };
    }

    /** What has been filed is not published meanwhile. */
    @Override
    public Optional<ActView.Reason> blocks(CaseFile file, Act act) {
        return act.noun().equals("public-notices")
                ? registrations.open(file.id()).map(open -> ALREADY_FILED)
                : Optional.empty();
    }

    Registration file(CaseFile file, String materials) {
        desk.requirePossible(file, ArchiveAct.REGISTRATION, impossible(file, ArchiveAct.REGISTRATION));
        var registration = new Registration(file, materials, actor.get().personId(), Instant.now(clock));
        registrations.persist(registration);
        registrations.flush();
        desk.record(
                file,
                ArchiveAct.REGISTRATION,
                version -> new ArchiveEvent.RegistrationFiled(file.id(), version, registration.id(), materials));
        deadlines.pass(file.id(), Step.REGISTRATION, null, Party.REGISTRAR.name());
        return registration;
    }

    Registration accept(CaseFile file, String remark) {
        var registration = open(file, ArchiveAct.REGISTRATION_ACCEPTANCE);
        var organ = organ(file);
        registration.accept(organ, remark, actor.get().personId(), Instant.now(clock));
        registrations.flush();
        desk.record(
                file,
                ArchiveAct.REGISTRATION_ACCEPTANCE,
                version -> new ExemptionMove.OutcomeRegistered(file.id(), version, registration.id(), organ, remark));
        return registration;
    }

    Registration giveBack(CaseFile file, ReturnRegistration wanted) {
        var registration = open(file, ArchiveAct.REGISTRATION_RETURN);
        var organ = organ(file);
        var defects = wanted.defects().stream().distinct().toList();
        registration.giveBack(defects, organ, wanted.remark(), actor.get().personId(), Instant.now(clock));
        registrations.flush();
        desk.record(
                file,
                ArchiveAct.REGISTRATION_RETURN,
                version -> new ArchiveEvent.RegistrationReturned(
                        file.id(), version, registration.id(), organ, defects, wanted.remark()));
        deadlines.pass(file.id(), Step.REGISTRATION, null, Party.HANDLER.name());
        return registration;
    }

    /** @throws Problem 409 */
    private Registration open(CaseFile file, ArchiveAct act) {
        desk.requirePossible(file, act, impossible(file, act));
        return registrations.open(file.id()).orElseThrow();
    }

    /** The party committee in which the current person registers. */
    private UUID organ(CaseFile file) {
        return rights.get().grants().stream()
                .filter(grant -> grant.role() == Role.REGISTRAR
                        && grant.jurisdiction()
                                .equals(file.handlingOrgan().jurisdiction().code()))
                .findFirst()
                .orElseThrow()
                .organId();
    }
}
