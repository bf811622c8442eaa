package org.rongcuo.dmn;

import java.util.Map;
import java.util.Set;
import org.rongcuo.shared.Text;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The elements and attributes that a model may hold, each below its parents; everything else is refused, save what
 * editors leave behind, which is dropped. What passes is rewritten in place to the normal namespaces and prefixes,
 * without white space between elements.
 */
final class ElementAllowList {
    private static final Set<String> DOCUMENTED = Set.of("description", "extensionElements");
    private static final Set<String> VALUES = Set.of("id", "label", "expressionLanguage");

    /** Element → elements that may stand below it, besides description and extensionElements. */
    private static final Map<String, Set<String>> CHILDREN = Map.ofEntries(
            Map.entry("definitions", Set.of("itemDefinition", "inputData", "decision", "dmndi:DMNDI")),
            Map.entry("itemDefinition", Set.of("typeRef", "allowedValues", "itemComponent")),
            Map.entry("itemComponent", Set.of("typeRef", "allowedValues")),
            Map.entry("allowedValues", Set.of("text")),
            Map.entry("inputData", Set.of("variable")),
            Map.entry("variable", Set.of()),
            Map.entry(
                    "decision",
                    Set.of(
                            "question",
                            "allowedAnswers",
                            "variable",
                            "informationRequirement",
                            "decisionTable",
                            "literalExpression")),
            Map.entry("informationRequirement", Set.of("requiredInput", "requiredDecision")),
            Map.entry("requiredInput", Set.of()),
            Map.entry("requiredDecision", Set.of()),
            Map.entry("decisionTable", Set.of("input", "output", "annotation", "rule")),
            Map.entry("input", Set.of("inputExpression", "inputValues")),
            Map.entry("inputExpression", Set.of("text")),
            Map.entry("inputValues", Set.of("text")),
            Map.entry("output", Set.of("outputValues")),
            Map.entry("outputValues", Set.of("text")),
            Map.entry("annotation", Set.of()),
            Map.entry("rule", Set.of("inputEntry", "outputEntry", "annotationEntry")),
            Map.entry("inputEntry", Set.of("text")),
            Map.entry("outputEntry", Set.of("text")),
            Map.entry("annotationEntry", Set.of("text")),
            Map.entry("literalExpression", Set.of("text")),
            Map.entry("extensionElements", Set.of()),
            Map.entry("dmndi:DMNDI", Set.of("dmndi:DMNDiagram", "dmndi:DMNStyle")),
            Map.entry("dmndi:DMNDiagram", Set.of("dmndi:Size", "dmndi:DMNShape", "dmndi:DMNEdge")),
            Map.entry("dmndi:DMNShape", Set.of("dc:Bounds", "dmndi:DMNLabel")),
            Map.entry("dmndi:DMNEdge", Set.of("di:waypoint", "dmndi:DMNLabel")),
            Map.entry("dmndi:DMNLabel", Set.of("dc:Bounds", "dmndi:Text")),
            Map.entry("dmndi:DMNStyle", Set.of("dmndi:FillColor", "dmndi:StrokeColor", "dmndi:FontColor")));

    private static final Set<String> TEXTUAL =
            Set.of("text", "typeRef", "description", "question", "allowedAnswers", "dmndi:Text");

