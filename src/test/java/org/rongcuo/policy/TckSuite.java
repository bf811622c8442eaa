package org.rongcuo.policy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The test cases of a rule book, in the form of the DMN Technology Compatibility Kit.
 *
 * @param modelName the file that they test
 * @param cases the cases in order
 */
record TckSuite(String modelName, List<Case> cases) {
    private static final String TCK = "http://www.omg.org/spec/DMN/20160719/testcase";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    /**
     * A situation and what the book makes of it.
     *
     * @param description the situation as a sentence
     * @param inputs facts by the item's name
     * @param expected values by the decision's name
     */
    record Case(String id, String description, Map<String, Object> inputs, Map<String, Object> expected) {}

    static TckSuite read(Path file) {
        var root = parse(file).getDocumentElement();
        var cases = new ArrayList<Case>();
        for (var testCase : children(root, "testCase")) {
            var inputs = new LinkedHashMap<String, Object>();
            for (var input : children(testCase, "inputNode")) {
                put(inputs, input.getAttribute("name"), value(input));
            }
            var expected = new LinkedHashMap<String, Object>();
            for (var result : children(testCase, "resultNode")) {
                put(expected, result.getAttribute("name"), value(only(result, "expected")));
            }
            cases.add(new Case(
                    testCase.getAttribute("id"), only(testCase, "description").getTextContent(), inputs, expected));
        }
        return new TckSuite(only(root, "modelName").getTextContent(), cases);
    }

    /** Any XML file of the seed books, namespaces kept, no document type. */
    static Document parse(Path file) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (Exception unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }

    private static void put(Map<String, Object> values, String name, Object value) {
        if (values.putIfAbsent(name, value) != null) {
            throw new IllegalStateException(name + " is given twice");
        }
    }

    private static Object value(Element holder) {
        var components = children(holder, "component");
        if (!components.isEmpty()) {
            var record = new LinkedHashMap<String, Object>();
            components.forEach(component -> put(record, component.getAttribute("name"), value(component)));
            return record;
        }
        var lists = children(holder, "list");
        if (!lists.isEmpty()) {
            var items = new ArrayList<>();
            children(lists.get(0), "item").forEach(item -> items.add(value(item)));
            return items;
        }
        var value = only(holder, "value");
        var text = value.getTextContent();
        var type = value.getAttributeNS(XSI, "type");
        return switch (type) {
            case "xsd:string" -> text;
            case "xsd:decimal" -> new BigDecimal(text);
            case "xsd:boolean" ->
                switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalStateException("not a boolean: " + text);
                };
            default -> throw new IllegalStateException("unknown type " + type);
        };
    }

    private static Element only(Element parent, String name) {
        var found = children(parent, name);
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " times " + name + " in " + parent.getLocalName());
        }
        return found.get(0);
    }

    private static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && TCK.equals(element.getNamespaceURI())
                    && element.getLocalName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
