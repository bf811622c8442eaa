package org.rongcuo.cases;

import org.rongcuo.shared.Text;

/** How a written feedback reached the subject. */
public enum DeliveryMethod {
    IN_PERSON("当面送达", "in person"),
    POST("邮寄送达", "by post"),
    THROUGH_UNIT("由所在单位转交", "through the unit"),
    ELECTRONIC("电子送达", "electronically");

    private final Text label;

    DeliveryMethod(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
