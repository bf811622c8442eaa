package org.rongcuo.determination;

import org.rongcuo.policy.SubjectStatus;
import org.rongcuo.shared.Text;

/**
 * The statutory remedies (法定救济途径) that a subject is told of, by standing (rules.md "Firm deadlines in neighbouring
 * regimes"). The internal review of this system stands beside them and never replaces them.
 */
final class Remedies {
    private static final Text PARTY = new Text(
            "对党组织作出的问责决定不服的,可自收到问责决定之日起一个月内,依照《中国共产党问责条例》向作出决定的党组织提出书面申诉;" + "对党纪处分决定不服的,可依照《中国共产党章程》提出申诉",
            "Against an accountability decision of a party organisation: a written appeal (申诉) to the organisation that"
                    + " decided within one month of receipt, under the accountability regulation; against a party"
                    + " sanction: an appeal under the party constitution");

    private static final Text SUPERVISION = new Text(
            "对监察机关作出的涉及本人的处理决定不服的,可自收到决定之日起一个月内向作出决定的监察机关申请复审;"
                    + "对复审决定仍不服的,可自收到复审决定之日起一个月内向上一级监察机关申请复核(《中华人民共和国监察法》第五十六条)",
            "Against a decision of a supervisory organ: re-examination (复审) by it within one month of receipt, then review"
                    + " (复核) by the next higher one within one month (Supervision Law art. 56)");

    private static final Text CIVIL_SERVICE = new Text(
            "对涉及本人的人事处理不服的公务员,可自知道该处理之日起三十日内向原处理机关申请复核;" + "对复核结果不服的,可自接到复核决定之日起十五日内提出申诉(《中华人民共和国公务员法》第九十五条)",
            "A civil servant, against a personnel decision: review (复核) by the organ that decided within 30 days, then an"
                    + " appeal (申诉) within 15 days (Civil Servants Law art. 95)");

    private static final Text ENTERPRISE = new Text(
            "国有企业管理人员对处分决定不服的,可自收到处分决定之日起一个月内,依照《国有企业管理人员处分条例》申请复核;对复核结果不服的,可依照该条例提出申诉",
            "Managers of state enterprises, against a sanction: review (复核) within one month of receipt, then an appeal"
                    + " (申诉), under the regulation on their sanctions");

    private static final Text UNIT = new Text(
            "单位对处理决定不服的,可向作出决定的机关书面提出意见,或向其上一级机关申诉",
            "A unit may object in writing to the organ that decided, or appeal to the next higher one");

    private static final Text OTHER = new Text(
            "对处理决定不服的,可依照所适用的法律、法规和规定申请复核或提出申诉",
            "Review (复核) or appeal (申诉) under the laws and regulations that apply");

    private static final Text BESIDE = new Text(
            "另可在规定期限内向本机关申请内部复议一次,复议不加重,且不影响上述法定救济途径的行使",
            "Beside them: one internal review within its term, never heavier, which leaves the statutory remedies as they are");

    private Remedies() {}

    /** What is told with a feedback by default. */
    static Text of(SubjectStatus status) {
        var statutory = statutory(status);
        return new Text(statutory.zh() + BESIDE.zh() + "。", statutory.en() + " " + BESIDE.en() + ".");
    }

    /** Those that the law gives, which alone are left after a review. */
    static Text statutory(SubjectStatus status) {
        return switch (status) {
            case PARTY_MEMBER -> joined(PARTY, SUPERVISION, CIVIL_SERVICE);
            case PARTY_ORGANISATION -> joined(PARTY);
            case PUBLIC_OFFICIAL -> joined(SUPERVISION, CIVIL_SERVICE);
            case STATE_ENTERPRISE -> joined(SUPERVISION, ENTERPRISE);
            case UNIT -> joined(UNIT);
            case OTHER -> joined(OTHER);
        };
    }

    private static Text joined(Text... parts) {
        var zh = new StringBuilder();
        var en = new StringBuilder();
        for (var part : parts) {
            zh.append(zh.isEmpty() ? "" : ";").append(part.zh());
            en.append(en.isEmpty() ? "" : "; ").append(part.en());
        }
        return new Text(zh + "。", en + ".");
    }
}
