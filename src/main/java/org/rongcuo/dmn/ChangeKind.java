package org.rongcuo.dmn;

/** What became of an item, a decision, a column or a row from one version to the next. */
public enum ChangeKind {
    ADDED,
    REMOVED,
    CHANGED,
    /** A row that says the same at another place of a table whose order counts. */
    MOVED
}
