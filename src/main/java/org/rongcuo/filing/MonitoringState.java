package org.rongcuo.filing;

/** How far a monitoring record is from being settled. */
enum MonitoringState {
    /** Nothing is to be corrected. */
    NONE,
    /** Something is to be corrected; the applicant owes a response. */
    OPEN,
    /** The applicant has responded; the handler judges. */
    RESPONDED,
    /** The handler has accepted what was done. */
    ACCEPTED;

    boolean isSettled() {
        return this == NONE || this == ACCEPTED;
    }
}
