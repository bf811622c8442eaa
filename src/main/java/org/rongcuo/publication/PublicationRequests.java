package org.rongcuo.publication;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What callers send to public notices and objections. */
final class PublicationRequests {
    private PublicationRequests() {}

    /** Publishes the notice, or forgoes it. */
    record PublishNotice(
            @NotBlank @Size(max = 5000) @Schema(description = "公示内容,以预览为底稿 · the text, from the preview")
            String text,

            @Schema(description = "公示范围,缺省为办法所定,只能更窄 · the book's unless told, never wider")
            Audience audience,

            @Min(1)
            @Max(100)
            @Schema(
                    description =
                            "工作日数,为办法所定;办法未能得出时由人写明 · working days as the book sets; named by a person where it does not tell")
            Integer days,

            @Size(max = 1000)
            @Schema(description = "范围更窄、或者由人确定的理由 · why narrower than the book, or why so where the book does not tell")
            String reasons) {}

    /** Forgoes the notice that the book wants. */
    record WaiveNotice(
            @NotBlank @Size(max = 1000) @Schema(description = "不公示的理由 · why there shall be no notice")
            String reasons) {}

    /** Takes the notice down. */
    record WithdrawNotice(
            @NotBlank @Size(max = 1000) @Schema(description = "理由 · reasons")
            String reasons) {}

    /** Objects to a notice. */
    record RaiseObjection(
            @NotBlank @Size(max = 4000) @Schema(description = "异议内容 · what is objected")
            String text,

            @Size(max = 4000) @Schema(description = "证据说明 · the evidence, in words")
            String evidence,

            @Size(max = 100) @Schema(description = "姓名,可不填;密封保存 · name, may be left out; kept sealed")
            String name,

            @Size(max = 200) @Schema(description = "联系方式,可不填;密封保存 · contact, may be left out; kept sealed")
            String contact) {}

    /** Answers an objection. */
    record AnswerObjection(
            @NotNull
            @Schema(
                    description =
                            "异议是否成立:true 成立,退回再核查,false 不成立 · true upheld, the case is verified again, false not upheld")
            Boolean upheld,

            @NotBlank @Size(max = 4000) @Schema(description = "答复,异议人凭回执号可见 · read by the objector")
            String answer) {}
}
