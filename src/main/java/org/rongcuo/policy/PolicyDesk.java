package org.rongcuo.policy;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.Role;
import org.rongcuo.policy.ApprovalGate.Blocker;
import org.rongcuo.policy.ApprovalGate.Candidate;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Violation;

/**
 * The policy desk: from a draft to a version in force, and to its end (policy-contract "Versions"). The caller holds the
 * book's lock, so of two approvals at the same time the second sees what the first did.
 */
@ApplicationScoped
class PolicyDesk {
    private final PolicyVersions versions;
    private final PolicyRepeals repeals;
    private final List<ApprovalGate> gates;
    private final CurrentActor actor;
    private final CurrentRights rights;
    private final Event<PolicyEvent> events;
    private final Clock clock;

    PolicyDesk(
            PolicyVersions versions,
            PolicyRepeals repeals,
            @All List<ApprovalGate> gates,
            CurrentActor actor,
            CurrentRights rights,
            Event<PolicyEvent> events,
            Clock clock) {
        this.versions = versions;
        this.repeals = repeals;
        this.gates = gates;
        this.actor = actor;
        this.rights = rights;
        this.events = events;
        this.clock = clock;
    }

    /** 送审. */
    record Submit(
            @Size(max = 2000) @Schema(description = "修改说明 · what was changed and why")
            String note,

            @Size(max = 2000) @Schema(description = "对关口的书面理由 · reasons in writing")
            List<@NotNull @Valid WrittenReason> reasons) {}

    /** 退回. */
    @Schema(name = "ReturnVersion")
    record Return(@NotBlank @Size(max = 4000) String remarks) {}

    /** 批准. */
    record Approve(
            @NotNull @Schema(description = "生效日期,晚于今日 · the first day in force, after today")
            LocalDate effectiveFrom,

            @Size(max = 2000) String note,

            @Size(max = 2000) @Schema(description = "批准人的书面理由 · the approver's reasons in writing")
            List<@NotNull @Valid WrittenReason> reasons) {}

    /** 补录历史. */
    record ImportHistory(
            @NotNull @Schema(description = "当时的生效日期,不晚于今日 · the first day it was in force, not after today")
            LocalDate effectiveFrom,

            @NotBlank @Size(max = 2000) @Schema(description = "来源与文号 · where it was published")
            String note,

            @Size(max = 2000) @Schema(description = "批准人的书面理由 · the approver's reasons in writing")
            List<@NotNull @Valid WrittenReason> reasons) {}

    /** 撤回. */
    record WithdrawVersion(@NotBlank @Size(max = 2000) String reasons) {}

    /** 废止. */
    @Schema(name = "RepealPolicy")
    record Repeal(
            @NotNull @Schema(description = "废止之日,晚于今日 · the first day it is no longer in force, after today")
            LocalDate effectiveFrom,

            @NotBlank @Size(max = 2000) String reasons) {}

    void submit(PolicyVersion version, Submit submit) {
        var reasons = submit.reasons() == null ? List.<WrittenReason>of() : submit.reasons();
        events.fire(version.submit(submit.note(), reasons, actor.get().personId(), now()));
    }

    void giveBack(PolicyVersion version, Return returned) {
        events.fire(version.giveBack(returned.remarks()));
    }

    /** @throws Problem 403 for whoever wrote or submitted the version */
    void requireOtherThanAuthor(PolicyVersion version) {
        if (version.isWorkOf(actor.get().personId())) {
            throw ownWork();
        }
    }

    private static Problem ownWork() {
        return Problem.coded(
                ProblemType.NOT_ALLOWED,
                "own-work",
                new Text(
                        "起草、修改或送审过此版的人不能批准,请由他人办理",
                        "Whoever wrote or submitted the version does not approve it; another person does"));
    }

