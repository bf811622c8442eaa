package org.rongcuo.cases;

/** The two kinds of case; prior filings (PRIOR_FILING) come with the whole procedure. */
public enum CaseKind {
    EXEMPTION
}
