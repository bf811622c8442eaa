package org.rongcuo.cases;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.shared.Text;

/** How a case began. */
@Schema(name = "CaseStart")
public enum Start {
    APPLICATION("申请", "application"),
    EX_OFFICIO("主动启动", "ex officio");

    private final Text label;

    Start(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
