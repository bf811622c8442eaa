package org.rongcuo.cases;

import static org.rongcuo.procedure.ExemptionStatus.APPLIED;
import static org.rongcuo.procedure.ExemptionStatus.DETERMINED;
import static org.rongcuo.procedure.ExemptionStatus.DRAFT;
import static org.rongcuo.procedure.ExemptionStatus.NOTIFIED;
import static org.rongcuo.procedure.ExemptionStatus.VERIFYING;

import java.util.List;
import java.util.Set;
import org.rongcuo.access.Role;
import org.rongcuo.procedure.ExemptionStatus;
import org.rongcuo.shared.Text;

/** The acts on a case, each with who does it and where the case must stand: the procedure as one table. */
enum CaseAct {
    REVISION("revision", "修改草稿", "revise the draft", "PUT", "", List.of(Party.APPLICANT), DRAFT),
    SUBJECTS(
            "subjects",
            "增列当事人",
            "add a subject",
            "POST",
            "/subjects",
            List.of(Party.APPLICANT, Party.HANDLER),
            DRAFT,
            APPLIED,
            VERIFYING),
    DOCUMENTS(
            "documents",
            "提交材料",
            "add a document",
            "POST",
            "/documents",
            List.of(Party.APPLICANT, Party.HANDLER, Party.DECIDER),
            DRAFT,
            APPLIED,
            VERIFYING,
            DETERMINED,
            NOTIFIED),
    APPLICATION("application", "提出申请", "apply", "POST", "/application", List.of(Party.APPLICANT), DRAFT),
    WITHDRAWAL(
            "withdrawal", "撤回", "withdraw", "POST", "/withdrawal", List.of(Party.APPLICANT), DRAFT, APPLIED, VERIFYING),
    SUPPLEMENTS(
            "supplements",
            "通知补正",
            "notice a supplement",
            "POST",
            "/supplements",
            List.of(Party.HANDLER),
            APPLIED,
            VERIFYING),
    SUPPLEMENT_RESPONSES(
            "supplement-responses",
            "补正",
            "respond to the supplement notice",
            "POST",
            "/supplement-responses",
            List.of(Party.APPLICANT),
            APPLIED,
            VERIFYING),
    ACCEPTANCE("acceptance", "受理或不予受理", "accept or refuse", "POST", "/acceptance", List.of(Party.HANDLER), APPLIED),
    ASSIGNMENTS(
            "assignments",
            "移交承办机关",
            "assign to an organ",
            "POST",
            "/assignments",
            List.of(Party.HANDLER, Party.DECIDER),
            APPLIED,
            VERIFYING),
    TEAM(
            "team",
            "指定办案组",
            "name the team",
            "PUT",
            "/team",
            List.of(Party.HANDLER, Party.DECIDER),
            APPLIED,
            VERIFYING,
            DETERMINED),
    CHECKLISTS(
            "checklists",
            "填写核实清单",
            "answer the checklist",
            "PUT",
            "/checklists/{subjectId}",
            List.of(Party.HANDLER),
            VERIFYING),
    EVALUATIONS(
            "evaluations",
            "评估",
            "evaluate",
            "POST",
            "/checklists/{subjectId}/evaluations",
            List.of(Party.HANDLER, Party.DECIDER),
            VERIFYING),
    DETERMINATIONS("determinations", "认定", "determine", "POST", "/determinations", List.of(Party.DECIDER), VERIFYING),
    FEEDBACK("feedback", "反馈", "give feedback", "POST", "/feedback", List.of(Party.HANDLER, Party.DECIDER), DETERMINED);

    /** Who, in relation to the case, does an act. */
    enum Party {
        /** Who applied, as long as the role lasts. */
        APPLICANT(new Text("申请人本人", "the applicant"), Role.APPLICANT),
        /** Handlers and organisation staff of the handling organ, or of its kind above. */
        HANDLER(new Text("承办机关的承办人", "a handler of the handling organ"), Role.HANDLER, Role.ORGANISATION),
        /** Deciders of the handling organ, or of its kind above, who did not handle the case. */
        DECIDER(new Text("认定机关未参与承办的人员", "a decider of the organ who did not handle the case"), Role.DECIDER);

        private final Text label;
        private final Role[] roles;

        Party(Text label, Role... roles) {
            this.label = label;
            this.roles = roles;
        }

        Text label() {
            return label;
        }

        /** The roles one of which it takes to be of this party. */
        Role[] roles() {
            return roles.clone();
        }
    }

    private final String noun;
    private final Text title;
    private final String method;
    private final String path;
    private final List<Party> parties;
    private final Set<ExemptionStatus> statuses;

    CaseAct(
            String noun,
            String zh,
            String en,
            String method,
            String path,
            List<Party> parties,
            ExemptionStatus... statuses) {
        this.noun = noun;
        this.title = new Text(zh, en);
        this.method = method;
        this.path = path;
        this.parties = parties;
        this.statuses = Set.of(statuses);
    }

    String noun() {
        return noun;
    }

    Text title() {
        return title;
    }

    String method() {
        return method;
    }

    /** The address below the case. */
    String path() {
        return path;
    }

    List<Party> parties() {
        return parties;
    }

    boolean possibleAt(ExemptionStatus status) {
        return statuses.contains(status);
    }
}
