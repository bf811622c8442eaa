package org.rongcuo.dmn;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Items and decisions that keep their id and bear another name in the newer version: the FEEL texts of the older one as
 * they read by the new names, so that a new name alone changes no expression, column or cell.
 */
final class Renames {
    static final Renames NONE = new Renames(Map.of());

    private final Map<String, String> names;
    private final Pattern pattern;

    Renames(ModelOutline before, ModelOutline after) {
        this(names(before, after));
    }

    private Renames(Map<String, String> names) {
        this.names = names;
        // Names that stay are looked for too, lest a part of one be taken for another; strings are left alone.
        var longestFirst = names.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        this.pattern = names.entrySet().stream().allMatch(name -> name.getKey().equals(name.getValue()))
                ? null
                : Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|(?<![\\p{L}\\p{N}_])(?<name>" + longestFirst
                        + ")(?![\\p{L}\\p{N}_])");
    }

    private static Map<String, String> names(ModelOutline before, ModelOutline after) {
        Map<String, String> names = new HashMap<>();
        for (var item : before.items()) {
            names.put(item.name(), after.item(item.id()).map(Item::name).orElse(item.name()));
        }
        for (var decision : before.decisions()) {
            names.put(
                    decision.name(),
                    after.decision(decision.id()).map(DecisionOutline::name).orElse(decision.name()));
        }
        return names;
    }

    /** The FEEL text by the newer version's names. */
    String in(String feel) {
        return pattern == null ? feel : pattern.matcher(feel).replaceAll(found -> quoted(found));
    }

    private String quoted(MatchResult found) {
        var name = found.group(1);
        return java.util.regex.Matcher.quoteReplacement(name == null ? found.group() : names.get(name));
    }
}
