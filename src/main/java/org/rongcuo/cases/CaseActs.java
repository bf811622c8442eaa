package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongcuo.access.CurrentRights;
import org.rongcuo.access.OrganKind;
import org.rongcuo.access.Organs;
import org.rongcuo.access.Persons;
import org.rongcuo.access.Rights;
import org.rongcuo.procedure.ActSource;
import org.rongcuo.procedure.ActView;
import org.rongcuo.procedure.CaseAudience;
import org.rongcuo.procedure.TookPart;
import org.rongcuo.procedure.VerificationRecord;
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
    private final CoHandlers coHandlers;
    private final VerificationRecord verification;
    private final Recusals recusals;
    private final OutcomeSource outcomes;
    private final Organs organs;
    private final Persons persons;
    private final Instance<CaseAudience> audiences;
    private final Instance<ActGate> gates;
    private final Instance<TookPart> parts;
    private final Standing.Listed listed;
    private final CurrentActor actor;
    private final CurrentRights rights;

    CaseActs(
            CaseFiles cases,
            Subjects subjects,
            SupplementNotices notices,
            CaseTeams teams,
            CaseHandlers handlers,
            CoHandlers coHandlers,
            VerificationRecord verification,
            Recusals recusals,
            OutcomeSource outcomes,
            Organs organs,
            Persons persons,
            Instance<CaseAudience> audiences,
            Instance<ActGate> gates,
            Instance<TookPart> parts,
            Standing.Listed listed,
            CurrentActor actor,
            CurrentRights rights) {
        this.cases = cases;
        this.subjects = subjects;
        this.notices = notices;
        this.teams = teams;
        this.handlers = handlers;
        this.coHandlers = coHandlers;
        this.verification = verification;
        this.recusals = recusals;
        this.outcomes = outcomes;
        this.organs = organs;
        this.persons = persons;
        this.audiences = audiences;
        this.gates = gates;
        this.parts = parts;
        this.listed = listed;
        this.actor = actor;
        this.rights = rights;
    }

    /**
     * The case under its lock, for an act of the current person.
     *
     * @throws Problem 404 when unseen, 403 when the person is none of those who do the act
     */
    CaseFile authorised(UUID caseId, Act act) {
        var file = cases.locked(caseId);
        forbidden(standing(file), act).ifPresent(reason -> {
            throw Problem.coded(ProblemType.NOT_ALLOWED, reason.code(), reason.text());
        });
        return file;
    }

    @Override
    public List<ActView> acts(UUID caseId) {
        return Stream.concat(
                        views(caseId, CaseAct.values(), this::impossible).stream(),
                        views(caseId, LateAct.values(), (file, act) -> Optional.empty()).stream())
                .toList();
    }

    /** The acts of a table, those of the case's kind. @param impossible further reasons against an act now */
    <A extends Act> List<ActView> views(
            UUID caseId, A[] table, BiFunction<CaseFile, A, Optional<ActView.Reason>> impossible) {
        var standing = listed.of(caseId, id -> standing(cases.visible(id)));
        var file = standing.file();
        return Arrays.stream(table)
                .filter(act -> act.isOf(file.kind()))
                .map(act -> {
                    var reason = forbidden(standing, act)
                            .or(() -> blocked(file, act))
                            .or(() -> impossible.apply(file, act))
                            .orElse(null);
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

    /** Why it cannot be done where the case stands, or for what other features have against it; always the same one. */
    private Optional<ActView.Reason> blocked(CaseFile file, Act act) {
        return file.refusal(act)
                .or(() -> gates.stream()
                        .sorted(Comparator.comparing(gate -> gate.getClass().getName()))
                        .flatMap(gate -> gate.blocks(file, act).stream())
                        .findFirst());
    }

    /** @throws Problem 409 with the reason that the list of acts gives */
    void requireUnblocked(CaseFile file, Act act) {
        blocked(file, act).ifPresent(CaseActs::refuse);
    }

    private Standing standing(CaseFile file) {
        return new Standing(
                file,
                this::is,
                each -> teams.of(each.id()),
                each -> recusals.reason(each, actor.get().personId(), rights.get()));
    }

    /** Why the current person may not do it, whatever the case's status. */
    private Optional<ActView.Reason> forbidden(Standing standing, Act act) {
        if (act.parties().stream().anyMatch(standing::is)) {
            return concerned(standing, act);
        }
        var who = act.parties().stream().map(party -> party.label().zh()).collect(Collectors.joining("、"));
        var whoEn = act.parties().stream().map(party -> party.label().en()).collect(Collectors.joining(", "));
        if (act.parties().contains(Party.REVIEWER) && isOfficial(Party.REVIEWER, standing)) {
            return Optional.of(new ActView.Reason(
                    "took-part", new Text("此项限于未参与过承办、核实、会商表决或认定的人员", "Only for who took no part in the case")));
        }
        if (act.noun().equals("determinations") && isOfficial(Party.DECIDER, standing)) {
            return Optional.of(new ActView.Reason(
                    "handled-the-case", new Text("参与承办的人员不得作出认定", "Whoever handled the case does not determine it")));
        }
        return Optional.of(new ActView.Reason("not-the-party", new Text("此项办理限于:" + who, "Only for: " + whoEn)));
    }

    /** @throws Problem 404 for who must keep off the case: its subjects, who belongs to one, its applicant, who is recused */
    void requireUnconcerned(CaseFile file) {
        if (recusals.reason(file, actor.get().personId(), rights.get()).isPresent()) {
            throw Problem.notFound();
        }
    }

    /**
     * Who is concerned by a case, as its subject or applicant, never handles or decides it (政务处分法 47); nor does who is
     * recused from it, or whose recusal is undecided. To recuse oneself is open to whom others would have recused.
     */
    private Optional<ActView.Reason> concerned(Standing standing, Act act) {
        if (act.parties().stream().anyMatch(party -> party.isConcerned() && standing.is(party))) {
            return Optional.empty();
        }
        return act != StaffingAct.RECUSALS || isConcerned(standing.file()) ? standing.recusal() : Optional.empty();
    }

    /** Whether the case is the current person's own: as a subject, one of the unit that is, or the applicant. */
    boolean isConcerned(CaseFile file) {
        return isConcerned(file, actor.get().personId(), rights.get());
    }

    boolean isConcerned(CaseFile file, UUID person) {
        return isConcerned(file, person, persons.rightsOf(persons.findById(person)));
    }

    private boolean isConcerned(CaseFile file, UUID person, Rights held) {
        return recusals.applied(file, person)
                || subjects.of(file.id()).stream().anyMatch(subject -> recusals.concerns(subject, person, held));
    }

    /** Why a person takes no part in the case; empty for who may. */
    Optional<ActView.Reason> recusal(CaseFile file, UUID person) {
        return recusals.reason(file, person, persons.rightsOf(persons.findById(person)));
    }

    /** Whether the current person is the subject, or belongs to the unit that is. */
    boolean concerns(Subject subject) {
        return recusals.concerns(subject, actor.get().personId(), rights.get());
    }

    /** Whether somebody of those rights handles the case: in its organ, above it, or in an organ that handles it too. */
    boolean handles(CaseFile file, Rights held) {
        var roles = Party.HANDLER.roles();
        return file.handlingOrgan() != null
                && (held.holdsIn(file.handlingOrgan(), file.level(), roles)
                        || coHandlers.of(file.id()).stream()
                                .anyMatch(organ -> held.holdsInJust(organ, file.level(), roles)));
    }

    boolean handles(CaseFile file, UUID person) {
        return handles(file, persons.rightsOf(persons.findById(person)));
    }

    /** Whether the current person is of the party. */
    boolean is(Party party, CaseFile file) {
        return standing(file).is(party);
    }

    private boolean is(Party party, Standing standing) {
        var file = standing.file();
        return switch (party) {
            case APPLICANT -> applied(file) && rights.get().holdsAny(party.roles());
            case HANDLER -> handles(file, rights.get()) && inTeam(standing);
            case INVESTIGATOR ->
                standing.is(Party.HANDLER)
                        && verification
                                .investigators(file.id())
                                .contains(actor.get().personId());
            case SUBJECT ->
                subjects.of(file.id()).stream().anyMatch(this::concerns)
                        && rights.get().holdsAny(party.roles());
            case LEAD -> isOfficial(party, standing);
            case DECIDER -> isOfficial(party, standing) && !handled(file);
            case REVIEWER -> isOfficial(party, standing) && !handled(file) && !tookPart(file);
            case COORDINATOR ->
                audiences.stream()
                                .anyMatch(audience -> audience.invited(file.id())
                                        .contains(actor.get().personId()))
                        && rights.get().holdsAny(party.roles());
            case REGISTRAR ->
                file.handlingOrgan() != null
                        && rights.get().holdsAt(file.handlingOrgan().jurisdiction(), file.level(), party.roles())
                        && inTeam(standing);
            case SUPERVISOR -> rights.get().holdsOver(file.jurisdiction(), file.level(), party.roles());
        };
    }

    private boolean handled(CaseFile file) {
        return handlers.handled(file.id(), actor.get().personId());
    }

    /** Whether it took part as features know: who investigated, voted or determined; reviewing is no such part. */
    private boolean tookPart(CaseFile file) {
        var me = actor.get().personId();
        return parts.stream().anyMatch(part -> part.persons(file.id()).contains(me));
    }

    private boolean applied(CaseFile file) {
        return recusals.applied(file, actor.get().personId());
    }

    /** The role that acts must itself reach the case: the organ, its level, its team. Seeing it by another role is not enough. */
    private boolean isOfficial(Party party, Standing standing) {
        var file = standing.file();
        return file.handlingOrgan() != null
                && rights.get().holdsIn(file.handlingOrgan(), file.level(), party.roles())
                && inTeam(standing);
    }

    private boolean inTeam(Standing standing) {
        var team = standing.team();
        return team.isEmpty() || team.contains(actor.get().personId());
    }

    /** Why it cannot be done now, whoever asks, beside where the case stands. */
    private Optional<ActView.Reason> impossible(CaseFile file, CaseAct act) {
        return switch (act) {
            case APPLICATION ->
                subjects.of(file.id()).isEmpty()
                        ? Optional.of(NO_SUBJECT)
                        : organs.ofKind(file.jurisdiction(), OrganKind.DISCIPLINE_INSPECTION)
                                        .isEmpty()
                                ? Optional.of(NO_HANDLING_ORGAN)
                                : Optional.empty();
            case WITHDRAWAL -> outcomes.of(file.id()).isEmpty() ? Optional.empty() : Optional.of(ALREADY_DETERMINED);
            case ASSIGNMENTS -> teams.of(file.id()).isEmpty() ? Optional.empty() : Optional.of(TEAM_NAMED);
            case SUPPLEMENTS ->
                file.start() == Start.EX_OFFICIO
                        ? Optional.of(NO_APPLICANT)
                        : notices.of(file.id()).isPresent() ? Optional.of(ALREADY_NOTICED) : Optional.empty();
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
        blocked(file, act).or(() -> impossible(file, act)).ifPresent(CaseActs::refuse);
    }

    private static void refuse(ActView.Reason reason) {
        throw Problem.coded(ProblemType.ACT_NOT_POSSIBLE, reason.code(), reason.text());
    }

    private static final ActView.Reason TEAM_NAMED = new ActView.Reason(
            "team-named",
            new Text(
                    "本案已指定办案组,移交后新机关将无法看到;请先解散办案组",
                    "A team is named, which the new organ would not see past; dissolve it first"));
    static final ActView.Reason NO_SUBJECT =
            new ActView.Reason("no-subject", new Text("尚未列明当事人", "No subject is named yet"));
    static final ActView.Reason NO_HANDLING_ORGAN = new ActView.Reason(
            "no-handling-organ", new Text("该行政区划尚未登记纪检监察机关", "No discipline inspection organ is registered there"));
    private static final ActView.Reason NO_APPLICANT = new ActView.Reason(
            "no-applicant", new Text("主动启动的案件没有申请人可以补正", "Started ex officio; there is no applicant"));
    private static final ActView.Reason ALREADY_DETERMINED = new ActView.Reason(
            "already-determined",
            new Text("已对当事人作出认定,不能再撤回", "A subject has been determined; the case is no longer withdrawn"));
    private static final ActView.Reason ALREADY_NOTICED =
            new ActView.Reason("already-noticed", new Text("已经通知过补正,补正以一次为限", "A supplement was noticed; once only"));
    private static final ActView.Reason NO_OPEN_NOTICE =
            new ActView.Reason("no-open-notice", new Text("没有待补正的通知", "No supplement notice is open"));
}
