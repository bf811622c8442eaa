package org.rongcuo.dmn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether an expected and an actual value are the same: numbers by value, dates by their text, since JSON has none,
 * structures by their parts. Lists are compared in order, but those of a COLLECT table as bags: the standard gives its
 * hits no order.
 */
final class TestValues {
    private TestValues() {}

    /** @param anyOrder whether the value is the list of a COLLECT table; lists inside it keep their order */
    static boolean same(Object expected, Object actual, boolean anyOrder) {
        if (expected instanceof BigDecimal number && actual instanceof BigDecimal other) {
            return number.compareTo(other) == 0;
        }
        if (expected instanceof String text && actual instanceof LocalDate date) {
            return text.equals(date.toString());
        }
        if (expected instanceof List<?> list && actual instanceof List<?> other) {
            return list.size() == other.size() && (anyOrder ? sameBag(list, other) : sameList(list, other));
        }
        if (expected instanceof Map<?, ?> map && actual instanceof Map<?, ?> other) {
            return map.keySet().equals(other.keySet())
                    && map.keySet().stream().allMatch(key -> same(map.get(key), other.get(key), false));
        }
        return expected == null ? actual == null : expected.equals(actual);
    }

    private static boolean sameList(List<?> list, List<?> other) {
        for (int n = 0; n < list.size(); n++) {
            if (!same(list.get(n), other.get(n), false)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameBag(List<?> list, List<?> other) {
        List<Object> left = new ArrayList<>(other);
        for (var each : list) {
            var found = 0;
            while (found < left.size() && !same(each, left.get(found), false)) {
                found++;
            }
            if (found == left.size()) {
                return false;
            }
            left.remove(found);
        }
        return true;
    }
}
