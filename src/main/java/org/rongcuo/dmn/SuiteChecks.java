package org.rongcuo.dmn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rongcuo.dmn.SuiteFindings.Place;

/**
 * What holds for every test suite, whichever form it comes in: how many cases, which ids, which values. Puts values
 * into the one form in which suites are kept.
 */
final class SuiteChecks {
    static final int MAX_CASES = 2000;
    static final int MAX_ID = 100;
    static final int MAX_DESCRIPTION = 1000;
    static final int MAX_TEXT = 4000;
    static final int MAX_NODES = 1000;
    static final int MAX_NESTING = 4;

    private final SuiteFindings findings;
    private final Set<String> ids = new HashSet<>();

    SuiteChecks(SuiteFindings findings) {
        this.findings = findings;
    }

    void cases(int count) {
        if (count > MAX_CASES) {
            findings.add(
                    "suite-too-many-cases",
                    Place.SUITE,
                    "测试至多" + MAX_CASES + "例",
                    "there may be at most " + MAX_CASES + " cases");
        }
    }

    void id(String id, Place place) {
        if (id == null || id.isBlank() || id.length() > MAX_ID || !isXml(id)) {
            findings.add(
                    "suite-case-id",
                    place,
                    "每例须有 id,至多" + MAX_ID + "字",
                    "every case needs an id of at most " + MAX_ID + " characters");
        } else if (!ids.add(id)) {
            findings.add("suite-case-id-duplicate", place, "有两例的 id 相同", "two cases have this id");
        }
    }

    void description(String description, Place place) {
        if (description != null && (description.length() > MAX_DESCRIPTION || !isXml(description))) {
            findings.add(
                    "suite-description",
                    place,
                    "说明至多" + MAX_DESCRIPTION + "字,不得含控制字符",
                    "a description has at most " + MAX_DESCRIPTION + " characters, none of them a control character");
        }
    }

    /** Whether no more nodes than a case may have. */
    boolean nodes(int count, Place place) {
        if (count > MAX_NODES) {
            findings.add(
                    "suite-too-many-nodes",
                    place,
                    "一例至多" + MAX_NODES + "项",
                    "a case has at most " + MAX_NODES + " facts or expected values");
        }
        return count <= MAX_NODES;
    }

    /** A fact in its kept form; null after a finding. */
    Object fact(Object raw, Place place) {
        if (raw == null) {
            findings.add("suite-fact-null", place, "未查明的事项请不要列出,不能填空值", "leave an unknown item out; null is no fact");
            return null;
        }
        return value(raw, place, 0);
    }

    /** An expected value in its kept form; null for "no value", and after a finding. */
    Object expected(Object raw, Place place) {
        return value(raw, place, 0);
    }

    private Object value(Object raw, Place place, int depth) {
        if (depth > MAX_NESTING) {
            findings.add(
                    "suite-too-deep",
                    place,
                    "值的嵌套超过" + MAX_NESTING + "层",
                    "the value is nested deeper than " + MAX_NESTING);
            return null;
        }
        if (raw instanceof String text) {
            return text(text, place);
        }
        if (raw instanceof Number number) {
            return number(number, place);
        }
        if (raw instanceof List<?> list && nodes(list.size(), place)) {
            List<Object> values = new ArrayList<>();
            list.forEach(each -> values.add(value(each, place, depth + 1)));
            return Collections.unmodifiableList(values);
        }
        if (raw instanceof Map<?, ?> map && map.isEmpty()) {
            findings.add("suite-value", place, "结构须有分项", "a structure needs components");
            return null;
        }
        if (raw instanceof Map<?, ?> map && nodes(map.size(), place)) {
            Map<String, Object> values = new LinkedHashMap<>();
            map.forEach((key, each) -> values.put(name(key, place), value(each, place, depth + 1)));
            return Collections.unmodifiableMap(values);
        }
        if (raw == null || raw instanceof Boolean || raw instanceof LocalDate) {
            return raw;
        }
        if (!(raw instanceof List<?>) && !(raw instanceof Map<?, ?>)) {
            findings.add("suite-type", place, "不是可用的值", "this is no value that a test can hold");
        }
        return null;
    }

    private String name(Object key, Place place) {
        var name = String.valueOf(key);
        if (name.isBlank() || name.length() > MAX_ID || !isXml(name)) {
            findings.add("suite-component-name", place, "分项须有名称", "a component needs a name");
        }
        return name;
    }

    private String text(String text, Place place) {
        if (text.length() > MAX_TEXT || !isXml(text)) {
            findings.add(
                    "suite-text",
                    place,
                    "文字至多" + MAX_TEXT + "字,不得含控制字符",
                    "a text has at most " + MAX_TEXT + " characters, none of them a control character");
        }
        return text;
    }

    private BigDecimal number(Number raw, Place place) {
        try {
            var value = raw instanceof BigDecimal decimal ? decimal : new BigDecimal(raw.toString());
            if (Item.isBounded(value)) {
                return Item.inOneForm(value);
            }
        } catch (NumberFormatException notFinite) {
            // reported below, like a number that is out of bounds
        }
        findings.add("suite-number", place, "数字须有限,至多34位", "a number must be finite, of at most 34 digits");
        return null;
    }

    /** Whether XML 1.0 can hold the text, which knows no control characters and no half of a character. */
    static boolean isXml(String text) {
        return text.codePoints()
                .allMatch(point -> point == '\t'
                        || point == '\n'
                        || point == '\r'
                        || point >= 0x20 && point <= 0xD7FF
                        || point >= 0xE000 && point <= 0xFFFD
                        || point >= 0x10000);
    }
}
