package org.rongcuo.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.access.Identities;
import org.rongcuo.access.Identities.IdentityView;
import org.rongcuo.access.Identities.OpenIdentity;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.Party;
import org.rongcuo.filing.FilingRequests.AddMonitoring;
import org.rongcuo.filing.FilingRequests.JudgeResponse;
import org.rongcuo.procedure.ActView;
import org.rongcuo.procedure.CaseStatus;
import org.rongcuo.procedure.Deadlines;
import org.rongcuo.procedure.Step;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;

/** 事中监管: what is observed of running filings, and what is done about it. */
@ApplicationScoped
class MonitoringService {
    private static final ActView.Reason NO_OPEN_FINDING =
            new ActView.Reason("no-open-finding", new Text("没有待整改的监管发现", "No finding wants a response"));
    private static final ActView.Reason NO_RESPONSE =
            new ActView.Reason("no-response", new Text("没有待验收的整改", "No response waits to be judged"));

    private static final ActView.Reason NOBODY_NAMED =
            new ActView.Reason("nobody-named", new Text("提出意见的人没有留下身份", "Nobody who remarked said who they are"));

    private final MonitoringRecords records;
    private final Filings filings;
    private final Deadlines deadlines;
    private final CaseDesk desk;
    private final Identities identities;
    private final Persons persons;
    private final CurrentActor actor;
    private final Event<DomainEvent> events;
    private final Clock clock;

