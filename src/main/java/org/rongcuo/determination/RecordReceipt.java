package org.rongcuo.determination;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rongcuo.procedure.ExemptionMove.ReceiptOf;
import org.rongcuo.shared.Violation;

/** 送达回证: who took a paper and when, or refused to sign. */
record RecordReceipt(
        @NotBlank @Size(max = 200) @Schema(description = "签收人;拒签或留置的写受送达人 · who took it, or would not sign")
        String receivedBy,

        @NotNull @Schema(description = "签收(留置)日期 · on which day")
        LocalDate receivedOn,

        @Schema(description = "是否拒绝签收,缺省 false · whether signing was refused")
        Boolean refusedToSign,

        @Size(max = 10) @Schema(description = "见证人,拒签或留置须有两名 · witnesses, two where signing was refused")
        List<@NotBlank @Size(max = 100) String> witnesses) {

    boolean refused() {
        return Boolean.TRUE.equals(refusedToSign);
    }

    List<String> seenBy() {
        return witnesses == null ? List.of() : List.copyOf(witnesses);
    }

    ReceiptOf entry() {
        return new ReceiptOf(receivedBy, receivedOn, refused(), seenBy());
    }

    /**
     * What contradicts.
     *
     * @param receipt null when none has come back
     * @param pointer where it stands in the request's body
     */
    static void check(
            RecordReceipt receipt,
            DeliveryMethod method,
            LocalDate deliveredOn,
            LocalDate today,
            String pointer,
            List<Violation> violations) {
        if (receipt == null) {
            if (method == DeliveryMethod.LEFT) {
                violations.add(Violation.at(
                        pointer,
                        "receipt-of-leaving",
                        "留置送达须记明日期和两名见证人",
                        "What was left is recorded with two witnesses"));
            }
            return;
        }
        if (receipt.receivedOn().isBefore(deliveredOn) || receipt.receivedOn().isAfter(today)) {
            violations.add(Violation.at(
                    pointer + "/receivedOn",
                    "receipt-date",
                    "签收日期应在送达之后、今日之前(含当日)",
                    "The receipt lies between the delivery and today"));
        }
        var witnessed = receipt.seenBy().stream().distinct().count() >= 2;
        if ((receipt.refused() || method == DeliveryMethod.LEFT) && !witnessed) {
            violations.add(Violation.at(
                    pointer + "/witnesses",
                    "two-witnesses",
                    "拒绝签收或留置送达的,须有两名见证人",
                    "Refused or left, it takes two witnesses"));
        }
    }
}
