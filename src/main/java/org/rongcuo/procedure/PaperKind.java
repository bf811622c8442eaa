package org.rongcuo.procedure;

import org.rongcuo.shared.Text;

/** The official papers (文书) that the steps issue. */
public enum PaperKind {
    ACCEPTANCE_NOTICE("受理通知书", "notice of acceptance"),
    REFUSAL_NOTICE("不予受理通知书", "notice of refusal"),
    SUPPLEMENT_NOTICE("补正通知书", "supplement notice"),
    VERIFICATION_REPORT("核实报告", "verification report"),
    DETERMINATION("容错认定书", "determination"),
    FEEDBACK("认定结果反馈书", "feedback"),
    REVIEW_DECISION("复议决定书", "review decision"),
    PUBLIC_NOTICE("公示", "public notice"),
    CORRECTION_NOTICE("纠错整改通知书", "correction notice"),
    FILING_FEEDBACK("报备反馈书", "feedback on a filing");

    private final Text label;

    PaperKind(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
