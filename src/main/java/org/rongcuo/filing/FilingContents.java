package org.rongcuo.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rongcuo.access.Jurisdictions;
import org.rongcuo.cases.CaseDesk;
import org.rongcuo.cases.CaseFile;
import org.rongcuo.cases.Subject;
import org.rongcuo.policy.FieldOfWork;
import org.rongcuo.shared.Clocks;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Redaction;
import org.rongcuo.shared.Violation;

/** Checks what a filing says, and what it does not say yet. */
@ApplicationScoped
class FilingContents {
    private final CaseDesk desk;
    private final Jurisdictions jurisdictions;
    private final Clock clock;

    FilingContents(CaseDesk desk, Jurisdictions jurisdictions, Clock clock) {
        this.desk = desk;
        this.jurisdictions = jurisdictions;
        this.clock = clock;
    }

    /** Refuses what contradicts; a draft may lack anything. @throws Problem 422 with all violations */
    void check(CaseFile file, FilingContent content) {
        List<Violation> violations = new ArrayList<>();
        var decision = content.decision();
        if (decision != null
                && decision.document() != null
                && !desk.documents(file.id()).contains(decision.document())) {
            violations.add(
                    Violation.at("/decision/document", "document-unknown", "本案没有此材料", "The case has no such document"));
        }
        if (decision != null && decision.heldOn().isAfter(Clocks.today(clock))) {
            violations.add(
                    Violation.at("/decision/heldOn", "in-the-future", "会议尚未召开", "the meeting has not been held"));
        }
        if (content.validFrom() != null
                && content.validUntil() != null
                && content.validUntil().isBefore(content.validFrom())) {
            violations.add(Violation.at("/validUntil", "before-from", "早于起始日", "is before the first day"));
        }
        for (int i = 0; i < content.places().size(); i++) {
            var pointer = "/scope/jurisdictions/" + i;
            var place = jurisdictions.findById(content.places().get(i));
            if (place == null) {
                violations.add(Jurisdictions.unknown(content.places().get(i), pointer));
            } else if (!file.jurisdiction().contains(place)) {
                violations.add(Violation.at(
                        pointer, "outside-jurisdiction", "不在本案所在地之内", "lies outside the place of the filing"));
            }
        }
        for (int i = 0; i < content.fields().size(); i++) {
            if (!FieldOfWork.ALL.contains(content.fields().get(i))) {
                violations.add(Violation.at(
                        "/scope/fields/" + i,
                        "field-unknown",
                        "没有此领域,应为:" + String.join("、", FieldOfWork.ALL),
                        "No such field of work; one of: " + String.join(", ", FieldOfWork.ALL)));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    /** What it lacks before it can be submitted. */
    List<Violation> missing(CaseFile file, FilingContent content) {
        List<Violation> missing = new ArrayList<>();
        blank(content.matter(), "/matter", "报备事项", "the matter", missing);
        blank(content.ruleGap(), "/ruleGap", "制度空白", "the gap in the rules", missing);
        blank(content.safeguards(), "/safeguards", "防控措施", "the safeguards", missing);
        if (content.allRisks().isEmpty()) {
            missing.add(Violation.at("/risks", "risk-missing", "至少列明一项风险", "name at least one risk"));
        }
        if (content.decision() == null) {
            missing.add(Violation.at("/decision", "decision-missing", "未列集体决策", "the collective decision is missing"));
        } else if (content.decision().document() == null) {
            missing.add(Violation.at(
                    "/decision/document", "minutes-missing", "未附会议纪要", "the minutes of the decision are missing"));
        }
        if (content.validFrom() == null) {
            missing.add(Violation.at("/validFrom", "validity-missing", "未定有效期起", "says not from when it is valid"));
        }
        if (content.validUntil() == null) {
            missing.add(Violation.at("/validUntil", "validity-missing", "未定有效期止", "says not until when it is valid"));
        } else if (content.validUntil().isBefore(Clocks.today(clock))) {
            missing.add(Violation.at("/validUntil", "already-over", "有效期已过", "its validity is over already"));
        }
        if (Boolean.TRUE.equals(content.publicMatter()) && !Filings.OPEN_LEVELS.contains(file.level())) {
            missing.add(Violation.at(
                    "/publicMatter",
                    "confidential",
                    "敏感以上的事项不能作为公众事项公开",
                    "a matter of that confidentiality is not shown to the public"));
        }
        if (Boolean.TRUE.equals(content.publicMatter())) {
            missing.addAll(Redaction.faults(file.title(), names(file), "/publicMatter"));
            if (content.matter() != null) {
                missing.addAll(Redaction.faults(content.matter(), names(file), "/matter"));
            }
        }
        return missing;
    }

    /** Full names that the public is not shown: of who files, and of whom and what units the filing names. */
    List<String> names(CaseFile file) {
        return Stream.concat(
                        Stream.of(
                                file.applicant().name(),
                                file.applicant().organ().name()),
                        desk.subjects(file.id()).stream().map(Subject::name))
                .distinct()
                .toList();
    }

    private static void blank(String text, String pointer, String zh, String en, List<Violation> missing) {
        if (text == null || text.isBlank()) {
            missing.add(Violation.at(pointer, "not-told", "未写明" + zh, "does not tell " + en));
        }
    }
}
