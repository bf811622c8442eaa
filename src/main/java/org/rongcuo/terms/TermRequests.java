package org.rongcuo.terms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.procedure.Step;

/** What callers send to the acts on a case's terms. */
final class TermRequests {
    private TermRequests() {}

    /** 延长期限. */
    record ExtendStep(
            @NotNull @Schema(description = "延长哪一步骤 · which step")
            Step step,

            @Schema(description = "步骤所指的异议、复议等,案件本身的步骤不填 · what the step is about, none for the case's own")
            UUID reference,

            @NotBlank @Size(max = 10_000) @Schema(description = "理由 · reasons")
            String reasons) {}

    /** 搁置. */
    record DeferCase(
            @NotBlank @Size(max = 10_000) @Schema(description = "哪些事实难以查清、为何 · which facts cannot be settled, and why")
            String reasons,

            @Schema(description = "再次核查日期,缺省按办理期限规定 · to be verified again on, by the book unless told")
            LocalDate reverifyOn) {}

    /** 续期. */
    record RenewDeferral(
            @NotBlank @Size(max = 10_000) @Schema(description = "续期理由 · reasons")
            String reasons,

            @Schema(description = "再次核查日期,缺省按办理期限规定 · to be verified again on, by the book unless told")
            LocalDate reverifyOn) {}

    /** 恢复核实. */
    record ResumeVerification(
            @NotBlank @Size(max = 10_000) @Schema(description = "理由 · reasons")
            String reasons,

            @Size(max = 100) @Schema(description = "据以恢复的材料 · documents it rests on")
            List<@NotNull UUID> evidence) {}

    /** 终止认定. */
    record LeaveUnresolved(
            @NotBlank @Size(max = 10_000) @Schema(description = "理由 · reasons")
            String reasons) {}

    /** 重启核实. */
    record ReopenCase(
            @NotBlank @Size(max = 10_000) @Schema(description = "理由 · reasons")
            String reasons,

            @NotEmpty
            @Size(max = 100)
            @Schema(
                    description =
                            "证据材料,至少一件系终止认定之后提交 · evidence, at least one added since the case was left unresolved")
            List<@NotNull UUID> evidence) {}
}
