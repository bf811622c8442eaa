package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
    private static final int MAX_KEYWORDS = 6;
    private static final int MAX_SIGNS = 3;

    /** Tokens that nest without brackets. */
    private static final Pattern NESTING_KEYWORD =
            Pattern.compile("(?<![\\p{L}\\p{N}_])(if|for|some|every|function|instance)(?![\\p{L}\\p{N}_])");

    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"", Pattern.DOTALL);
    private static final Pattern SIGNS = Pattern.compile("[-+](?:\\s*[-+]){" + MAX_SIGNS + "}");

    static FeelParse unaryTests(String text, Collection<String> names) {
        return parse(text, names, true);
    }

    static FeelParse expression(String text, Collection<String> names) {
        return parse(text, names, false);
    }

    private static FeelParse parse(String text, Collection<String> names, boolean unary) {
        if (text.length() > MAX_LENGTH) {
            return new FeelParse(null, "feel-too-long");
        }
        if (tooComplex(text)) {
            return new FeelParse(null, "feel-too-complex");
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
        List<FEELEvent> events = new ArrayList<>();
        var manager = new FEELEventListenersManager();
        manager.addListener(events::add);
        Map<String, Type> types = new HashMap<>();
        names.forEach(name -> types.put(name, BuiltInType.STRING));
        if (unary) {
            types.put("?", BuiltInType.STRING);
        }
        var parser = FEELParser.parse(manager, text, types, Map.of(), List.of(), List.of(), null);
        var parsed = unary ? parser.unaryTestsRoot() : parser.compilation_unit();
        if (!events.isEmpty()) {
            var unknown = events.stream().anyMatch(UnknownVariableErrorEvent.class::isInstance);
            return new FeelParse(null, unknown ? "feel-undeclared-name" : "feel-syntax");
        }
        var tree = parsed.accept(new ASTBuilderVisitor(types, null));
        return tree == null ? new FeelParse(null, "feel-syntax") : new FeelParse(tree, null);
    }

    private static boolean tooComplex(String text) {
        var depth = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '(' || c == '[' || c == '{') {
                if (++depth > MAX_NESTING) {
                    return true;
                }
            } else if ((c == ')' || c == ']' || c == '}') && depth > 0) {
                depth--;
            }
        }
        var withoutStrings = STRING.matcher(text).replaceAll("\"\"");
        return NESTING_KEYWORD.matcher(withoutStrings).results().count() > MAX_KEYWORDS
                || SIGNS.matcher(withoutStrings).find();
    }
}
