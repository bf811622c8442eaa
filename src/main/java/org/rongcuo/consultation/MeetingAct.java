package org.rongcuo.consultation;

import static org.rongcuo.procedure.CaseStatus.CONSULTING;
import static org.rongcuo.procedure.CaseStatus.SUBMITTED;

import java.util.List;
import org.rongcuo.cases.Act;
import org.rongcuo.cases.ActForm;
import org.rongcuo.cases.Party;

/** What members do on a case at a meeting. It is done at the address of the meeting, so no list of a case's acts has it. */
enum MeetingAct implements Act {
    RECUSAL("recusals", "回避", "recuse"),
    VOTE("votes", "表决", "vote"),
    CONCLUSION("conclusions", "形成会商结论", "conclude");

    private final ActForm form;

    MeetingAct(String noun, String zh, String en) {
        this.form = ActForm.of(
                "meeting-" + noun, zh, en, "POST", "/consultations", List.of(Party.COORDINATOR), CONSULTING, SUBMITTED);
    }

    @Override
    public ActForm form() {
        return form;
    }
}