    private static final Map<String, Set<String>> ATTRIBUTES = Map.ofEntries(
            Map.entry(
                    "definitions",
                    Set.of(
                            "id",
                            "name",
                            "label",
                            "namespace",
                            "exporter",
                            "exporterVersion",
                            "expressionLanguage",
                            "typeLanguage")),
            Map.entry("itemDefinition", Set.of("id", "name", "label", "isCollection", "typeLanguage")),
            Map.entry("itemComponent", Set.of("id", "name", "label", "isCollection", "typeLanguage")),
            Map.entry("allowedValues", VALUES),
            Map.entry(
                    "inputData",
                    Set.of("id", "name", "label", "rc:group", "rc:evidence", "rc:basis", "rc:scope", "rc:source")),
            Map.entry("variable", Set.of("id", "name", "label", "typeRef")),
            Map.entry("decision", Set.of("id", "name", "label")),
            Map.entry("informationRequirement", Set.of("id", "label")),
            Map.entry("requiredInput", Set.of("href")),
            Map.entry("requiredDecision", Set.of("href")),
            Map.entry(
                    "decisionTable",
                    Set.of(
                            "id",
                            "label",
                            "hitPolicy",
                            "aggregation",
                            "preferredOrientation",
                            "outputLabel",
                            "typeRef",
                            "expressionLanguage")),
            Map.entry("input", Set.of("id", "label")),
            Map.entry("inputExpression", Set.of("id", "label", "typeRef", "expressionLanguage")),
            Map.entry("inputValues", VALUES),
            Map.entry("output", Set.of("id", "label", "name", "typeRef")),
            Map.entry("outputValues", VALUES),
            Map.entry("annotation", Set.of("name")),
            Map.entry("rule", Set.of("id", "label", "rc:catchAll")),
            Map.entry("inputEntry", VALUES),
            Map.entry("outputEntry", Set.of("id", "label", "typeRef", "expressionLanguage")),
            Map.entry("literalExpression", Set.of("id", "label", "typeRef", "expressionLanguage")),
            Map.entry("dmndi:DMNDI", Set.of("id")),
            Map.entry("dmndi:DMNDiagram", Set.of("id", "name", "documentation", "resolution", "sharedStyle")),
            Map.entry(
                    "dmndi:DMNShape", Set.of("id", "dmnElementRef", "isListedInputData", "isCollapsed", "sharedStyle")),
            Map.entry("dmndi:DMNEdge", Set.of("id", "dmnElementRef", "sourceElement", "targetElement", "sharedStyle")),
            Map.entry("dmndi:DMNLabel", Set.of("id", "sharedStyle")),
            Map.entry(
                    "dmndi:DMNStyle",
                    Set.of(
                            "id",
                            "fontFamily",
                            "fontSize",
                            "fontItalic",
                            "fontBold",
                            "fontUnderline",
                            "fontStrikeThrough")),
            Map.entry("dmndi:Size", Set.of("width", "height")),
            Map.entry("dc:Bounds", Set.of("x", "y", "width", "height")),
            Map.entry("di:waypoint", Set.of("x", "y")),
            Map.entry("dmndi:FillColor", Set.of("red", "green", "blue")),
            Map.entry("dmndi:StrokeColor", Set.of("red", "green", "blue")),
            Map.entry("dmndi:FontColor", Set.of("red", "green", "blue")));

    /** What people most often bring along, with the way out. */
    private static final Map<String, Text> FIXES = Map.of(
            "import", new Text("不能引用其他文件,请把内容写在本模型内", "nothing may be imported; write it into this model"),
            "businessKnowledgeModel", new Text("不支持业务知识模型,请改写为决策", "write a business knowledge model as a decision"),
            "functionDefinition", new Text("不允许定义函数", "functions may not be defined"),
            "invocation", new Text("不支持调用,请用信息需求连接决策", "connect decisions by requirements, not by invocation"),
            "context", new Text("不支持上下文表达式,请拆成几个决策", "split a context into decisions"),
            "decisionService", new Text("不支持决策服务", "decision services are not supported"),
            "knowledgeSource",
                    new Text("请删去知识来源,把依据写入“依据”列", "remove knowledge sources; cite the article in the column 依据"),
            "authorityRequirement", new Text("请删去知识来源的连线", "remove the connection to a knowledge source"),
            "knowledgeRequirement", new Text("请删去知识需求", "remove the knowledge requirement"),
            "defaultOutputEntry", new Text("不支持默认输出,请加一行兜底条款", "add a catch-all row instead of a default output"));

    private static final Text NO_FIX = new Text("请删去", "remove it");

    private final Findings findings;

    ElementAllowList(Findings findings) {
        this.findings = findings;
    }

    /** A new document that holds the allowed content in its normal form; reports everything else. */
    Document clean(Document raw) {
        var root = raw.getDocumentElement();
        if (Namespaces.normal(root.getNamespaceURI()) == null) {
            refuseNamespace(root, "definitions");
            return raw;
        }
        if (!"definitions".equals(nameOf(root))) {
            refuseElement(root);
            return raw;
        }
        var clean = (Document) raw.cloneNode(false);
        clean.appendChild(copy(root, clean));
        return clean;
    }

