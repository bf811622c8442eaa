package org.rongcuo.dmn;

/** Where a fact comes from: an answer on the checklist, the prior filing, the state of the correction, or earlier cases of the subject. Policy contract, "What a model holds". */
public enum ItemSource {
    ANSWER,
    FILING,
    CORRECTION,
    HISTORY
}
