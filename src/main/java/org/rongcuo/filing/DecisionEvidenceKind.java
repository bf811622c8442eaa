package org.rongcuo.filing;

import org.rongcuo.shared.Text;

/** The steps that a major decision passes (重大行政决策程序暂行条例; 三重一大). */
enum DecisionEvidenceKind {
    RESEARCH("调研论证", "research"),
    EXPERT("专家论证", "expert appraisal"),
    RISK("风险评估", "risk assessment"),
    LEGALITY("合法性审查", "legality review"),
    COLLECTIVE("集体研究", "collective deliberation"),
    PARTICIPATION("公众参与", "public participation");

    private final Text label;

    DecisionEvidenceKind(String zh, String en) {
        this.label = new Text(zh, en);
    }

    Text label() {
        return label;
    }
}
