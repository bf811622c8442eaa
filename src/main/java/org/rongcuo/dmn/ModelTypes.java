package org.rongcuo.dmn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.w3c.dom.Element;

/** The types that a model declares: names of item definitions, and what stands behind them. */
final class ModelTypes {
    static final Set<String> BUILT_IN = Set.of("string", "number", "boolean", "date");
    static final Set<String> DURATIONS = Set.of("days and time duration", "years and months duration");
    private static final Set<String> INTEGERS = Set.of("integer", "long", "double", "int", "float", "decimal");

    private final Map<String, Declared> declared = new HashMap<>();

    /**
     * What a type name stands for.
     *
     * @param base a built-in name; null for a structure
     * @param collection whether values are lists
     * @param words the allowed values of a string type; empty if there are none
     * @param range FEEL text of allowed values of a number or date type; null if there are none
     */
    record Declared(String base, boolean collection, List<String> words, String range) {}

    /** What values of a built-in type are, as facts and literals are held. */
    static Class<?> classOf(String base) {
        return switch (base) {
            case "number" -> BigDecimal.class;
            case "boolean" -> Boolean.class;
            case "date" -> LocalDate.class;
            default -> String.class;
        };
    }

    /** Reads and checks the item definitions. */
    ModelTypes(Element definitions, Findings findings) {
        for (var definition : Nodes.children(definitions, "itemDefinition")) {
            var name = Nodes.attribute(definition, "name");
            var place = Nodes.place(definition);
            if (name == null || name.isEmpty() || isBuiltIn(name) || INTEGERS.contains(name)) {
                findings.add("type-name", place, "类型须有名称,且不与内置类型同名", "a type needs a name that is not a built-in one");
            } else if (declared.put(name, read(definition, true, findings)) != null) {
                findings.add(
                        "type-duplicate",
                        place,
                        "类型重名:" + Findings.quote(name),
                        "two types are named " + Findings.quote(name));
            }
        }
    }

    /** What the name stands for, or null if no such type is known. */
    Declared of(String typeRef) {
        if (typeRef == null) {
            return null;
        }
        if (isBuiltIn(typeRef)) {
            return new Declared(typeRef, false, List.of(), null);
        }
        return declared.get(typeRef);
    }

    /** Reports a type reference that is absent from the model or not supported. */
    void check(String typeRef, Findings.Place place, Findings findings) {
        if (typeRef == null || of(typeRef) != null) {
            return;
        }
        refuse(typeRef, place, findings);
    }

    private static void refuse(String typeRef, Findings.Place place, Findings findings) {
        if (INTEGERS.contains(typeRef)) {
            findings.add(
                    "type-integer",
                    place,
                    "DMN 没有类型 " + typeRef + ",请用 number",
                    "DMN has no type " + typeRef + ": use number");
        } else {
            findings.add(
                    "type-not-allowed",
                    place,
                    "未知或不支持的类型 " + Findings.quote(typeRef) + ";可用 string、number、boolean、date 或本模型定义的类型",
                    "unknown or unsupported type " + Findings.quote(typeRef)
                            + "; use string, number, boolean, date or a type of this model");
        }
    }

    private static boolean isBuiltIn(String name) {
        return BUILT_IN.contains(name) || DURATIONS.contains(name);
    }

    private static Declared read(Element definition, boolean mayHaveParts, Findings findings) {
        var place = Nodes.place(definition);
        var collection = "true".equals(Nodes.attribute(definition, "isCollection"));
        var typeRef = Nodes.childText(definition, "typeRef");
        var components = Nodes.children(definition, "itemComponent");
        if (mayHaveParts && !components.isEmpty()) {
            components.forEach(component -> read(component, false, findings));
            if (typeRef != null) {
                findings.add(
                        "type-not-allowed", place, "结构类型不能另有 typeRef", "a structure may not have a typeRef as well");
            }
            return new Declared(null, collection, List.of(), null);
        }
        if (typeRef == null || !isBuiltIn(typeRef)) {
            refuse(typeRef == null ? "" : typeRef, place, findings);
            return new Declared("string", collection, List.of(), null);
        }
        var allowed = Nodes.child(definition, "allowedValues");
        if (allowed == null) {
            return new Declared(typeRef, collection, List.of(), null);
        }
        var text = Nodes.text(allowed);
        return typeRef.equals("string")
                ? new Declared(typeRef, collection, words(text, place, findings), null)
                : new Declared(typeRef, collection, List.of(), range(typeRef, text, place, findings));
    }

    private static List<String> words(String text, Findings.Place place, Findings findings) {
        var words = new ArrayList<String>();
        var parse = FeelParse.unaryTests(text, List.of());
        var literal = parse.code() == null && parse.tree() instanceof UnaryTestListNode list && !list.isNegated();
        if (literal) {
            for (var element : ((UnaryTestListNode) parse.tree()).getElements()) {
                if (element instanceof StringNode word
                        && !word.getValue().isBlank()
                        && !words.contains(word.getValue())) {
                    words.add(word.getValue());
                } else {
                    literal = false;
                }
            }
        }
        if (!literal || words.isEmpty() || words.size() > 200) {
            findings.add(
                    "allowed-values",
                    place,
                    "allowedValues 须为不重复的文字,如 \"有\",\"无\",至多200个",
                    "allowedValues must be distinct strings, such as \"有\",\"无\", at most 200");
        }
        return words;
    }

    private static String range(String base, String text, Findings.Place place, Findings findings) {
        try {
            var range = AllowedRange.of(text);
            if (base.equals("number") && range.isOf(BigDecimal.class)
                    || base.equals("date") && range.isOf(LocalDate.class)) {
                return text;
            }
        } catch (RuntimeException notRange) {
            // reported below, like a range of the wrong type
        }
        findings.add(
                "allowed-values",
                place,
                "allowedValues 须为字面值或区间,如 [0..100]、>= 0",
                "allowedValues must be literals or intervals, such as [0..100] or >= 0");
        return null;
    }
}
