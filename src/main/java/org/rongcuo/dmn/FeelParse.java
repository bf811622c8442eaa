package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.impl.FEELEventListenersManager;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.parser.feel11.ASTBuilderVisitor;
import org.kie.dmn.feel.parser.feel11.FEELParser;
import org.kie.dmn.feel.runtime.events.UnknownVariableErrorEvent;

/**
 * A FEEL text as the engine's own parser reads it, without evaluating anything. Texts that could keep the parser busy
 * are refused before it sees them.
 *
 * @param tree the syntax tree; null if the text was refused
 * @param code why it was refused; null if it was not
 */
record FeelParse(BaseNode tree, String code) {
    static final int MAX_LENGTH = 4000;
    static final int MAX_NESTING = 6;
    private static final int MAX_TOKENS = 48;
    private static final int MAX_RELATIONS = 6;
    private static final int MAX_RANGES = 16;
    private static final int MAX_LISTS = 4;
    private static final int MAX_KEYWORDS = 6;
    private static final int INTRICATE = 12;
    private static final int MAX_SIGNS = 3;

    private static final Pattern TOKEN = Pattern.compile(
            "(?<literal>\"(?:[^\"\\\\]|\\\\.)*+\"|\\d+(?:\\.\\d+)?|,)"
                    + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_]*+)"
                    + "|(?<comment>/\\*|//)|(?<range>\\.\\.)|(?<path>\\.)|(?<relation>[<>!]?=|[<>])|(?<sign>[-+])|\\S",
            Pattern.DOTALL);

    /** Words that nest without brackets. */
    private static final Set<String> NESTING = Set.of("if", "for", "some", "every", "function", "instance");

    private static final Set<String> RELATIONS = Set.of("in", "between");

    static FeelParse unaryTests(String text, Collection<String> names) {
        return parse(text, names, true);
    }

    static FeelParse expression(String text, Collection<String> names) {
        return parse(text, names, false);
    }

    /** Whether the text costs the parser more than a usual cell does; a model may hold only so many of these. */
    static boolean isIntricate(String text) {
        return TOKEN.matcher(text)
                        .results()
                        .filter(token -> token.group(1) == null)
                        .limit(INTRICATE + 1L)
                        .count()
                > INTRICATE;
    }

    private static FeelParse parse(String text, Collection<String> names, boolean unary) {
        if (text.length() > MAX_LENGTH) {
            return new FeelParse(null, "feel-too-long");
        }
        var refused = refusedBeforeParsing(text);
        if (refused != null) {
            return new FeelParse(null, refused);
        }
        try {
            return build(text, names, unary);
        } catch (StackOverflowError deep) {
            return new FeelParse(null, "feel-too-complex");
        } catch (RuntimeException unparsable) {
            // The parser answers some malformed texts with an exception of its own.
            return new FeelParse(null, "feel-syntax");
        }
    }

    private static FeelParse build(String text, Collection<String> names, boolean unary) {
        SilentEngine.ensure();
        List<FEELEvent> events = new ArrayList<>();
        var manager = new FEELEventListenersManager();
        manager.addListener(events::add);
        Map<String, Type> types = new HashMap<>();
        names.forEach(name -> types.put(name, BuiltInType.STRING));
        if (unary) {
            types.put("?", BuiltInType.STRING);
        }
        var parser = FEELParser.parse(manager, text, types, Map.of(), List.of(), List.of(), null);
        parser.setErrorHandler(new BailErrorStrategy());
        var parsed = unary ? parser.unaryTestsRoot() : parser.compilation_unit();
        if (!events.isEmpty()) {
            var unknown = events.stream().anyMatch(UnknownVariableErrorEvent.class::isInstance);
            return new FeelParse(null, unknown ? "feel-undeclared-name" : "feel-syntax");
        }
        var tree = parsed.accept(new ASTBuilderVisitor(types, null));
        return tree == null ? new FeelParse(null, "feel-syntax") : new FeelParse(tree, null);
    }

    /**
     * The parser's grammar is ambiguous: chains of comparisons, of {@code in} or of dots keep it busy for minutes within
     * a thousand characters. Literals and commas cost little, so that enumerations may be long; everything else is
     * counted. A dot that belongs to no number or range is a path, a slash pair a comment: neither is allowed.
     *
     * @return the code of the refusal, or null
     */
    private static String refusedBeforeParsing(String text) {
        int depth = 0;
        int tokens = 0;
        int relations = 0;
        int ranges = 0;
        int brackets = 0;
        int lists = 0;
        int keywords = 0;
        int signs = 0;
        var matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (matcher.group("path") != null || matcher.group("comment") != null) {
                return "feel-not-allowed";
            }
            if (matcher.group("literal") != null) {
                signs = 0;
                continue;
            }
            tokens++;
            signs = matcher.group("sign") == null ? 0 : signs + 1;
            var word = matcher.group("word");
            keywords += word != null && NESTING.contains(word) ? 1 : 0;
            relations += matcher.group("relation") != null || word != null && RELATIONS.contains(word) ? 1 : 0;
            ranges += matcher.group("range") != null ? 1 : 0;
            switch (matcher.group()) {
                case "(", "{" -> depth++;
                case "[" -> {
                    depth++;
                    brackets++;
                    // A range's bracket comes before its dots; what is open beyond that is a list.
                    lists = Math.max(lists, brackets - ranges);
                }
                case ")", "]", "}" -> depth = Math.max(0, depth - 1);
                default -> {
                    // neither opens nor closes
                }
            }
            if (depth > MAX_NESTING
                    || tokens > MAX_TOKENS
                    || relations > MAX_RELATIONS
                    || ranges > MAX_RANGES
                    || brackets > 2 * MAX_RANGES
                    || lists > MAX_LISTS
                    || keywords > MAX_KEYWORDS
                    || signs > MAX_SIGNS) {
                return "feel-too-complex";
            }
        }
        return null;
    }
}
