package org.rongcuo.procedure;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.shared.Text;

/** 办理路径: how the book that speaks would have a case handled; the later ones ask for more. */
@Schema(name = "CaseRoute")
public enum Route {
    SIMPLIFIED("简易", "simplified"),
    ORDINARY("普通", "ordinary"),
    CONSULTATION("会商", "joint consultation"),
    HEARING("听证", "hearing"),
    THIRD_PARTY("第三方", "third party");

    private final Text label;

    Route(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }

    /** What the rule books call it. */
    public String word() {
        return label.zh();
    }

    /** Whether the coordination group is asked before the case is determined. */
    public boolean asksTheGroup() {
        return compareTo(CONSULTATION) >= 0;
    }

    /** The route of a table's word; empty for a word that names none. */
    public static Optional<Route> of(Object word) {
        return Arrays.stream(values())
                .filter(route -> route.label.zh().equals(word))
                .findFirst();
    }
}