    MonitoringService(
            MonitoringRecords records,
            Filings filings,
            Deadlines deadlines,
            CaseDesk desk,
            Identities identities,
            Persons persons,
            CurrentActor actor,
            Event<DomainEvent> events,
            Clock clock) {
        this.records = records;
        this.filings = filings;
        this.deadlines = deadlines;
        this.desk = desk;
        this.identities = identities;
        this.persons = persons;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A monitoring record.
     *
     * @param dueOn by when it is to be corrected; null where nothing is
     * @param recordedBy null for a remark of the public
     * @param named whether whoever remarked told a name, which is sealed
     * @param response the latest of the applicant; null before
     * @param remark what the handler said of it; null before, or where nothing was said
     */
    @Schema(name = "MonitoringRecord")
    record MonitoringView(
            UUID id,
            MonitoringKind kind,
            Text kindLabel,
            LocalDate observedOn,
            String finding,
            boolean needsCorrection,
            @Nullable LocalDate dueOn,
            MonitoringState state,
            @Nullable PersonRef recordedBy,
            boolean named,
            Instant recordedAt,
            @Nullable String response,
            @Nullable Instant respondedAt,
            @Nullable String remark,
            @Nullable PersonRef judgedBy,
            @Nullable Instant judgedAt) {}

    Optional<ActView.Reason> impossible(CaseFile file, FilingAct act) {
        return switch (act) {
            case RESPONSE -> unless(file, MonitoringState.OPEN, NO_OPEN_FINDING);
            case JUDGEMENT -> unless(file, MonitoringState.RESPONDED, NO_RESPONSE);
            case REMARK_IDENTITY ->
                records.of(file.id()).stream().anyMatch(MonitoringRecord::isNamed)
                        ? Optional.empty()
                        : Optional.of(NOBODY_NAMED);
            default -> Optional.empty();
        };
    }

    private Optional<ActView.Reason> unless(CaseFile file, MonitoringState state, ActView.Reason reason) {
        return records.of(file.id()).stream().anyMatch(record -> record.state() == state)
                ? Optional.empty()
                : Optional.of(reason);
    }

    MonitoringRecord add(CaseFile file, AddMonitoring told) {
        desk.requirePossible(file, FilingAct.MONITORING, Optional.empty());
        List<Violation> violations = new ArrayList<>();
        if (!MonitoringKind.OF_OFFICE.contains(told.kind())) {
            violations.add(
                    Violation.at("/kind", "public-only", "群众意见由公众提出", "remarks of the public come from the public"));
        } else if (desk.is(file, Party.APPLICANT) && (told.kind() != MonitoringKind.REPORT || told.wantsCorrection())) {
            violations.add(
                    Violation.at("/kind", "applicant-reports", "申请人只提交进展报告", "the applicant reports progress only"));
        }
        if (told.observedOn().isAfter(Clocks.today(clock))) {
            violations.add(Violation.at("/observedOn", "in-the-future", "尚未到此日", "lies in the future"));
        }
        if (told.wantsCorrection()) {
            requireDue(told.dueOn(), violations);
        } else if (told.dueOn() != null) {
            violations.add(
                    Violation.at("/dueOn", "nothing-to-correct", "不需要纠正的不定期限", "nothing is to be corrected by then"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        var record = new MonitoringRecord(
                file.id(),
                told.kind(),
                told.observedOn(),
                told.finding(),
                told.wantsCorrection(),
                actor.get().personId(),
                Instant.now(clock));
        if (told.wantsCorrection()) {
            record.correctBy(told.dueOn());
            deadlines.beginUntil(file.id(), Step.FINDING_CORRECTION, record.id(), told.dueOn());
        }
        records.persist(record);
        desk.note(file, FilingAct.MONITORING, version -> recorded(record, version));
        return record;
    }

    private void requireDue(LocalDate day, List<Violation> violations) {
        if (day == null) {
            violations.add(Violation.at("/dueOn", "not-null", "应定整改期限", "say by when it is to be corrected"));
        } else if (day.isBefore(Clocks.today(clock))) {
            violations.add(Violation.at("/dueOn", "in-the-past", "期限已过", "lies in the past"));
        }
    }

    /** The filing of a public matter under its lock, for a remark of anybody. @throws Problem 404 for any other */
    CaseFile openToAll(UUID caseId) {
        if (filings.findByIdOptional(caseId).filter(Filing::isPublicMatter).isEmpty()) {
            throw Problem.notFound();
        }
        var file = desk.locked(caseId);
        if (file.status() != CaseStatus.MONITORED || !Filings.OPEN_LEVELS.contains(file.level())) {
            throw Problem.notFound();
        }
        return file;
    }

    /** What anybody says of a public matter. @param name sealed; null where none is told, even of who is logged in */
    MonitoringRecord remark(CaseFile file, String text, String name) {
        var record = new MonitoringRecord(
                file.id(), MonitoringKind.REMARK, Clocks.today(clock), text, false, null, Instant.now(clock));
        record.keepIdentity(identities.seal(name, null, null, sealedFor(record)));
        records.persist(record);
        events.fire(recorded(record, file.stateVersion()));
        return record;
    }

    private static String sealedFor(MonitoringRecord record) {
        return "remark:" + record.id();
    }

    /** Opens who remarked. @throws Problem 409 where nothing was told */
    IdentityView open(CaseFile file, UUID recordId, OpenIdentity wanted) {
        var record = records.of(file.id(), recordId);
        desk.requirePossible(
                file, FilingAct.REMARK_IDENTITY, record.isNamed() ? Optional.empty() : Optional.of(NOBODY_NAMED));
        desk.note(
                file,
                FilingAct.REMARK_IDENTITY,
                version -> new FilingEvent.RemarkerIdentityOpened(file.id(), version, record.id(), wanted.reasons()));
        return identities.open(record.identity(), sealedFor(record));
    }

    private static FilingEvent.MonitoringRecorded recorded(MonitoringRecord record, long version) {
        return new FilingEvent.MonitoringRecorded(
                record.caseId(),
                version,
                record.id(),
                record.kind(),
                record.observedOn(),
                record.finding(),
                record.needsCorrection(),
                record.dueOn());
    }

    MonitoringRecord respond(CaseFile file, UUID recordId, String response) {
        desk.requirePossible(file, FilingAct.RESPONSE, Optional.empty());
        var record = standing(file, recordId, MonitoringState.OPEN, NO_OPEN_FINDING);
        record.respond(response, Instant.now(clock));
        deadlines.pass(file.id(), Step.FINDING_CORRECTION, record.id(), Party.HANDLER.name());
        desk.note(
                file,
                FilingAct.RESPONSE,
                version -> new FilingEvent.FindingAnswered(file.id(), version, record.id(), response));
        return record;
    }

    /** Where more is wanted, the finding is open again, by a day set anew. */
    MonitoringRecord judge(CaseFile file, UUID recordId, JudgeResponse told) {
        desk.requirePossible(file, FilingAct.JUDGEMENT, Optional.empty());
        List<Violation> violations = new ArrayList<>();
        if (told.accepted() && told.dueOn() != null) {
            violations.add(
                    Violation.at("/dueOn", "nothing-to-correct", "已认可的不定期限", "nothing is to be corrected by then"));
        }
        if (!told.accepted()) {
            if (told.remark() == null || told.remark().isBlank()) {
                violations.add(Violation.at("/remark", "not-blank", "不认可应说明意见", "Say what is still wanted"));
            }
            requireDue(told.dueOn(), violations);
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        var record = standing(file, recordId, MonitoringState.RESPONDED, NO_RESPONSE);
        record.judge(told.accepted(), told.remark(), actor.get().personId(), Instant.now(clock));
        deadlines.meet(file.id(), Step.FINDING_CORRECTION, record.id());
        if (!told.accepted()) {
            record.correctBy(told.dueOn());
            deadlines.beginUntil(file.id(), Step.FINDING_CORRECTION, record.id(), told.dueOn());
        }
        desk.note(
                file,
                FilingAct.JUDGEMENT,
                version -> new FilingEvent.FindingJudged(
                        file.id(), version, record.id(), told.accepted(), told.remark(), told.dueOn()));
        return record;
    }

    private MonitoringRecord standing(CaseFile file, UUID recordId, MonitoringState state, ActView.Reason reason) {
        var record = records.of(file.id(), recordId);
        if (record.state() != state) {
            throw Problem.coded(ProblemType.ACT_NOT_POSSIBLE, reason.code(), reason.text());
        }
        return record;
    }

    List<MonitoringView> views(List<MonitoringRecord> shown) {
        var who = persons.refs(shown.stream().flatMap(record -> Stream.of(record.recordedBy(), record.judgedBy())));
        return shown.stream()
                .map(record -> new MonitoringView(
                        record.id(),
                        record.kind(),
                        record.kind().label(),
                        record.observedOn(),
                        record.finding(),
                        record.needsCorrection(),
                        record.dueOn(),
                        record.state(),
                        who.get(record.recordedBy()),
                        record.isNamed(),
                        record.recordedAt(),
                        record.response(),
                        record.respondedAt(),
                        record.remark(),
                        who.get(record.judgedBy()),
                        record.judgedAt()))
                .toList();
    }

    List<MonitoringView> of(UUID caseId) {
        return views(records.of(caseId));
    }
}
