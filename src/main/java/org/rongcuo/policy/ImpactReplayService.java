package org.rongcuo.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.access.PersonRef;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Role;
import org.rongcuo.dmn.BookKind;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;

/** Takes replays on, and tells how they stand. They are run by {@link ReplayRunner}. */
@ApplicationScoped
class ImpactReplayService {
    private static final Role[] READERS = {Role.POLICY_EDITOR, Role.POLICY_APPROVER, Role.INSPECTOR};

    private final ImpactReplays replays;
    private final ReplayParts parts;
    private final ReplayRecords records;
    private final ReplayRunner runner;
    private final PolicyService policies;
    private final PolicyVersions versions;
    private final Jurisdictions jurisdictions;
    private final Persons persons;
    private final CurrentActor actor;
    private final CurrentRights rights;
    private final Event<ReplayRunner.Requested> requests;
    private final EntityManager entityManager;
    private final Clock clock;

    ImpactReplayService(
            ImpactReplays replays,
            ReplayParts parts,
            ReplayRecords records,
            ReplayRunner runner,
            PolicyService policies,
            PolicyVersions versions,
            Jurisdictions jurisdictions,
            Persons persons,
            CurrentActor actor,
            CurrentRights rights,
            Event<ReplayRunner.Requested> requests,
            EntityManager entityManager,
            Clock clock) {
        this.replays = replays;
        this.parts = parts;
        this.records = records;
        this.runner = runner;
        this.policies = policies;
        this.versions = versions;
        this.jurisdictions = jurisdictions;
        this.persons = persons;
        this.actor = actor;
        this.rights = rights;
        this.requests = requests;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** 影响回放. What is left out does not narrow it. */
    record RequestReplay(
            @Pattern(regexp = "[0-9]{6}([0-9]{3})?", message = "应为六位或九位数字的代码|must be a code of six or nine digits")
            @Schema(description = "只回放此地及其下级的案件 · cases of this place and below alone")
            String jurisdiction,

            @Size(max = 20) @Schema(description = "只回放此领域的案件 · cases of this field of work alone")
            String field,

            @Schema(description = "行为结束于此日或之后 · conduct that ended on this day or later")
            LocalDate conductFrom,

            @Schema(description = "行为结束于此日或之前 · conduct that ended on this day or before")
            LocalDate conductTo,

            @Min(value = 1, message = "应在 1 至 64 之间|must be between 1 and 64")
            @Max(value = 64, message = "应在 1 至 64 之间|must be between 1 and 64")
            @Schema(description = "分成几段,缺省 1;多段可由 Kubernetes 作业并行 · into how many parts, 1 unless told")
            Integer parts) {}

    /**
     * Takes the replay of a draft on; its book's lock is held.
     *
     * @throws Problem 409 for a version that is no draft any more, a book that recommends nothing, or while the same is
     *     under way; 422 for filters that make no sense
     */
    ImpactReplay request(PolicyVersion version, RequestReplay wanted) {
        if (version.policy().kind() == BookKind.PROCEDURE) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "procedure-recommends-nothing",
                    new Text(
                            "程序办法不作认定建议,没有可回放的影响",
                            "A procedure book recommends nothing; there is no impact to replay"));
        }
        if (version.status() != VersionStatus.DRAFT && version.status() != VersionStatus.IN_REVIEW) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "not-a-draft",
                    new Text(
                            "第 " + version.number() + " 版"
                                    + version.status().label().zh() + ",只回放草案和送审稿",
                            "Version " + version.number() + " is "
                                    + version.status().label().en()
                                    + "; only drafts and versions in review are replayed"));
        }
        var filters = filters(wanted);
        if (replays.ofContent(version).stream()
                .anyMatch(other -> other.status().isOpen() && other.filters().equals(filters))) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "replay-under-way",
                    new Text("此草案的同一回放正在进行", "The same replay of this draft is under way"));
        }
        var today = Clocks.today(clock);
        var number = wanted.parts() == null ? 1 : wanted.parts();
        var replay = new ImpactReplay(
                version,
                versions.inForce(version.policy(), today).orElse(null),
                today,
                filters,
                number,
                actor.get().personId(),
                Instant.now(clock));
        replays.persistAndFlush(replay);
        parts.create(replay.id(), number == 1 ? List.of() : records.borders(runner.scope(replay), number), number);
        requests.fire(new ReplayRunner.Requested(replay.id()));
        return replay;
    }

    private ReplayFilters filters(RequestReplay wanted) {
        List<Violation> violations = new ArrayList<>();
        if (wanted.jurisdiction() != null
                && jurisdictions.findByIdOptional(wanted.jurisdiction()).isEmpty()) {
            violations.add(Jurisdictions.unknown(wanted.jurisdiction(), "/jurisdiction"));
        }
        FieldOfWork.unknown(wanted.field(), "/field").ifPresent(violations::add);
        if (wanted.conductFrom() != null
                && wanted.conductTo() != null
                && wanted.conductTo().isBefore(wanted.conductFrom())) {
            violations.add(Violation.at("/conductTo", "before-from", "不能早于 conductFrom", "is before conductFrom"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        return new ReplayFilters(wanted.jurisdiction(), wanted.field(), wanted.conductFrom(), wanted.conductTo());
    }

    /** @throws Problem 409 when it is over */
    void cancel(ImpactReplay replay) {
        if (!parts.end(replay.id(), ReplayStatus.CANCELLED, null, Instant.now(clock))) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "replay-over",
                    new Text("此回放已结束,不能取消", "The replay is over and cannot be cancelled"));
        }
        entityManager.refresh(replay);
    }

    /** The version for who may read its replays. @throws Problem 404, 403 */
    PolicyVersion readable(String jurisdiction, String name, int number) {
        var version = policies.visible(jurisdiction, name, number);
        rights.requireOver(version.policy().jurisdiction(), READERS);
        return version;
    }

    /** @throws Problem 404, 403 */
    ImpactReplay readable(String jurisdiction, String name, int number, UUID id) {
        return named(readable(jurisdiction, name, number), id);
    }

    /** @throws Problem 404 */
    ImpactReplay named(PolicyVersion version, UUID id) {
        return replays.of(version, id).orElseThrow(Problem::notFound);
    }

    /** Shows these replays as they stand, without their reports. */
    Function<ImpactReplay, ReplayView> inList(List<ImpactReplay> shown) {
        var requesters = requesters(shown);
        return replay -> view(replay, requesters, null);
    }

    ReplayView view(ImpactReplay replay) {
        return view(replay, requesters(List.of(replay)), replay.report());
    }

    private Map<UUID, PersonRef> requesters(List<ImpactReplay> replays) {
        return persons.refs(replays.stream().map(ImpactReplay::requestedBy));
    }

    private ReplayView view(ImpactReplay replay, Map<UUID, PersonRef> requesters, ImpactReport report) {
        var version = replay.version();
        var progress = parts.progress(replay.id());
        return new ReplayView(
                replay.id(),
                version.policy().key(),
                version.number(),
                replay.contentHash(),
                replay.contentHash().equals(version.contentHash()),
                replay.status(),
                replay.baseline() == null ? null : replay.baseline().number(),
                replay.replayDate(),
                replay.filters(),
                replay.parts(),
                new ReplayView.Progress(progress.done(), progress.total()),
                requesters.get(replay.requestedBy()),
                replay.requestedAt(),
                replay.startedAt(),
                replay.finishedAt(),
                failure(replay.failure()),
                report);
    }

    private static Text failure(String code) {
        if (code == null) {
            return null;
        }
        return code.equals("model-refused")
                ? new Text("模型未通过检查", "The model did not pass the gate")
                : new Text("多次尝试未能完成,请告知系统管理员", "It failed several times; tell the administrator");
    }
}
