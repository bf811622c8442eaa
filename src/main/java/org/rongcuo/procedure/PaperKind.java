package org.rongcuo.procedure;

import static org.rongcuo.procedure.PaperWord.*;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rongcuo.shared.Text;

/** The official papers (文书) that the steps issue, each with the words its templates may use. */
public enum PaperKind {
    ACCEPTANCE_NOTICE(
            "受理通知书",
            "notice of acceptance",
            "受",
            Signer.OFFICE,
            APPLICANT,
            APPLIED_ON,
            SUBJECT,
            REASONS,
            COMPLEXITY,
            TERM),
    REFUSAL_NOTICE(
            "不予受理通知书", "notice of refusal", "不受", Signer.OFFICE, APPLICANT, APPLIED_ON, SUBJECT, REASONS, REMEDIES),
    SUPPLEMENT_NOTICE(
            "补正通知书", "supplement notice", "补", Signer.OFFICE, APPLICANT, APPLIED_ON, SUBJECT, WANTED, SUPPLY_BY),
    VERIFICATION_REPORT(
            "核实报告",
            "verification report",
            "核",
            Signer.OFFICE,
            SUBJECT,
            PARTICULARS,
            CONDUCT_PERIOD,
            SOURCE,
            INVESTIGATORS,
            VERIFICATION,
            FACTS,
            EVIDENCE,
            STATEMENT,
            CLAIMS,
            OPEN_ITEMS,
            RECOMMENDATION,
            BASIS,
            FINDINGS,
            SIGNATURES),
    DETERMINATION(
            "容错认定书",
            "determination",
            "认",
            Signer.DECIDERS,
            SUBJECT,
            PARTICULARS,
            CONDUCT_PERIOD,
            FACTS,
            RECOMMENDATION,
            BASIS,
            APPLICABLE_RULES,
            OPEN_ITEMS,
            OUTCOME,
            LADDER_STEP,
            DISCIPLINE_FORM,
            REASONS,
            DEPARTURE,
            MEETING,
            MEETING_ON,
            EFFECTS,
            REMEDIES),
    FEEDBACK(
            "认定结果反馈书",
            "feedback",
            "馈",
            Signer.OFFICE,
            SUBJECT,
            DETERMINATION_NUMBER,
            DETERMINED_ON,
            OUTCOME,
            LADDER_STEP,
            DISCIPLINE_FORM,
            REASONS,
            EFFECTS,
            DELIVERED_ON,
            DELIVERY,
            REMEDIES,
            NOTE),
    REVIEW_DECISION(
            "复议决定书",
            "review decision",
            "复",
            Signer.DECIDERS,
            SUBJECT,
            PARTICULARS,
            DETERMINATION_NUMBER,
            DETERMINED_ON,
            REVIEWED,
            REVIEW_REQUEST,
            ORIGINAL,
            APPLIED_ON,
            GROUNDS,
            REVIEW_FINDINGS,
            REASONS,
            REVIEW_OUTCOME,
            MEETING,
            MEETING_ON,
            REMEDIES),
    PUBLIC_NOTICE(
            "公示",
            "public notice",
            "示",
            Signer.OFFICE,
            SUBJECT,
            NOTICE,
            AUDIENCE,
            NOTICE_FROM,
            NOTICE_UNTIL,
            OBJECTIONS),
    CORRECTION_NOTICE(
            "纠错整改通知书", "correction notice", "纠", Signer.OFFICE, SUBJECT, BASED_ON, FAULT, PLAN, MEASURES, CORRECT_BY),
    FILING_FEEDBACK(
            "报备反馈书",
            "feedback on a filing",
            "备",
            Signer.OFFICE,
            APPLICANT,
            FILED_ON,
            FILING_ANSWER,
            FILING_OPINION,
            RISKS,
            MONITORING,
            VALIDITY);

    /** The words that every paper has, from whoever issues it. */
    public static final Set<PaperWord> OF_EVERY_PAPER =
            Collections.unmodifiableSet(EnumSet.of(NUMBER, ORGAN, ADDRESSEE, DATED));

    /** Who issues a paper: what decides is issued by those who decide. */
    private enum Signer {
        OFFICE,
        DECIDERS
    }

    private final Text label;
    private final String mark;
    private final Signer signer;
    private final Set<PaperWord> words;

    PaperKind(String zh, String en, String mark, Signer signer, PaperWord... own) {
        this.label = new Text(zh, en);
        this.mark = mark;
        this.signer = signer;
        var all = EnumSet.of(CASE_NUMBER, MATTER);
        all.addAll(List.of(own));
        this.words = Collections.unmodifiableSet(all);
    }

    public Text label() {
        return label;
    }

    /** What its numbers say of it: 认 in 嵊容认〔2026〕3号. */
    public String mark() {
        return mark;
    }

    /** Whether only deciders issue it; the others are issued by handlers, too. */
    public boolean decides() {
        return signer == Signer.DECIDERS;
    }

    /** Whether it stays with the office: those whom the case concerns do not get it. */
    public boolean isInternal() {
        return this == VERIFICATION_REPORT;
    }

    /** The words that its {@link PaperSource} gives, all of them. */
    public Set<PaperWord> words() {
        return words;
    }
}
