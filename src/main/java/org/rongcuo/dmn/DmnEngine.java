package org.rongcuo.dmn;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.impl.DMNRuntimeImpl;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidator.Validation;
import org.kie.dmn.validation.DMNValidatorFactory;
import org.kie.internal.io.ResourceFactory;
import org.kie.kogito.decision.DecisionModel;
import org.kie.kogito.dmn.DmnDecisionModel;

/**
 * The engine, set up once: a class loader that knows nothing, type checks on, no alpha network, no compiled FEEL, one
 * listener per model. Takes admitted models only, or such as have passed all of the gate's lists.
 */
final class DmnEngine {
    private DmnEngine() {}

    /** Name and version of the engine, read from the library itself. */
    static String version() {
        var version = DMNRuntimeImpl.class.getPackage().getImplementationVersion();
        return "kie-dmn " + (version == null ? versionOfArtefact() : version);
    }

    private static String versionOfArtefact() {
        try (InputStream in =
                DMNRuntimeImpl.class.getResourceAsStream("/META-INF/maven/org.kie/kie-dmn-core/pom.properties")) {
            if (in == null) {
                throw new IllegalStateException("the engine does not tell its version");
            }
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Holds the model against schema, model rules and compiler; reports errors, not warnings. */
    static void validate(String xml, Findings findings) {
        messages(xml, DMNMessage.Level.ERROR).forEach(message -> report(message, findings));
    }

    /** What the engine remarks of an admitted model without refusing it, the noise that editors leave aside. */
    static List<AnalysisFinding> warnings(String xml) {
        return messages(xml, DMNMessage.Level.WARNING).stream()
                .filter(message -> !EngineWords.isNoise(message))
                .map(message -> new AnalysisFinding(
                        AnalysisFinding.Severity.WARNING,
                        "engine-remark",
                        message.getSourceId() == null ? null : Findings.quote(message.getSourceId()),
                        null,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        EngineWords.of(message)))
                .toList();
    }

    private static List<DMNMessage> messages(String xml, DMNMessage.Level level) {
        SilentEngine.ensure();
        return SharedValidator.INSTANCE
                .validate(
                        new StringReader(xml),
                        Validation.VALIDATE_SCHEMA,
                        Validation.VALIDATE_MODEL,
                        Validation.VALIDATE_COMPILATION)
                .stream()
                .filter(message -> message.getLevel() == level)
                .toList();
    }

    private static void report(DMNMessage message, Findings findings) {
        var words = EngineWords.of(message);
        findings.add("engine-validation", Findings.Place.of(message.getSourceId()), words.zh(), words.en());
    }

    /** @param model for the engine @param logic of its decisions, for the row index */
    record Compiled(DecisionModel model, EngineLogic logic) {}

    /** Compiles an admitted model, with the recorder of rows installed. */
    static Compiled compile(AdmittedModel model) {
        SilentEngine.ensure();
        var logic = new EngineLogic();
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .setRootClassLoader(ClosedClassLoader.INSTANCE)
                .setOption(new RuntimeTypeCheckOption(true))
                .setDecisionLogicCompilerFactory((compiler, configuration) -> logic.compiler(compiler))
                .buildConfiguration()
                .fromResources(
                        List.of(ResourceFactory.newByteArrayResource(model.xml().getBytes(StandardCharsets.UTF_8))))
                .getOrElseThrow(failure -> new IllegalStateException("an admitted model does not compile", failure));
        runtime.addListener(new RowRecorder());
        var compiled = runtime.getModels().get(0);
        var findings = new Findings();
        compiled.getMessages(DMNMessage.Severity.ERROR).forEach(message -> report(message, findings));
        findings.refuseIfAny();
        return new Compiled(new DmnDecisionModel(runtime, compiled.getNamespace(), compiled.getName()), logic);
    }

    /** Made at first use: it takes more than a second. */
    private static final class SharedValidator {
        static final DMNValidator INSTANCE = DMNValidatorFactory.newValidator(ClosedClassLoader.INSTANCE, List.of());
    }
}
