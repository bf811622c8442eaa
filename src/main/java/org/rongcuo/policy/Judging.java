package org.rongcuo.policy;

/** Who judges, and how much is told. Policy contract, "Evaluation". */
public enum Judging {
    /** The engine, checked against the row index: whatever goes on record. */
    ON_RECORD,
    /** The row index alone: what is asked by way of trial. */
    TRIAL,
    /** The row index alone, and why each row of each table matches or not. */
    EXPLAINED
}
