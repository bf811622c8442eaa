package org.rongcuo.dmn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A situation and what the book must make of it. Values are String, BigDecimal in one form, Boolean, LocalDate, null
 * ("no value"), a List or a Map of these; a fact is never null: what is unknown is left out.
 *
 * @param id unique in its suite
 * @param description the situation as a sentence; null if none is written
 * @param facts by the item's name
 * @param expected by the decision's name; only these are compared
 */
public record TestCase(String id, String description, Map<String, Object> facts, Map<String, Object> expected) {
    public TestCase {
        Objects.requireNonNull(id, "id");
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        expected = Collections.unmodifiableMap(new LinkedHashMap<>(expected));
    }
}
