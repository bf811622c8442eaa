package org.rongcuo.dmn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNMessageType;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.HitPolicy;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidator.Validation;
import org.kie.dmn.validation.DMNValidatorFactory;
import org.kie.dmn.validation.dtanalysis.DMNDTAnalysisMessage;
import org.kie.internal.io.ResourceFactory;

/** What the engine's validation and table analysis hold against a model as it stands in its file. */
public final class TableProofs {
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

    private TableProofs() {}

    /** Errors and warnings of schema, model and compilation, and whatever keeps a table from being proven; empty if the model is sound. */
    public static List<String> faults(Path file) {
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
        return faults;
    }

    private static boolean unproven(DMNDTAnalysisMessage message) {
        DecisionTable table = message.getAnalysis().getSource();
        return !REMARKS.contains(message.getMessageType())
                && !(table.getHitPolicy() == HitPolicy.COLLECT && COLLECTED.contains(message.getMessageType()));
    }

    /** Ids of the tables that the analysis got to the end of. */
    public static Set<String> analysed(Path file) {
        var tables = new TreeSet<String>();
        for (DMNMessage message : VALIDATOR.validate(resource(file), Validation.ANALYZE_DECISION_TABLE)) {
            if (message instanceof DMNDTAnalysisMessage analysis
                    && !analysis.getAnalysis().isError()) {
                tables.add(analysis.getAnalysis().getSource().getId());
            }
        }
        return tables;
    }

    private static Resource resource(Path file) {
        try {
            return ResourceFactory.newByteArrayResource(Files.readAllBytes(file))
                    .setSourcePath(file.toString());
        } catch (IOException unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }
}
