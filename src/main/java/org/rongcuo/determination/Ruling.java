package org.rongcuo.determination;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.determination.Determine.EffectChoice;
import org.rongcuo.determination.Determine.Meeting;
import org.rongcuo.policy.Consequences;
import org.rongcuo.policy.EvaluationView;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.shared.Violation;

/**
 * What an organ rules on a subject, in a determination or in the decision of a review, and what may be said against it.
 *
 * @param ladderStep null unless it mitigates
 * @param effects null where those of the table are taken as they are
 */
record Ruling(
        UUID subject,
        Recommendation outcome,
        LadderStep ladderStep,
        DisciplineForm disciplineForm,
        Meeting meeting,
        String reasons,
        String departureReasons,
        String openItemsReasons,
        List<EffectChoice> effects) {

    Weight weight() {
        return new Weight(outcome, ladderStep, disciplineForm);
    }

    /** What contradicts the table's advice without reasons, or itself. */
    void check(EvaluationView advice, List<Violation> violations) {
        var advised = advice.recommendation().code();
        var open = advice.leavesOpen();
        if (outcome == Recommendation.REFER) {
            violations.add(Violation.at("/outcome", "not-an-outcome", "认定须有结论,不得为 REFER", "REFER is no outcome"));
        }
        if ((outcome == Recommendation.MITIGATE) != (ladderStep != null)) {
            violations.add(Violation.at(
                    "/ladderStep",
                    "ladder-step",
                    "减责须写明档次,其他结果不得有档次",
                    "MITIGATE names its step, no other outcome has one"));
        }
        // What ends without a sanction, or with a talk, criticism, an examination or admonition at most, is of the
        // first form.
        if (disciplineForm != null && disciplineForm != DisciplineForm.FIRST && endsWithoutSanction()) {
            violations.add(Violation.at(
                    "/disciplineForm",
                    "form-too-heavy",
                    "免责或免予处分的,至多为第一种形态",
                    "Exempt or with the sanction waived, it is of the first form at most"));
        }
        if (outcome != advised && blank(departureReasons)) {
            violations.add(Violation.at(
                    "/departureReasons",
                    "departure-without-reasons",
                    "认定与建议(" + advised.label().zh() + ")不一致,须说明理由",
                    "It departs from the recommendation (" + advised + "); give reasons"));
        }
        if (outcome == advised && departureReasons != null) {
            violations.add(Violation.at(
                    "/departureReasons", "no-departure", "与建议一致,不应填写", "It follows the recommendation; leave it out"));
        }
        if (open && blank(openItemsReasons)) {
            violations.add(Violation.at(
                    "/openItemsReasons",
                    "open-items-without-reasons",
                    "尚有事项未查明,须说明为何仍作认定",
                    "Items are open; give reasons for determining nevertheless"));
        }
        if (open && outcome == Recommendation.EXEMPT) {
            violations.add(Violation.at(
                    "/outcome", "exempt-with-open-items", "尚有事项未查明,不得认定免责", "Never EXEMPT while items are open"));
        }
        if (!open && openItemsReasons != null) {
            violations.add(
                    Violation.at("/openItemsReasons", "no-open-items", "各项均已查明,不应填写", "No item is open; leave it out"));
        }
    }

    private boolean endsWithoutSanction() {
        return outcome == Recommendation.EXEMPT
                || outcome == Recommendation.MITIGATE && ladderStep != null && ladderStep.waivesTheSanction();
    }

    /**
     * The effects it carries and those it declines, of which the book's table attaches some to the outcome.
     *
     * @param consequences what the books attach to this outcome
     */
    List<DeterminedEffect> effects(Consequences consequences, List<Violation> violations) {
        if (outcome == Recommendation.NOT_TOLERABLE) {
            if (effects != null && effects.stream().anyMatch(EffectChoice::confirmed)) {
                violations.add(Violation.at(
                        "/effects", "effects-of-no-tolerance", "不予容错的,没有结果运用", "NOT_TOLERABLE carries no effects"));
            }
            return List.of();
        }
        var attached = TableEffects.attached(consequences);
        if (effects != null) {
            return chosen(attached, violations);
        }
        if (!attached.isEmpty() && TableEffects.provisional(consequences)) {
            violations.add(Violation.at(
                    "/effects",
                    "effects-to-confirm",
                    "结果运用依据的是假定的答案,须逐项确认",
                    "The effects rest on an assumed answer; confirm each"));
        }
        return attached.stream()
                .map(effect -> new DeterminedEffect(effect, true, true, null))
                .toList();
    }

    private List<DeterminedEffect> chosen(List<String> attached, List<Violation> violations) {
        List<DeterminedEffect> chosen = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < effects.size(); i++) {
            var choice = effects.get(i);
            var pointer = "/effects/" + i;
            var computed = attached.contains(choice.effect());
            if (!named.add(choice.effect())) {
                violations.add(Violation.at(pointer + "/effect", "effect-twice", "此项已列出", "It is listed already"));
            }
            if (!computed && !choice.confirmed()) {
                violations.add(Violation.at(
                        pointer + "/effect", "effect-unknown", "办法未列此项,无从不予适用", "No book attaches it; leave it out"));
            } else if (computed != choice.confirmed() && blank(choice.reasons())) {
                violations.add(Violation.at(
                        pointer + "/reasons",
                        "effect-without-reasons",
                        "不适用办法所列、或另加的结果运用,须说明理由",
                        "Declining an effect of the table, or adding one, needs reasons"));
            }
            chosen.add(new DeterminedEffect(choice.effect(), computed, choice.confirmed(), choice.reasons()));
        }
        var missing =
                attached.stream().filter(effect -> !named.contains(effect)).toList();
        if (!missing.isEmpty()) {
            violations.add(Violation.at(
                    "/effects",
                    "effects-missing",
                    "尚未逐项确认:" + String.join("、", missing),
                    "Neither confirmed nor declined: " + String.join(", ", missing)));
        }
        return chosen;
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