    /** @throws Problem 422 when the date will not do, 409 with everything that stands against it */
    void approve(PolicyVersion version, Approve approve, Assessment assessment) {
        var today = Clocks.today(clock);
        var from = approve.effectiveFrom();
        var timeline = versions.timeline(version.policy());
        List<Violation> violations = new ArrayList<>();
        if (!from.isAfter(today)) {
            violations.add(date("effective-not-future", "生效日期须晚于今日 " + today, "must be after today, " + today));
        }
        requireFree(timeline, from, violations);
        timeline.approved().stream()
                .map(PolicyVersion::effectiveFrom)
                .max(LocalDate::compareTo)
                .filter(from::isBefore)
                .ifPresent(latest -> violations.add(date(
                        "effective-before-latest",
                        "须晚于最新批准版的生效日期 " + latest,
                        "must be after the date of the latest approved version, " + latest)));
        timeline.pendingRepeal(today)
                .map(PolicyRepeal::effectiveFrom)
                .filter(end -> !from.isBefore(end))
                .ifPresent(end -> violations.add(date(
                        "effective-after-repeal",
                        "本办法自 " + end + " 起废止;要使新版生效,请先撤回废止",
                        "the book is repealed from " + end + "; withdraw the repeal first")));
        admit(new Candidate(version, assessment, from, false), approve.reasons(), violations);
        events.fire(version.approve(
                from,
                false,
                orNone(approve.reasons()),
                approve.note(),
                actor.get().personId(),
                now()));
    }

    /** Takes a version of history over. @throws Problem as {@link #approve} */
    void importHistory(PolicyVersion version, ImportHistory history, Assessment assessment) {
        var today = Clocks.today(clock);
        var from = history.effectiveFrom();
        List<Violation> violations = new ArrayList<>();
        if (from.isAfter(today)) {
            violations.add(date("effective-in-future", "补录的版本不能晚于今日生效", "history is not in the future"));
        }
        requireFree(versions.timeline(version.policy()), from, violations);
        admit(new Candidate(version, assessment, from, true), history.reasons(), violations);
        events.fire(version.approve(
                from,
                true,
                orNone(history.reasons()),
                history.note(),
                actor.get().personId(),
                now()));
    }

    private static void requireFree(Timeline timeline, LocalDate from, List<Violation> violations) {
        var taken = Stream.concat(
                timeline.approved().stream().map(PolicyVersion::effectiveFrom),
                timeline.repeals().stream().map(PolicyRepeal::effectiveFrom));
        if (taken.anyMatch(from::equals)) {
            violations.add(date("effective-taken", "该日已有另一版生效或本办法废止", "another version or a repeal has that date"));
        }
    }

    private static Violation date(String code, String zh, String en) {
        return Violation.at("/effectiveFrom", code, zh, en);
    }

