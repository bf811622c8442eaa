package org.rongcuo.policy;

import java.util.Map;

/**
 * What an evaluation reads, by item id.
 *
 * @param known the answers given
 * @param assumed what takes the place of open items that are proven immaterial; goes before an answer
 *     that does not fit all books
 */
record Facts(Map<String, Object> known, Map<String, Object> assumed) {
    /** The value; null if there is none. */
    Object of(String item) {
        return assumed.containsKey(item) ? assumed.get(item) : known.get(item);
    }
}
