package org.rongcuo.dmn;

/** What kind of value answers an item: a word of a list, a decimal number, yes or no, a calendar day. Policy contract, "What a model holds". */
public enum ItemType {
    STRING,
    NUMBER,
    BOOLEAN,
    DATE
}