    private void admit(Candidate candidate, List<WrittenReason> reasons, List<Violation> violations) {
        var blockers = blocking(candidate, orNone(reasons));
        // Who comes second of two approvers is told that, whatever else is wrong by now.
        var superseded = blockers.stream()
                .filter(blocker -> blocker.gate().equals(BaseGate.CODE))
                .findFirst();
        if (superseded.isEmpty() && !violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        if (!blockers.isEmpty()) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    superseded.map(Blocker::gate).orElse("approval-blocked"),
                    superseded
                            .map(Blocker::message)
                            .orElseGet(() -> new Text(
                                    "尚有 " + blockers.size() + " 项不符合批准条件",
                                    blockers.size() + " condition(s) of the approval are not met")),
                    blockers.stream()
                            .map(blocker -> new Violation(
                                    blocker.subject() == null ? "" : "/" + blocker.subject(),
                                    blocker.gate(),
                                    blocker.message()))
                            .toList());
        }
    }

    private List<Blocker> blocking(Candidate candidate, List<WrittenReason> more) {
        var reasons = Stream.concat(candidate.version().reasons().stream(), more.stream())
                .toList();
        return blockers(candidate).filter(blocker -> !blocker.liftedBy(reasons)).toList();
    }

    private Stream<Blocker> blockers(Candidate candidate) {
        return gates.stream().flatMap(gate -> gate.blockers(candidate).stream());
    }

    /** What stands against an approval for tomorrow, each with whether a reason in writing has lifted it. */
    ApprovalView readiness(PolicyVersion version, Assessment assessment) {
        var candidate = new Candidate(version, assessment, Clocks.today(clock).plusDays(1), false);
        var conditions = blockers(candidate)
                .map(blocker -> new ApprovalView.Condition(
                        blocker.gate(),
                        blocker.subject(),
                        blocker.within(),
                        blocker.message(),
                        blocker.excusable(),
                        blocker.liftedBy(version.reasons()),
                        blocker.counterExample()))
                .toList();
        return new ApprovalView(
                version.status(), conditions.stream().allMatch(ApprovalView.Condition::lifted), conditions);
    }

    /** @throws Problem 403 for an editor where it was approved, 409 when it has taken effect or others follow it */
    void withdraw(PolicyVersion version, WithdrawVersion withdraw) {
        if (version.status() == VersionStatus.APPROVED) {
            rights.requireOver(version.policy().jurisdiction(), Role.POLICY_APPROVER);
            if (!version.effectiveFrom().isAfter(Clocks.today(clock))) {
                throw Problem.coded(
                        ProblemType.ACT_NOT_POSSIBLE,
                        "version-in-force",
                        new Text(
                                "此版已生效,不能撤回;请另行制定新版或废止本办法",
                                "It has taken effect; approve another version or repeal the book"));
            }
            if (!versions.latestApproved(version.policy())
                    .filter(version::equals)
                    .isPresent()) {
                throw Problem.coded(
                        ProblemType.ACT_NOT_POSSIBLE,
                        "version-followed",
                        new Text("其后另有已批准的版本,请先撤回后者", "A later version is approved; withdraw that first"));
            }
        }
        events.fire(version.withdraw(withdraw.reasons(), actor.get().personId(), now()));
    }

    /** @throws Problem 403 for whoever wrote the version in force, 409 or 422 when it will not do */
    PolicyRepeal repeal(Policy policy, Repeal repeal) {
        var today = Clocks.today(clock);
        var from = repeal.effectiveFrom();
        var timeline = versions.timeline(policy);
        if (!from.isAfter(today)) {
            throw Problem.invalid(
                    List.of(date("effective-not-future", "废止日期须晚于今日 " + today, "must be after today, " + today)));
        }
        if (timeline.pendingRepeal(today).isPresent()) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE, "repeal-pending", new Text("已决定废止", "A repeal is already decided"));
        }
        var ends = versions.inForce(policy, from)
                .orElseThrow(() -> Problem.coded(
                        ProblemType.ACT_NOT_POSSIBLE,
                        "no-version-in-force",
                        new Text("该日没有可废止的版本", "No version is in force on that date")));
        if (timeline.approved().stream()
                .anyMatch(version -> !version.effectiveFrom().isBefore(from))) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "version-scheduled",
                    new Text("该日起另有新版生效,请先撤回新版", "A version takes effect from that date on; withdraw it first"));
        }
        if (ends.isWorkOf(actor.get().personId())) {
            throw ownWork();
        }
        var decided =
                new PolicyRepeal(policy, from, repeal.reasons(), actor.get().personId(), now());
        repeals.persist(decided);
        events.fire(decided.decided());
        return decided;
    }

    /** Takes the repeal that has not taken effect back. @throws Problem 409 when there is none */
    PolicyRepeal withdrawRepeal(Policy policy, WithdrawVersion withdraw) {
        var repeal = versions.timeline(policy)
                .pendingRepeal(Clocks.today(clock))
                .orElseThrow(() -> Problem.coded(
                        ProblemType.ACT_NOT_POSSIBLE,
                        "no-repeal-pending",
                        new Text("没有尚未生效的废止", "No repeal is waiting to take effect")));
        events.fire(repeal.withdraw(withdraw.reasons(), actor.get().personId(), now()));
        return repeal;
    }

    private Instant now() {
        return Instant.now(clock);
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
