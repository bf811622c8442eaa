package org.rongcuo.policy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reason in writing for going on although something stands against a version (policy-contract "Versions": a table not
 * proven, a row without a test, a nonconforming child).
 *
 * @param gate the code of the gate that it answers
 * @param subject what stands against it: the id of a decision or of a row, or the key of a book
 */
public record WrittenReason(
        @NotNull @Size(max = 60) @Schema(description = "关口代码,如 not-proven · the gate's code")
        String gate,

        @NotNull @Size(max = 200) @Schema(description = "决策、行的标识或办法 · id of the decision or row, or key of the book")
        String subject,

        @NotBlank @Size(max = 2000) String reason) {}
