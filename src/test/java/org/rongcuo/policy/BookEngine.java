package org.rongcuo.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNDecisionResult.DecisionEvaluationStatus;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNMessageType;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.HitPolicy;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidator.Validation;
import org.kie.dmn.validation.DMNValidatorFactory;
import org.kie.dmn.validation.dtanalysis.DMNDTAnalysisMessage;
import org.kie.internal.io.ResourceFactory;

/** One seed model in the engine: its faults by validation and table analysis, its answers, and the rows that they hit. The only class of these tests that knows KIE. */
class BookEngine {
    private static final DMNValidator VALIDATOR = DMNValidatorFactory.newValidator();

    /** What the analysis may say of any table: remarks of style, not faults. */
    private static final Set<DMNMessageType> REMARKS = EnumSet.of(
            DMNMessageType.DECISION_TABLE_ANALYSIS_EMPTY,
            DMNMessageType.DECISION_TABLE_CONTRACTION_RULE,
            DMNMessageType.DECISION_TABLE_1STNFVIOLATION,
            DMNMessageType.DECISION_TABLE_2NDNFVIOLATION,
            DMNMessageType.DECISION_TABLE_HITPOLICY_RECOMMENDER);

    /** What it may say of a COLLECT table besides: no row and several rows are ordinary there. */
    private static final Set<DMNMessageType> COLLECTED = EnumSet.of(
            DMNMessageType.DECISION_TABLE_GAP,
            DMNMessageType.DECISION_TABLE_OVERLAP,
            DMNMessageType.DECISION_TABLE_SUBSUMPTION_RULE);

    private final Path file;
    private final DMNRuntime runtime;
    private final DMNModel model;
    private final Set<String> hit = new TreeSet<>();

    BookEngine(Path file) {
        this.file = file;
        runtime = DMNRuntimeBuilder.fromDefaults()
                .setOption(new RuntimeTypeCheckOption(true))
                .buildConfiguration()
                .fromResources(List.of(resource(file)))
                .getOrElseThrow(fault -> new IllegalStateException(file + " does not compile", fault));
        model = runtime.getModels().get(0);
        runtime.addListener(new DMNRuntimeEventListener() {
            @Override
            public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
                hit.addAll(event.getMatchesIds());
            }
        });
    }

    private static Resource resource(Path file) {
        try {
            return ResourceFactory.newByteArrayResource(Files.readAllBytes(file))
                    .setSourcePath(file.toString());
        } catch (IOException unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }

    /** Errors and warnings of schema, model and compilation, and whatever keeps a table from being proven; empty if the model is sound. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        for (DMNMessage message : VALIDATOR.validate(
                resource(file),
                Validation.VALIDATE_SCHEMA,
                Validation.VALIDATE_MODEL,
                Validation.VALIDATE_COMPILATION,
                Validation.ANALYZE_DECISION_TABLE)) {
            if (message instanceof DMNDTAnalysisMessage analysis
                    ? unproven(analysis)
                    : message.getLevel() != DMNMessage.Level.INFO) {
                faults.add(message.getMessageType() + " " + message.getText());
            }
        }
        model.getMessages().forEach(message -> faults.add(message.getText()));
        return faults;
    }

    private static boolean unproven(DMNDTAnalysisMessage message) {
        DecisionTable table = message.getAnalysis().getSource();
        return !REMARKS.contains(message.getMessageType())
                && !(table.getHitPolicy() == HitPolicy.COLLECT && COLLECTED.contains(message.getMessageType()));
    }

    /** Ids of the tables that the analysis got to the end of. */
    Set<String> analysed() {
        var tables = new TreeSet<String>();
        for (DMNMessage message : VALIDATOR.validate(resource(file), Validation.ANALYZE_DECISION_TABLE)) {
            if (message instanceof DMNDTAnalysisMessage analysis
                    && !analysis.getAnalysis().isError()) {
                tables.add(analysis.getAnalysis().getSource().getId());
            }
        }
        return tables;
    }

    /** The value of every decision by its name; a decision that did not succeed has none. */
    Map<String, Object> evaluate(Map<String, Object> facts) {
        var context = runtime.newContext();
        facts.forEach(context::set);
        var result = runtime.evaluateAll(model, context);
        var values = new HashMap<String, Object>();
        for (var decision : result.getDecisionResults()) {
            if (decision.getEvaluationStatus() == DecisionEvaluationStatus.SUCCEEDED) {
                values.put(decision.getDecisionName(), decision.getResult());
            }
        }
        return values;
    }

    /** Ids of the rows that the evaluations so far have hit. */
    Collection<String> hit() {
        return hit;
    }
}
