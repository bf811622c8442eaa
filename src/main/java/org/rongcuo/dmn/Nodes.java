package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reading and writing DOM elements of a model in its normal namespaces. */
final class Nodes {
    private Nodes() {}

    static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String localName) {
        var children = children(parent);
        children.removeIf(child -> !child.getLocalName().equals(localName));
        return children;
    }

    /** The first child of that name, or null. */
    static Element child(Element parent, String localName) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getLocalName().equals(localName)) {
                return element;
            }
        }
        return null;
    }

    /** The text of {@code <text>} below the element; empty if there is none. */
    static String text(Element holder) {
        var text = holder == null ? null : child(holder, "text");
        return text == null ? "" : text.getTextContent();
    }

    /** The text of a child element, or null. */
    static String childText(Element parent, String localName) {
        var child = child(parent, localName);
        return child == null ? null : child.getTextContent();
    }

    static void setText(Element holder, String words) {
        var text = child(holder, "text");
        if (text == null) {
            text = create(holder, "text");
            holder.appendChild(text);
        }
        text.setTextContent(words);
    }

    /** The attribute's value, or null where it is absent. */
    static String attribute(Element element, String name) {
        return element.hasAttributeNS(null, name) ? element.getAttributeNS(null, name) : null;
    }

    /** The value of an {@code rc:} attribute, or null where it is absent. */
    static String rc(Element element, String name) {
        return element.hasAttributeNS(Namespaces.RC, name) ? element.getAttributeNS(Namespaces.RC, name) : null;
    }

    static Element create(Element near, String localName) {
        return near.getOwnerDocument().createElementNS(Namespaces.DMN, localName);
    }

    /** Puts the child in front of the first sibling that bears one of the names, else at the end. */
    static void insertBefore(Element parent, Element child, List<String> names) {
        Node before = null;
        for (var sibling : children(parent)) {
            if (names.contains(sibling.getLocalName())) {
                before = sibling;
                break;
            }
        }
        parent.insertBefore(child, before);
    }

    /** What people call the element: its id, else its name, else its XML name. */
    static String label(Element element) {
        var id = attribute(element, "id");
        if (id != null) {
            return id;
        }
        var name = attribute(element, "name");
        return name != null ? name : element.getNodeName();
    }

    /** Where the element is: with the decision around it, and the row if it is, or is in, a rule. */
    static Findings.Place place(Element element) {
        String decision = null;
        Integer row = null;
        for (Node node = element; node instanceof Element around; node = node.getParentNode()) {
            if ("rule".equals(around.getLocalName())) {
                row = 1 + before(around);
            }
            if ("decision".equals(around.getLocalName())) {
                decision = label(around);
            }
        }
        return new Findings.Place(
                Findings.quote(label(element)), decision == null ? null : Findings.quote(decision), row, null);
    }

    private static int before(Element rule) {
        var count = 0;
        for (var node = rule.getPreviousSibling(); node != null; node = node.getPreviousSibling()) {
            if (node instanceof Element element && "rule".equals(element.getLocalName())) {
                count++;
            }
        }
        return count;
    }
}
