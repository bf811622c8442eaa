package org.rongcuo.dmn;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/**
 * Bytes to a document, as from an enemy: capped in size, depth and number of elements; UTF-8 or UTF-16 only; no
 * DOCTYPE, entities, processing instructions. Comments are dropped. The JDK's own parser is asked for by name, so that
 * no other on the class path can take its place.
 */
final class XmlIntake {
    static final int MAX_BYTES = 2 * 1024 * 1024;
    static final int MAX_DEPTH = 24;
    static final int MAX_ELEMENTS = 120_000;
    static final int MAX_ATTRIBUTES = 40;

    private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml\\s[^>]{0,200}?\\?>");
    private static final Pattern ENCODING =
            Pattern.compile("encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._\\-]{0,40})[\"']");
    private static final Pattern VERSION = Pattern.compile("version\\s*=\\s*[\"']1\\.0[\"']");

    private XmlIntake() {}

    static Document read(byte[] bytes) {
        if (bytes == null || bytes.length == 0) {
            throw Findings.refusal("gate-empty", null, "文件为空", "the document is empty");
        }
        if (bytes.length > MAX_BYTES) {
            throw Findings.refusal("gate-too-large", null, "文件超过 2 MiB", "the document is larger than 2 MiB");
        }
        return parse(decode(bytes));
    }

    private static String decode(byte[] bytes) {
        var charset = charsetOf(bytes);
        String text;
        try {
            text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw encodingRefused();
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        var declaration = DECLARATION.matcher(text);
        if (declaration.find()) {
            if (!VERSION.matcher(declaration.group()).find()) {
                throw Findings.refusal("gate-xml", null, "只接受 XML 1.0", "only XML 1.0 is accepted");
            }
            var encoding = ENCODING.matcher(declaration.group());
            if (encoding.find() && !fits(encoding.group(1).toUpperCase(Locale.ROOT), charset)) {
                throw encodingRefused();
            }
            text = text.substring(declaration.end());
        }
        return text;
    }

    private static Charset charsetOf(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes.length > 1 ? bytes[1] & 0xFF : -1;
        if (first == 0xFE && second == 0xFF || first == 0 && second == '<') {
            return StandardCharsets.UTF_16BE;
        }
        if (first == 0xFF && second == 0xFE || first == '<' && second == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean fits(String declared, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return declared.equals("UTF-8") || declared.equals("UTF8") || declared.equals("US-ASCII");
        }
        return declared.equals("UTF-16") || declared.equals(charset.name());
    }

    private static ModelRefused encodingRefused() {
        return Findings.refusal(
                "gate-encoding",
                null,
                "编码须为 UTF-8 或 UTF-16 并与声明一致,请另存为 UTF-8",
                "the encoding must be UTF-8 or UTF-16 and as declared; save the file as UTF-8");
    }

    private static Document parse(String text) {
        try {
            var document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
            var reader = factory().createXMLStreamReader(new StringReader(text));
            try {
                new Growth(document).read(reader);
            } finally {
                reader.close();
            }
            if (document.getDocumentElement() == null) {
                throw notWellFormed(null);
            }
            return document;
        } catch (XMLStreamException malformed) {
            throw notWellFormed(malformed);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ModelRefused notWellFormed(XMLStreamException malformed) {
        var line = malformed == null || malformed.getLocation() == null
                ? 1
                : malformed.getLocation().getLineNumber();
        return Findings.refusal(
                "gate-xml",
                null,
                "不是格式良好的 XML(第" + line + "行)",
                "the document is not well-formed XML (line " + line + ")");
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the document is read");
        });
        return factory;
    }

    /** The document as it grows, within its caps. */
    private static final class Growth {
        private final Document document;
        private Node at;
        private int depth;
        private int elements;

        Growth(Document document) {
            this.document = document;
            this.at = document;
        }

        void read(XMLStreamReader reader) throws XMLStreamException {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> open(reader);
                    case XMLStreamConstants.END_ELEMENT -> {
                        at = at.getParentNode();
                        depth--;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (at != document) {
                            at.appendChild(document.createTextNode(reader.getText()));
                        }
                    }
                    case XMLStreamConstants.DTD ->
                        throw Findings.refusal("gate-doctype", "DOCTYPE", "不接受 DOCTYPE", "a DOCTYPE is not accepted");
                    case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw Findings.refusal("gate-entity", null, "不接受实体引用", "entity references are not accepted");
                    case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                        throw Findings.refusal(
                                "gate-processing-instruction",
                                null,
                                "不接受处理指令",
                                "processing instructions are not accepted");
                    default -> {
                        // comments, start and end of the document
                    }
                }
            }
        }

        private void open(XMLStreamReader reader) {
            if (++depth > MAX_DEPTH) {
                throw Findings.refusal(
                        "gate-too-deep",
                        null,
                        "元素嵌套超过" + MAX_DEPTH + "层",
                        "elements are nested deeper than " + MAX_DEPTH);
            }
            if (++elements > MAX_ELEMENTS || reader.getAttributeCount() > MAX_ATTRIBUTES) {
                throw Findings.refusal(
                        "gate-too-many-elements",
                        null,
                        "元素超过" + MAX_ELEMENTS + "个,或某元素的属性超过" + MAX_ATTRIBUTES + "个",
                        "there are more than " + MAX_ELEMENTS + " elements, or more than " + MAX_ATTRIBUTES
                                + " attributes on one");
            }
            var element = document.createElementNS(reader.getNamespaceURI(), reader.getLocalName());
            for (var i = 0; i < reader.getAttributeCount(); i++) {
                var namespace = reader.getAttributeNamespace(i);
                var qualified = namespace != null && !namespace.isEmpty();
                element.setAttributeNS(
                        qualified ? namespace : null,
                        qualified ? "n" + i + ":" + reader.getAttributeLocalName(i) : reader.getAttributeLocalName(i),
                        reader.getAttributeValue(i));
            }
            at.appendChild(element);
            at = element;
        }
    }
}
