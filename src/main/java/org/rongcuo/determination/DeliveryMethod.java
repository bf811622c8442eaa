package org.rongcuo.determination;

import org.rongcuo.shared.Text;

/** How a paper reached the subject. */
enum DeliveryMethod {
    IN_PERSON("当面送达", "in person"),
    POST("邮寄送达", "by post"),
    THROUGH_UNIT("由所在单位转交", "through the unit"),
    ELECTRONIC("电子送达", "electronically"),
    /** 留置: left where the subject lives or works, before two witnesses. */
    LEFT("留置送达", "left at the place");

    private final Text label;

    DeliveryMethod(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
