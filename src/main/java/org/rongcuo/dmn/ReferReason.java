package org.rongcuo.dmn;

import java.util.List;
import java.util.Objects;
import org.rongcuo.shared.Text;

/**
 * A coded reason to refer a matter to human judgement (需人工研判).
 *
 * @param code {@code no-row}, {@code multiple-rows}, {@code outside-vocabulary}, {@code engine-error},
 *     {@code bottom-line-contradiction}, {@code catch-all-only} or {@code engine-disagreement}
 * @param text the reason in words
 * @param subjects ids of the decisions and rows concerned, the decision first
 */
public record ReferReason(String code, Text text, List<String> subjects) {
    public ReferReason {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
        subjects = List.copyOf(subjects);
    }
}
