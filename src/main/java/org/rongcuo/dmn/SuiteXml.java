package org.rongcuo.dmn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.rongcuo.dmn.SuiteFindings.Place;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Test suites as XML, in the form of the DMN Technology Compatibility Kit ({@code testCases.xsd}). Takes the intake that
 * models take, reads what a rule book's tests need and says so of the rest: only decisions are tested, and only values
 * of the types string, decimal, boolean and date. Labels and computed values are passed over.
 */
final class SuiteXml {
    private static final String TCK = "http://www.omg.org/spec/DMN/20160719/testcase";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema";
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]{1,60}(\\.[0-9]{0,60})?|\\.[0-9]{1,60})");
    private static final Set<String> TRUE = Set.of("true", "1");
    private static final Set<String> FALSE = Set.of("false", "0");

    /** Stands for a value that could not be read, of which a finding tells. */
    private static final Object UNREADABLE = new Object();

    private final SuiteFindings findings = new SuiteFindings();
    private final SuiteChecks checks = new SuiteChecks(findings);

    private SuiteXml() {}

    /** @throws SuiteRefused with every finding that could be established at once */
    static TestSuite read(byte[] xml) {
        try {
            return new SuiteXml().suite(XmlIntake.read(xml).getDocumentElement());
        } catch (ModelRefused notXml) {
            throw new SuiteRefused(notXml.findings().stream()
                    .map(finding -> new SuiteFinding(finding.code(), null, null, null, null, finding.message()))
                    .toList());
        }
    }

    private TestSuite suite(Element root) {
        if (!TCK.equals(root.getNamespaceURI()) || !root.getLocalName().equals("testCases")) {
            findings.add(
                    "suite-root",
                    Place.SUITE,
                    "不是测试文件:根元素须为 " + TCK + " 的 testCases",
                    "no test file: the root must be testCases of " + TCK);
            findings.refuseIfAny();
        }
        holds(root, Place.SUITE, "modelName", "labels", "testCase");
        var elements = Nodes.children(root, "testCase");
        checks.cases(elements.size());
        findings.refuseIfAny();
        var modelName = Nodes.childText(root, "modelName");
        checks.description(modelName, Place.SUITE);
        List<TestCase> cases = new ArrayList<>();
        for (var element : elements) {
            cases.add(testCase(element, cases.size() + 1));
        }
        findings.refuseIfAny();
        return new TestSuite(modelName, cases);
    }

    private TestCase testCase(Element element, int number) {
        var id = Nodes.attribute(element, "id");
        var place = Place.of(id, number);
        holds(element, place, "description", "inputNode", "resultNode", "labels", "extensionElements");
        checks.id(id, place);
        decisionsOnly(element, place);
        var description = Nodes.childText(element, "description");
        checks.description(description, place);
        Map<String, Object> facts = new LinkedHashMap<>();
        var inputs = Nodes.children(element, "inputNode");
        checks.nodes(inputs.size(), place.facts(null));
        for (var input : inputs) {
            var name = Nodes.attribute(input, "name");
            var value = value(input, place.facts(name));
            put(facts, name, value == UNREADABLE ? null : checks.fact(value, place.facts(name)), place.facts(name));
        }
        Map<String, Object> expected = new LinkedHashMap<>();
        var results = Nodes.children(element, "resultNode");
        checks.nodes(results.size(), place.expected(null));
        for (var result : results) {
            var name = Nodes.attribute(result, "name");
            var value = result(result, place.expected(name));
            put(
                    expected,
                    name,
                    value == UNREADABLE ? null : checks.expected(value, place.expected(name)),
                    place.expected(name));
        }
        return new TestCase(id == null ? "" : id, description, facts, expected);
    }

    private Object result(Element result, Place place) {
        holds(result, place, "expected", "computed");
        decisionsOnly(result, place);
        if ("true".equals(Nodes.attribute(result, "errorResult"))) {
            findings.add(
                    "suite-error-result",
                    place,
                    "不支持 errorResult:请写明应得的值",
                    "errorResult is not supported: name the value that must come");
        }
        var expected = Nodes.children(result, "expected");
        if (expected.size() != 1) {
            return valueMissing(place);
        }
        return value(expected.get(0), place);
    }

    private void decisionsOnly(Element element, Place place) {
        var type = Nodes.attribute(element, "type");
        if (type != null && !type.equals("decision") || element.hasAttributeNS(null, "invocableName")) {
            findings.add(
                    "suite-not-a-decision",
                    place,
                    "只测试决策,不支持业务知识模型与决策服务",
                    "only decisions are tested, no business knowledge models or decision services");
        }
    }

    private void put(Map<String, Object> values, String name, Object value, Place place) {
        if (name == null || name.isBlank()) {
            findings.add("suite-name-missing", place, "须写明名称", "a name is missing");
        } else if (values.containsKey(name)) {
            findings.add("suite-node-duplicate", place, "同一例中写了两次", "it stands twice in one case");
        } else {
            values.put(name, value);
        }
    }

    private Object value(Element holder, Place place) {
        holds(holder, place, "value", "list", "component", "extensionElements");
        var values = Nodes.children(holder, "value");
        var lists = Nodes.children(holder, "list");
        var components = Nodes.children(holder, "component");
        if (values.size() + lists.size() + Math.min(components.size(), 1) != 1) {
            return valueMissing(place);
        }
        if (!values.isEmpty()) {
            return scalar(values.get(0), place);
        }
        if (isNil(holder)) {
            return null;
        }
        return lists.isEmpty() ? structure(components, place) : list(lists.get(0), place);
    }

    private Object valueMissing(Place place) {
        findings.add(
                "suite-value",
                place,
                "须恰有一个值:value、list 或若干 component",
                "exactly one value is wanted: value, list or components");
        return UNREADABLE;
    }

    private Object structure(List<Element> components, Place place) {
        Map<String, Object> values = new LinkedHashMap<>();
        var readable = true;
        for (var component : components) {
            var value = value(component, place);
            readable &= value != UNREADABLE;
            put(values, Nodes.attribute(component, "name"), value, place);
        }
        return readable ? values : UNREADABLE;
    }

    private Object list(Element list, Place place) {
        if (isNil(list)) {
            return null;
        }
        holds(list, place, "item");
        List<Object> values = new ArrayList<>();
        Nodes.children(list, "item").forEach(item -> values.add(value(item, place)));
        return values.contains(UNREADABLE) ? UNREADABLE : values;
    }

    private Object scalar(Element value, Place place) {
        holds(value, place);
        if (isNil(value)) {
            return null;
        }
        var text = value.getTextContent();
        // The prefix stands for the schema of XML: no other types are known to the kit.
        var type = value.getAttributeNS(XSI, "type").strip().replaceFirst("^[^:]*:", "");
        var word = text.strip();
        return switch (type) {
            case "string" -> text;
            case "decimal" ->
                DECIMAL.matcher(word).matches()
                        ? new BigDecimal(word)
                        : notOf(place, "小数,如 5.2", "a decimal such as 5.2");
            case "boolean" ->
                TRUE.contains(word) || FALSE.contains(word)
                        ? TRUE.contains(word)
                        : notOf(place, "true 或 false", "true or false");
            case "date" -> date(word, place);
            default -> {
                findings.add(
                        "suite-type",
                        place,
                        "xsi:type 须为 xsd:string、xsd:decimal、xsd:boolean 或 xsd:date",
                        "xsi:type must be xsd:string, xsd:decimal, xsd:boolean or xsd:date");
                yield UNREADABLE;
            }
        };
    }

    private Object date(String word, Place place) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeParseException notDate) {
            return notOf(place, "日期(YYYY-MM-DD)", "a date (YYYY-MM-DD)");
        }
    }

    private Object notOf(Place place, String zh, String en) {
        findings.add("suite-literal", place, "不合所写的类型,须为" + zh, "is not of the type it names: wants " + en);
        return UNREADABLE;
    }

    private static boolean isNil(Element element) {
        return TRUE.contains(element.getAttributeNS(XSI, "nil"));
    }

    /** Reports what else stands in an element; one that may hold no elements holds text. */
    private void holds(Element parent, Place place, String... names) {
        var allowed = Set.of(names);
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            var strange = node instanceof Element child
                    ? !TCK.equals(child.getNamespaceURI()) || !allowed.contains(child.getLocalName())
                    : node instanceof Text text
                            && !allowed.isEmpty()
                            && !text.getData().isBlank();
            if (strange) {
                var what = Findings.quote(node instanceof Element child ? child.getLocalName() : node.getNodeValue());
                findings.add(
                        "suite-element",
                        place,
                        parent.getLocalName() + " 中不应有:" + what,
                        parent.getLocalName() + " may not hold: " + what);
            }
        }
    }

    /** The suite as text; reading it again gives an equal suite. */
    static String write(TestSuite suite) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testCases xmlns=\"" + TCK
                + "\" xmlns:xsi=\"" + XSI + "\" xmlns:xsd=\"" + XSD + "\">\n");
        if (suite.modelName() != null) {
            xml.append("  <modelName>").append(escaped(suite.modelName())).append("</modelName>\n");
        }
        for (var test : suite.cases()) {
            xml.append("  <testCase id=\"").append(escaped(test.id())).append("\">\n");
            if (test.description() != null) {
                xml.append("    <description>")
                        .append(escaped(test.description()))
                        .append("</description>\n");
            }
            test.facts().forEach((name, value) -> {
                xml.append("    <inputNode name=\"").append(escaped(name)).append("\">");
                write(value, xml);
                xml.append("</inputNode>\n");
            });
            test.expected().forEach((name, value) -> {
                xml.append("    <resultNode name=\"").append(escaped(name)).append("\" type=\"decision\"><expected>");
                write(value, xml);
                xml.append("</expected></resultNode>\n");
            });
            xml.append("  </testCase>\n");
        }
        return xml.append("</testCases>\n").toString();
    }

    private static void write(Object value, StringBuilder xml) {
        if (value instanceof List<?> list) {
            xml.append("<list>");
            for (var each : list) {
                xml.append("<item>");
                write(each, xml);
                xml.append("</item>");
            }
            xml.append("</list>");
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, each) -> {
                xml.append("<component name=\"")
                        .append(escaped(name.toString()))
                        .append("\">");
                write(each, xml);
                xml.append("</component>");
            });
        } else if (value == null) {
            xml.append("<value xsi:nil=\"true\"/>");
        } else {
            xml.append("<value xsi:type=\"xsd:").append(type(value)).append("\">");
            xml.append(escaped(value instanceof BigDecimal number ? number.toPlainString() : value.toString()))
                    .append("</value>");
        }
    }

    private static String type(Object value) {
        if (value instanceof BigDecimal) {
            return "decimal";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        return value instanceof LocalDate ? "date" : "string";
    }

    /** Line ends and tabs too: a parser would make them spaces in an attribute, and one kind of line end elsewhere. */
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\t', '\n', '\r' -> escaped.append("&#").append(point).append(';');
                default -> escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }
}
