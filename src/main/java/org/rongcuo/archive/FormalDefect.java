package org.rongcuo.archive;

import org.rongcuo.shared.Text;

/** What a registrar may return papers for: their form alone, never the outcome. */
enum FormalDefect {
    PAPER_MISSING("缺少应报文书", "a paper is missing"),
    WRONG_NUMBER("文号或案号有误", "a number is wrong"),
    SIGNATURE_MISSING("缺少签名", "a signature is missing"),
    SEAL_MISSING("缺少印章", "a seal is missing"),
    DATE_WRONG("日期缺漏或有误", "a date is missing or wrong"),
    WRONG_ORGAN("主送机关有误", "addressed to the wrong organ"),
    LIST_MISMATCH("清单与材料不符", "the list does not match the papers"),
    ILLEGIBLE("扫描件无法辨认", "a copy cannot be read");

    private final Text label;

    FormalDefect(String zh, String en) {
        this.label = new Text(zh, en);
    }

    Text label() {
        return label;
    }
}
