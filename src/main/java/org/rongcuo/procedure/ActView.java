package org.rongcuo.procedure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.rongcuo.shared.Text;

/**
 * An act on a case as the current caller finds it.
 *
 * @param act the noun under the case, such as {@code acceptance}
 * @param method HTTP method
 * @param href address to send it to; {@code {…}} stands for a part the caller fills in
 * @param allowed whether the caller may do it now
 * @param reason why not; null when allowed
 */
public record ActView(
        String act,
        Text title,
        String method,
        String href,
        boolean allowed,
        @Nullable Reason reason) {
    /** A coded reason. */
    @Schema(name = "ActReason")
    public record Reason(String code, Text text) {}
}
