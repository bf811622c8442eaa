package org.rongcuo.verification;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.shared.Text;

/** 办理路径: how the book that speaks would have a case handled; the later ones ask for more. */
@Schema(name = "CaseRoute")
enum Route {
    SIMPLIFIED("简易", "simplified"),
    ORDINARY("普通", "ordinary"),
    CONSULTATION("会商", "joint consultation"),
    HEARING("听证", "hearing"),
    THIRD_PARTY("第三方", "third party");

    private final Text label;

    Route(String zh, String en) {
        this.label = new Text(zh, en);
    }

    Text label() {
        return label;
    }

    /** Whether the coordination group is asked before the case is determined. */
    boolean asksTheGroup() {
        return compareTo(CONSULTATION) >= 0;
    }

    /** The route of a table's word; empty for a word that names none. */
    static Optional<Route> of(Object word) {
        return Arrays.stream(values())
                .filter(route -> route.label.zh().equals(word))
                .findFirst();
    }
}
