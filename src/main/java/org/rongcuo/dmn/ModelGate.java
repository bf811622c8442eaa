package org.rongcuo.dmn;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.w3c.dom.Element;

/**
 * The one gate that every model passes, when saved and again when loaded. A DMN file is code: the engine's validator and
 * compiler see it only after the lists of allowed elements, attributes and FEEL constructs have passed. Policy contract,
 * "The gate: a DMN file is code, treat it as hostile". Thread-safe.
 */
@ApplicationScoped
public class ModelGate {
    /**
     * Admits a model: intake, allow-lists, normalisation, checks, validation by the engine.
     *
     * @param document the file as it came, at most 2 MiB, UTF-8 or UTF-16; DMN 1.2 to 1.5
     * @param kind the kind of book that it is to be
     * @return the model in its normal form; admitting that form again gives the same text and hash
     * @throws ModelRefused with all findings that could be established at once
     */
    public AdmittedModel admit(byte[] document, BookKind kind) {
        Objects.requireNonNull(kind, "kind");
        var findings = new Findings();
        var model = new ElementAllowList(findings).clean(XmlIntake.read(document));
        findings.refuseIfAny();

        var definitions = model.getDocumentElement();
        var normaliser = new ModelNormaliser(model, findings);
        normaliser.normalise();
        var types = new ModelTypes(definitions, findings);
        var checks = new ModelChecks(definitions, types, findings);
        checks.check(kind);
        var used = new FeelTexts(names(definitions), findings).check(definitions, types);
        normaliser.addRequirements(used);
        checks.circles();
        findings.refuseIfAny();

        CanonicalXml.declareNamespaces(model);
        var xml = CanonicalXml.text(model);
        DmnEngine.validate(xml, findings);
        findings.refuseIfAny();
        return new AdmittedModel(xml, CanonicalXml.hash(model), ModelReader.outline(definitions, types));
    }

    private static List<String> names(Element definitions) {
        var names = new ArrayList<String>();
        for (var kind : List.of("inputData", "decision")) {
            for (var element : Nodes.children(definitions, kind)) {
                var name = Nodes.attribute(element, "name");
                if (name != null) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
