package org.rongcuo.dmn;

/** Whether an item is answered once for the case or for each subject (当事人). Policy contract, "What a model holds". */
public enum ItemScope {
    CASE,
    SUBJECT
}
