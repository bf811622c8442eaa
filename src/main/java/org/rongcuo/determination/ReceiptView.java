package org.rongcuo.determination;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 送达回证. @param witnesses empty where it was signed for */
@Schema(name = "Receipt")
record ReceiptView(String receivedBy, LocalDate receivedOn, boolean refusedToSign, List<String> witnesses) {
    /** Null for null. */
    static ReceiptView of(FeedbackReceipt receipt) {
        return receipt == null
                ? null
                : new ReceiptView(
                        receipt.receivedBy(), receipt.receivedOn(), receipt.refusedToSign(), receipt.witnesses());
    }
}
