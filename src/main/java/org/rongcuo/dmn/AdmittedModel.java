package org.rongcuo.dmn;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.w3c.dom.Document;

/**
 * A model that passed the gate, in its normal form.
 *
 * @param xml the normalised document, DMN 1.3, ready to store; admitting it again changes nothing
 * @param contentHash {@code sha256:} and 64 hexadecimal digits over the canonical model without diagram, comments and
 *     white space between elements
 * @param outline what the model asks and decides
 */
public record AdmittedModel(String xml, String contentHash, ModelOutline outline) {
    public AdmittedModel {
        Objects.requireNonNull(xml, "xml");
        Objects.requireNonNull(contentHash, "contentHash");
        Objects.requireNonNull(outline, "outline");
    }

    /** The document of a text that {@link #xml()} gave. */
    static Document document(String xml) {
        var document = new ElementAllowList(new Findings()).clean(XmlIntake.read(xml.getBytes(StandardCharsets.UTF_8)));
        CanonicalXml.declareNamespaces(document);
        return document;
    }
}
