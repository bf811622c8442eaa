package org.rongcuo.policy;

/** Whether a book in force may be read by anyone, or by registered persons only. */
public enum Visibility {
    PUBLIC,
    INTERNAL
}
