package org.rongcuo.dmn;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.xml.XMLConstants;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.TransformException;
import javax.xml.crypto.dsig.TransformService;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The text and the content hash of a model in its normal form. */
final class CanonicalXml {
    private CanonicalXml() {}

    /** Declares the namespaces on the root, always the same ones under the same prefixes. */
    static void declareNamespaces(Document model) {
        var root = model.getDocumentElement();
        declare(root, "xmlns", Namespaces.DMN);
        declare(root, "xmlns:rc", Namespaces.RC);
        if (Nodes.child(root, "DMNDI") != null) {
            declare(root, "xmlns:dmndi", Namespaces.DMNDI);
            declare(root, "xmlns:di", Namespaces.DI);
            declare(root, "xmlns:dc", Namespaces.DC);
        }
    }

    private static void declare(Element root, String prefix, String namespace) {
        root.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, prefix, namespace);
    }

    /** The document as it is stored: indented, UTF-8. */
    static String text(Document model) {
        return write(model, true);
    }

    /**
     * {@code sha256:} and the SHA-256 over the canonical XML 1.0 (C14N, as XML signatures use it) of the model without
     * its diagram. Comments and white space between elements are gone since the intake.
     */
    static String hash(Document model) {
        var bare = (Document) model.cloneNode(true);
        var root = bare.getDocumentElement();
        var diagram = Nodes.child(root, "DMNDI");
        if (diagram != null) {
            root.removeChild(diagram);
        }
        for (var prefix : new String[] {"xmlns:dmndi", "xmlns:di", "xmlns:dc"}) {
            root.removeAttribute(prefix);
        }
        try {
            var service = TransformService.getInstance(CanonicalizationMethod.INCLUSIVE, "DOM");
            service.init((TransformParameterSpec) null);
            var source = new ByteArrayInputStream(write(bare, false).getBytes(StandardCharsets.UTF_8));
            var canonical = (OctetStreamData) service.transform(new OctetStreamData(source), null);
            var digest = MessageDigest.getInstance("SHA-256");
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(digest.digest(canonical.getOctetStream().readAllBytes()));
        } catch (GeneralSecurityException | TransformException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String write(Document model, boolean indented) {
        try {
            var factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
            var transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.setOutputProperty(OutputKeys.INDENT, indented ? "yes" : "no");
            transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            var out = new StringWriter();
            transformer.transform(new DOMSource(model), new StreamResult(out));
            return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + out;
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
