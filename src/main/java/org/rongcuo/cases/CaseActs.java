package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.procedure.ActSource;
import org.rongcuo.procedure.ActView;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/**
 * Who may do which act on a case. The list that {@code GET /cases/{id}/acts} shows and the refusals that an act meets come
 * from the same rules.
 */
@ApplicationScoped
class CaseActs implements ActSource {
    private final CaseFiles cases;
    private final Subjects subjects;
    private final SupplementNotices notices;
    private final CaseTeams teams;
    private final CaseHandlers handlers;
    private final CurrentActor actor;
    private final CurrentRights rights;

    CaseActs(
            CaseFiles cases,
            Subjects subjects,
            SupplementNotices notices,
            CaseTeams teams,
            CaseHandlers handlers,
            CurrentActor actor,
            CurrentRights rights) {
        this.cases = cases;
        this.subjects = subjects;
        this.notices = notices;
        this.teams = teams;
        this.handlers = handlers;
        this.actor = actor;
        this.rights = rights;
    }

    /**
     * The case under its lock, for an act of the current person.
     *
     * @throws Problem 404 when unseen, 403 when the person is none of those who do the act
     */
    CaseFile authorised(UUID caseId, CaseAct act) {
        var file = cases.locked(caseId);
        forbidden(file, act).ifPresent(reason -> {
            throw Problem.coded(ProblemType.NOT_ALLOWED, reason.code(), reason.text());
        });
        return file;
    }

    @Override
    public List<ActView> acts(UUID caseId) {
        var file = cases.visible(caseId);
        return Arrays.stream(CaseAct.values())
                .map(act -> {
                    var reason =
                            forbidden(file, act).or(() -> impossible(file, act)).orElse(null);
                    return new ActView(
                            act.noun(),
                            act.title(),
                            act.method(),
                            "/api/v1/cases/" + caseId + act.path(),
                            reason == null,
                            reason);
                })
                .toList();
    }

    /** Why the current person may not do it, whatever the case's status. */
    private Optional<ActView.Reason> forbidden(CaseFile file, CaseAct act) {
        if (act.parties().stream().anyMatch(party -> is(party, file))) {
            return concerned(file, act);
        }
        var who = act.parties().stream().map(party -> party.label().zh()).collect(Collectors.joining("、"));
        var whoEn = act.parties().stream().map(party -> party.label().en()).collect(Collectors.joining(", "));
        if (act == CaseAct.DETERMINATIONS && isOfficial(CaseAct.Party.DECIDER, file)) {
            return Optional.of(new ActView.Reason(
                    "handled-the-case", new Text("参与承办的人员不得作出认定", "Whoever handled the case does not determine it")));
        }
        return Optional.of(new ActView.Reason("not-the-party", new Text("此项办理限于:" + who, "Only for: " + whoEn)));
    }

    /** A subject or the applicant of the case never handles or decides it (recusal, 政务处分法 47). */
    private Optional<ActView.Reason> concerned(CaseFile file, CaseAct act) {
        var asApplicant = act.parties().contains(CaseAct.Party.APPLICANT) && is(CaseAct.Party.APPLICANT, file);
        return !asApplicant && (isSubject(file) || applied(file))
                ? Optional.of(new ActView.Reason(
                        "recused",
                        new Text("您是本案当事人或申请人,应当回避", "You are a subject or the applicant of the case and are recused")))
                : Optional.empty();
    }

    private boolean isSubject(CaseFile file) {
        var me = actor.get().personId();
        return subjects.of(file.id()).stream().anyMatch(subject -> me.equals(subject.personId()));
    }

    private boolean is(CaseAct.Party party, CaseFile file) {
        return switch (party) {
            case APPLICANT -> applied(file) && rights.get().holdsAny(party.roles());
            case HANDLER -> isOfficial(party, file);
            case DECIDER ->
                isOfficial(party, file)
                        && !handlers.handled(file.id(), actor.get().personId());
        };
    }

    private boolean applied(CaseFile file) {
        return file.applicant().id().equals(actor.get().personId()) && file.start() == Start.APPLICATION;
    }

    /** The role that acts must itself reach the case: the organ, its level, its team. Seeing it by another role is not enough. */
    private boolean isOfficial(CaseAct.Party party, CaseFile file) {
        return file.handlingOrgan() != null
                && rights.get().holdsIn(file.handlingOrgan(), file.level(), party.roles())
                && inTeam(file);
    }

    private boolean inTeam(CaseFile file) {
        var team = teams.of(file.id());
        return team.isEmpty() || team.contains(actor.get().personId());
    }

    /** Why it cannot be done now, whoever asks. */
    private Optional<ActView.Reason> impossible(CaseFile file, CaseAct act) {
        var status = file.refusal(act);
        if (status.isPresent()) {
            return Optional.of(new ActView.Reason("wrong-status", status.get()));
        }
        return switch (act) {
            case APPLICATION -> subjects.of(file.id()).isEmpty() ? Optional.of(NO_SUBJECT) : Optional.empty();
            case ASSIGNMENTS -> teams.of(file.id()).isEmpty() ? Optional.empty() : Optional.of(TEAM_NAMED);
            case SUPPLEMENTS -> notices.of(file.id()).isPresent() ? Optional.of(ALREADY_NOTICED) : Optional.empty();
            case SUPPLEMENT_RESPONSES ->
                notices.of(file.id())
                                .filter(notice -> notice.respondedAt() == null)
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of(NO_OPEN_NOTICE);
            default -> Optional.empty();
        };
    }

    /** @throws Problem 409 with the reason that the list of acts gives */
    void requirePossible(CaseFile file, CaseAct act) {
        impossible(file, act).ifPresent(reason -> {
            throw Problem.coded(ProblemType.ACT_NOT_POSSIBLE, reason.code(), reason.text());
        });
    }

    private static final ActView.Reason TEAM_NAMED = new ActView.Reason(
            "team-named",
            new Text(
                    "本案已指定办案组,移交后新机关将无法看到;请先解散办案组",
                    "A team is named, which the new organ would not see past; dissolve it first"));
    private static final ActView.Reason NO_SUBJECT =
            new ActView.Reason("no-subject", new Text("尚未列明当事人", "No subject is named yet"));
    private static final ActView.Reason ALREADY_NOTICED =
            new ActView.Reason("already-noticed", new Text("已经通知过补正,补正以一次为限", "A supplement was noticed; once only"));
    private static final ActView.Reason NO_OPEN_NOTICE =
            new ActView.Reason("no-open-notice", new Text("没有待补正的通知", "No supplement notice is open"));
}
