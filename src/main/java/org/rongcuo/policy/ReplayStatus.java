package org.rongcuo.policy;

/** How far a replay, or a part of one, has come. */
enum ReplayStatus {
    WAITING,
    RUNNING,
    FINISHED,
    CANCELLED,
    FAILED;

    boolean isOpen() {
        return this == WAITING || this == RUNNING;
    }
}