    private Element copy(Element raw, Document into) {
        var name = nameOf(raw);
        var element = into.createElementNS(Namespaces.normal(raw.getNamespaceURI()), name);
        copyAttributes(raw, name, element);
        var texts = new StringBuilder();
        for (var node = raw.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                copyChild(name, child, element, into);
            } else if (node.getNodeType() == Node.TEXT_NODE) {
                texts.append(node.getNodeValue());
            }
        }
        var words = texts.toString().strip();
        if (TEXTUAL.contains(name)) {
            if (!words.isEmpty()) {
                element.appendChild(into.createTextNode(words));
            }
        } else if (!words.isEmpty()) {
            findings.add("text-not-allowed", Nodes.place(raw), "此处不能有文字", "no text may stand here");
        }
        return element;
    }

    private void copyChild(String parent, Element child, Element into, Document document) {
        var namespace = child.getNamespaceURI();
        if (Namespaces.isNoise(namespace)) {
            return;
        }
        if (Namespaces.normal(namespace) == null) {
            refuseNamespace(child, parent);
            return;
        }
        var name = nameOf(child);
        var known = CHILDREN.get(parent);
        var documented = known != null
                && !parent.contains(":")
                && DOCUMENTED.contains(name)
                && !parent.equals("extensionElements");
        if (!documented && (known == null || !known.contains(name))) {
            refuseElement(child);
            return;
        }
        var copy = copy(child, document);
        if (!name.equals("extensionElements")) {
            into.appendChild(copy);
        }
    }

    private void copyAttributes(Element raw, String name, Element into) {
        var allowed = ATTRIBUTES.getOrDefault(name, Set.of());
        var attributes = raw.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            var attribute = (Attr) attributes.item(i);
            var namespace = attribute.getNamespaceURI();
            if (Namespaces.isNoise(namespace)) {
                continue;
            }
            if (namespace != null && !Namespaces.RC.equals(namespace)) {
                refuseAttribute(raw, "gate-namespace", attribute);
                continue;
            }
            var key = (namespace == null ? "" : "rc:") + attribute.getLocalName();
            if (!allowed.contains(key)) {
                refuseAttribute(raw, "attribute-not-allowed", attribute);
            } else if (key.equals("expressionLanguage") || key.equals("typeLanguage")) {
                if (!Namespaces.isFeel(attribute.getValue())) {
                    findings.add(
                            "expression-language",
                            Nodes.place(raw),
                            "只支持 FEEL,不支持 " + Findings.quote(attribute.getValue()),
                            "only FEEL is supported, not " + Findings.quote(attribute.getValue()));
                }
            } else if (attribute.getValue().length() > 2000) {
                refuseAttribute(raw, "attribute-too-long", attribute);
            } else {
                into.setAttributeNS(namespace, key, attribute.getValue().strip());
            }
        }
    }

    private static String nameOf(Element raw) {
        return Namespaces.prefix(Namespaces.normal(raw.getNamespaceURI())) + raw.getLocalName();
    }

    private void refuseNamespace(Element element, String parent) {
        var namespace = Findings.quote(element.getNamespaceURI());
        findings.add(
                "gate-namespace",
                Nodes.place(element),
                "“" + parent + "”内有未知命名空间的元素 " + Findings.quote(element.getLocalName()) + ":" + namespace
                        + ";请用 DMN 1.3 保存",
                "unknown namespace of element " + Findings.quote(element.getLocalName()) + " at " + parent + ": "
                        + namespace + "; save as DMN 1.3");
    }

    private void refuseElement(Element element) {
        var fix = FIXES.getOrDefault(element.getLocalName(), NO_FIX);
        var name = Findings.quote(element.getLocalName());
        findings.add(
                "element-not-allowed",
                Nodes.place(element),
                "不接受元素 " + name + ":" + fix.zh(),
                "element " + name + " is not accepted: " + fix.en());
    }

    private void refuseAttribute(Element element, String code, Attr attribute) {
        var name = Findings.quote(attribute.getLocalName());
        findings.add(
                code,
                Nodes.place(element),
                "不接受属性 " + name + ",请删去",
                "attribute " + name + " is not accepted: remove it");
    }
}
