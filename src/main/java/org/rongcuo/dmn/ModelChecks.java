package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** What a model must hold beyond its elements: ids, names, types, tables of the right shape, no circles. */
final class ModelChecks {
    static final int MAX_ITEMS = 300;
    static final int MAX_DECISIONS = 200;

    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
    private static final Pattern NC_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.\\-]{0,127}");

    /** Letters, digits and underscores in words parted by one space: a name that FEEL reads in one way only. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(?: [\\p{L}\\p{N}_]+)*");

    private static final Set<String> RESERVED = Set.of(
            "if",
            "then",
            "else",
            "for",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "and",
            "or",
            "not",
            "between",
            "instance",
            "of",
            "function",
            "external",
            "true",
            "false",
            "null",
            "count",
            "sum",
            "min",
            "max",
            "contains",
            "date",
            "time",
            "duration",
            "floor",
            "ceiling",
            "abs",
            "now",
            "today",
            "list",
            "string",
            "number",
            "get");

    private final Element definitions;
    private final ModelTypes types;
    private final Findings findings;
    private final TableChecks tables;

    ModelChecks(Element definitions, ModelTypes types, Findings findings) {
        this.definitions = definitions;
        this.types = types;
        this.findings = findings;
        this.tables = new TableChecks(types, findings);
    }

    void check(BookKind kind) {
        caps();
        ids();
        for (var item : Nodes.children(definitions, "inputData")) {
            named(item);
            item(item);
        }
        for (var decision : Nodes.children(definitions, "decision")) {
            named(decision);
            decision(decision);
        }
        distinctNames();
        kind(kind);
    }

    private void caps() {
        var root = Nodes.place(definitions);
        for (var attribute : List.of("name", "namespace")) {
            if (Nodes.attribute(definitions, attribute) == null
                    || Nodes.attribute(definitions, attribute).isEmpty()) {
                findings.add(
                        "definitions-incomplete",
                        root,
                        "definitions 缺少属性 " + attribute,
                        "definitions lack " + attribute);
            }
        }
        if (Nodes.children(definitions, "inputData").size() > MAX_ITEMS
                || Nodes.children(definitions, "decision").size() > MAX_DECISIONS) {
            findings.add(
                    "model-too-large",
                    root,
                    "核实项至多" + MAX_ITEMS + "个,决策至多" + MAX_DECISIONS + "个",
                    "at most " + MAX_ITEMS + " items and " + MAX_DECISIONS + " decisions");
        }
    }

    private void ids() {
        ids(definitions, new HashSet<>());
    }

    private void ids(Element element, Set<String> seen) {
        var id = Nodes.attribute(element, "id");
        if (id != null && !NC_NAME.matcher(id).matches()) {
            findings.add(
                    "id-malformed",
                    Nodes.place(element),
                    "id 只能含字母、数字、_ . -",
                    "an id may hold letters, digits, _ . - only");
        }
        if (id != null && !seen.add(id)) {
            findings.add(
                    "id-duplicate",
                    Nodes.place(element),
                    "id 重复:" + Findings.quote(id),
                    "id is not unique: " + Findings.quote(id));
        }
        Nodes.children(element).forEach(child -> ids(child, seen));
    }

    private void named(Element element) {
        var place = Nodes.place(element);
        var id = Nodes.attribute(element, "id");
        if (id == null || !KEY.matcher(id).matches()) {
            findings.add(
                    "id-not-a-key",
                    place,
                    "核实项和决策的 id 须为字母或 _ 开头,只含字母、数字、_",
                    "the id of an item or decision must be letters, digits and _, and not begin with a digit");
        }
        var name = Nodes.attribute(element, "name");
        if (name == null || name.length() > 100 || !NAME.matcher(name).matches()) {
            findings.add(
                    "name-malformed",
                    place,
                    "名称须为文字、数字、_,词间一个空格,不含标点",
                    "a name must be letters, digits and _, words parted by one space, without punctuation");
        } else if (List.of(name.split(" ")).stream().anyMatch(RESERVED::contains)) {
            findings.add("name-reserved", place, "名称含 FEEL 保留字", "the name holds a word reserved by FEEL");
        }
        var variable = Nodes.child(element, "variable");
        if (Nodes.children(element, "variable").size() > 1) {
            findings.add("variable-duplicate", place, "只能有一个变量", "there may be only one variable");
        }
        if (variable != null && name != null && !name.equals(Nodes.attribute(variable, "name"))) {
            findings.add(
                    "variable-name-mismatch",
                    place,
                    "变量名须与名称相同:" + Findings.quote(name),
                    "the variable must bear the same name: " + Findings.quote(name));
        }
    }

    private void item(Element item) {
        var place = Nodes.place(item);
        var typeRef = typeRef(item);
        types.check(typeRef, place, findings);
        var type = types.of(typeRef);
        if (type == null) {
            return;
        }
        if (type.collection() || type.base() == null || !ModelTypes.BUILT_IN.contains(type.base())) {
            findings.add(
                    "item-type",
                    place,
                    "核实项的类型须为文字、number、boolean 或 date,不能是清单、结构或时长",
                    "an item must be a string, number, boolean or date, not a list, structure or duration");
        } else if (type.base().equals("string") && type.words().isEmpty()) {
            findings.add(
                    "item-without-allowed-values",
                    place,
                    "文字类核实项须有 allowedValues(可选答案)",
                    "a string item needs allowedValues, its admissible answers");
        }
        word(item, "scope", List.of("CASE", "SUBJECT"));
        word(item, "source", List.of("ANSWER", "FILING", "CORRECTION", "HISTORY"));
    }

    private void word(Element item, String attribute, List<String> words) {
        var value = Nodes.rc(item, attribute);
        if (value != null && !words.contains(value)) {
            findings.add(
                    "rc-attribute",
                    Nodes.place(item),
                    "rc:" + attribute + " 只能是 " + String.join("、", words),
                    "rc:" + attribute + " must be one of " + String.join(", ", words));
        }
    }

    private void decision(Element decision) {
        var place = Nodes.place(decision);
        types.check(typeRef(decision), place, findings);
        var logic = new ArrayList<>(Nodes.children(decision, "decisionTable"));
        logic.addAll(Nodes.children(decision, "literalExpression"));
        if (logic.size() != 1) {
            findings.add(
                    "decision-logic",
                    place,
                    "决策须有且只有一个决策表或表达式",
                    "a decision needs one decision table or one expression");
        }
        Nodes.children(decision, "decisionTable").forEach(table -> tables.check(decision, table));
        for (var requirement : Nodes.children(decision, "informationRequirement")) {
            requirement(requirement);
        }
    }

    private void requirement(Element requirement) {
        var references = Nodes.children(requirement);
        var wanted = references.size() == 1 ? references.get(0) : null;
        var href = wanted == null ? null : Nodes.attribute(wanted, "href");
        var kind = wanted != null && wanted.getLocalName().equals("requiredInput") ? "inputData" : "decision";
        var known = href != null
                && href.startsWith("#")
                && Nodes.children(definitions, kind).stream()
                        .anyMatch(target -> href.substring(1).equals(Nodes.attribute(target, "id")));
        if (!known) {
            findings.add(
                    "requirement-unknown",
                    Nodes.place(requirement),
                    "信息需求须指向本模型内的一个核实项或决策",
                    "a requirement must point to one item or decision of this model");
        }
    }

    private void distinctNames() {
        var seen = new HashSet<String>();
        for (var kind : List.of("inputData", "decision")) {
            for (var element : Nodes.children(definitions, kind)) {
                var name = Nodes.attribute(element, "name");
                if (name != null && !seen.add(name)) {
                    findings.add(
                            "name-duplicate",
                            Nodes.place(element),
                            "名称重复:" + Findings.quote(name),
                            "name is not unique: " + Findings.quote(name));
                }
            }
        }
    }

    private void kind(BookKind kind) {
        for (var id : kind.requiredDecisions()) {
            if (decisionOf(id) == null) {
                findings.add(
                        "decision-missing",
                        Findings.Place.of(id),
                        "此类规则须有决策 " + id,
                        "a book of this kind needs the decision " + id);
            }
        }
        for (var id : List.of("bottomLine", "circumstances")) {
            tables.requireCollect(decisionOf(id));
        }
        var outcome = decisionOf(kind.outcome());
        if (outcome != null) {
            tables.requireSingleHit(outcome);
            if (!kind.words().isEmpty()) {
                vocabulary(outcome, kind);
            }
        }
    }

    private void vocabulary(Element outcome, BookKind kind) {
        var type = types.of(typeRef(outcome));
        if (type == null
                || type.collection()
                || !"string".equals(type.base())
                || type.words().isEmpty()
                || !kind.words().containsAll(type.words())) {
            findings.add(
                    "outcome-vocabulary",
                    Nodes.place(outcome),
                    "认定词的类型须有 allowedValues,且只能取:"
                            + String.join("、", kind.words().stream().sorted().toList()),
                    "the outcome's type needs allowedValues among: "
                            + String.join(", ", kind.words().stream().sorted().toList()));
        }
    }

    /** The first decision of that id, or null. */
    private Element decisionOf(String id) {
        return Nodes.children(definitions, "decision").stream()
                .filter(decision -> id.equals(Nodes.attribute(decision, "id")))
                .findFirst()
                .orElse(null);
    }

    private static String typeRef(Element holder) {
        var variable = Nodes.child(holder, "variable");
        return variable == null ? null : Nodes.attribute(variable, "typeRef");
    }

    /** Reports decisions that require themselves, directly or through others. */
    void circles() {
        Map<String, List<String>> requires = new HashMap<>();
        for (var decision : Nodes.children(definitions, "decision")) {
            var id = Nodes.attribute(decision, "id");
            if (id != null) {
                requires.put(id, ModelNormaliser.requirements(decision));
            }
        }
        for (var decision : Nodes.children(definitions, "decision")) {
            var id = Nodes.attribute(decision, "id");
            if (id != null && reaches(id, id, requires)) {
                findings.add(
                        "requirement-circle",
                        Nodes.place(decision),
                        "决策循环依赖自身",
                        "the decision requires itself, directly or through others");
            }
        }
    }

    private static boolean reaches(String from, String target, Map<String, List<String>> requires) {
        var seen = new HashSet<String>();
        var open = new ArrayList<>(requires.get(from));
        while (!open.isEmpty()) {
            var next = open.remove(open.size() - 1);
            if (next.equals(target)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(requires.getOrDefault(next, List.of()));
            }
        }
        return false;
    }
}
