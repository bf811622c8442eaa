package org.rongcuo.access;

import org.rongcuo.shared.Text;

/**
 * Confidentiality of a case and clearance of a person, in rising order. State secrets (国家秘密) do not belong in this
 * system.
 */
public enum Level {
    PUBLIC("公开", "public"),
    INTERNAL("内部", "internal"),
    SENSITIVE("敏感", "sensitive"),
    RESTRICTED("严格限制", "restricted");

    private final Text label;

    Level(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
