package org.rongcuo.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rongcuo.policy.Recommendation;
import org.rongcuo.policy.SubjectStatus;
import org.rongcuo.shared.Clocks;

/**
 * The rows of past cases, as the product would have written them: the case, its subjects, their evaluations on record, the
 * determination of people, who may see it. Without answers, documents and ledger, which nothing that is measured here reads.
 */
final class CaseRows {
    private static final double DEPARTING = 0.06;

    private final CopyRows cases = new CopyRows(
            "case_file",
            "id, kind, number, status, start, jurisdiction_code, field, title, summary, conduct_from, conduct_to, level,"
                    + " applicant_id, handling_organ_id, created_at, applied_at, state_version");
    private final CopyRows subjects = new CopyRows("case_subject", "id, case_id, person_id, organ_id, status, duty");
    private final CopyRows records;
    private final CopyRows determinations = new CopyRows(
            "determination",
            "id, case_id, subject_id, evaluation_id, recommendation, outcome, ladder_step, meeting_title, meeting_on,"
                    + " reasons, departure_reasons, open_items_reasons, organ_id, determined_by, determined_at");
    private final CopyRows grants = new CopyRows("case_grant", "case_id, grantee, level");
    private final boolean withGrants;

    CaseRows(boolean withGrants) {
        this.withGrants = withGrants;
        this.records = new CopyRows(
                "evaluation_record",
                "id, case_ref, subject_ref, recommendation, content, content_hash, actor_id, at, jurisdiction, field,"
                        + " subject_status, conduct_until, decided_on, facts, facts_hash");
    }

    /** In the order in which they must be written. */
    List<CopyRows> tables() {
        return List.of(cases, subjects, records, determinations, grants);
    }

    /** @param early the earlier record's, null unless the case was reconsidered */
    void add(PastCase drawn, int number, PastPeople.Place place, Template judged, Template early) {
        var chance = drawn.chance();
        var pattern = drawn.pattern();
        var applicant = place.anyone(chance);
        var created = drawn.applied().minus(Duration.ofHours(chance.nextInt(96)));
        var id = drawn.id(created);
        cases.row(
                id,
                "EXEMPTION",
                place.prefix() + "容〔" + drawn.year() + "〕" + number + "号",
                drawn.pending() ? "VERIFYING" : "DETERMINED",
                "APPLICATION",
                pattern.jurisdiction,
                pattern.field,
                "生成的案件 " + place.prefix() + drawn.year() + "-" + number,
                "由生成器所造,供试算与测量之用。",
                drawn.conductFrom(),
                drawn.conductTo(),
                "INTERNAL",
                applicant,
                place.handling(),
                created,
                drawn.applied(),
                4);
        Set<UUID> concerned = new LinkedHashSet<>(List.of(applicant));
        for (int nth = 0; nth < (drawn.twoSubjects() ? 2 : 1); nth++) {
            var ofUnit = pattern.status == SubjectStatus.UNIT && nth == 0;
            var person = ofUnit ? null : other(place, applicant, nth, chance.nextInt(1 << 20));
            if (person != null) {
                concerned.add(person);
            }
            var subject = drawn.id(created);
            subjects.row(subject, id, person, ofUnit ? place.unit() : null, pattern.status, "项目负责人");
            if (early != null) {
                record(drawn, id, subject, place, early, drawn.evaluated().minus(Duration.ofHours(1)));
            }
            var evaluation = record(drawn, id, subject, place, judged, drawn.evaluated());
            if (!drawn.pending()) {
                determine(drawn, id, subject, evaluation, place, judged);
            }
        }
        if (withGrants) {
            open(drawn, id, place, concerned);
        }
    }

    /** The first subject is the applicant in most cases, the second always somebody else. */
    private static UUID other(PastPeople.Place place, UUID applicant, int nth, int drawn) {
        if (nth == 0) {
            return applicant;
        }
        var other = place.persons().get(drawn % place.persons().size());
        return other.equals(applicant)
                ? place.persons().get((drawn + 1) % place.persons().size())
                : other;
    }

    private UUID record(
            PastCase drawn, UUID caseId, UUID subject, PastPeople.Place place, Template judged, Instant at) {
        var id = drawn.id(at);
        var on = drawn.decidedOn();
        var content = judged.content(drawn.conductTo(), on);
        var hash = judged.contentHash(drawn.conductTo(), on);
        records.row(
                id,
                caseId,
                subject,
                judged.recommendation,
                content,
                hash,
                place.decider(),
                at,
                drawn.pattern().jurisdiction,
                drawn.pattern().field,
                drawn.pattern().status,
                drawn.conductTo(),
                on,
                judged.facts,
                judged.factsHash);
        return id;
    }

    /** What people made of the advice: mostly followed, at times departed from; where the tables refer, they judge. */
    private void determine(
            PastCase drawn, UUID caseId, UUID subject, UUID evaluation, PastPeople.Place place, Template judged) {
        var chance = drawn.chance();
        var advice = judged.recommendation;
        var outcome = advice;
        if (advice == Recommendation.REFER || chance.nextDouble() < DEPARTING) {
            outcome = outcome(chance.nextDouble());
        }
        if (judged.open && outcome == Recommendation.EXEMPT) {
            outcome = Recommendation.MITIGATE;
        }
        var at = drawn.evaluated().plus(Duration.ofDays(1 + chance.nextInt(5)));
        LocalDate meeting = Clocks.dateOf(at);
        determinations.row(
                drawn.id(at),
                caseId,
                subject,
                evaluation,
                advice,
                outcome,
                outcome == Recommendation.MITIGATE ? "MITIGATED" : null,
                "专题会议",
                meeting,
                "经集体研究认定。",
                outcome == advice ? null : "结合具体情况,集体研究后作不同认定。",
                judged.open ? "未查明事项不影响认定。" : null,
                place.handling(),
                place.decider(),
                at);
    }

    private static Recommendation outcome(double share) {
        if (share < 0.35) {
            return Recommendation.EXEMPT;
        }
        return share < 0.75 ? Recommendation.MITIGATE : Recommendation.NOT_TOLERABLE;
    }

    /** The rows that access.CaseAccess would write. */
    private void open(PastCase drawn, UUID id, PastPeople.Place place, Set<UUID> concerned) {
        var level = 1;
        concerned.forEach(person -> grants.row(id, "own:" + person, level));
        place.codes().forEach(code -> grants.row(id, "inspector:" + code, level));
        grants.row(id, "organ:" + place.handling(), level);
        place.codes()
                .subList(0, place.codes().size() - 1)
                .forEach(code -> grants.row(id, "above:DISCIPLINE_INSPECTION@" + code, level));
        if (!drawn.pending()) {
            grants.row(id, "registrar:" + drawn.pattern().jurisdiction, level);
        }
    }
}
