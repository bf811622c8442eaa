package org.rongcuo.dmn;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.feel.runtime.Range.RangeBoundary;
import org.kie.dmn.validation.DMNValidator.Validation;
import org.kie.dmn.validation.dtanalysis.InternalDMNDTAnalyserFactory;
import org.kie.dmn.validation.dtanalysis.model.Bound;
import org.kie.dmn.validation.dtanalysis.model.DTAnalysis;
import org.kie.dmn.validation.dtanalysis.model.Hyperrectangle;
import org.kie.dmn.validation.dtanalysis.model.Interval;
import org.kie.internal.io.ResourceFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The engine's own decision-table analysis, one table at a time, held against our reading of that table. The engine
 * analyses all tables of a model at a stroke, so each table is given to it in a model of its own, in which the other
 * tables are emptied.
 */
final class EngineTables {
    private final Document model;

    /** @param model an admitted model; left as it is */
    EngineTables(Document model) {
        this.model = model;
    }

    /** What keeps the engine from vouching for our reading of the table; null if nothing does. */
    NotProven objection(TableGrid grid) {
        var analysis = analyse(grid.id());
        if (analysis == null) {
            return skipped("", "");
        }
        if (analysis.isError()) {
            // The exception's text is the engine's English; it stands for cells that our own reading let pass.
            var why = Findings.quote(message(analysis));
            return skipped(":" + why, ": " + why);
        }
        if (grid.singleHit()
                && !analysis.getDdtaTable().getColIDsStringWithoutEnum().isEmpty()) {
            return skipped("", "");
        }
        return agrees(analysis, grid)
                ? null
                : NotProven.table(
                        "engine-disagrees",
                        "引擎的分析与系统自己的分析不一致,请简化该表的条件",
                        "the engine's analysis and our own do not agree: simplify the conditions of the table");
    }

    private static NotProven skipped(String zh, String en) {
        return NotProven.table("engine-skipped", "引擎没有分析该表" + zh, "the engine did not analyse the table" + en);
    }

    private static String message(DTAnalysis analysis) {
        return analysis.asDMNMessages().stream()
                .map(message -> message.getText())
                .findFirst()
                .orElse("");
    }

    private DTAnalysis analyse(String decision) {
        SilentEngine.ensure();
        var xml = CanonicalXml.text(alone(decision));
        var runtime = DMNRuntimeBuilder.fromDefaults()
                .setRootClassLoader(ClosedClassLoader.INSTANCE)
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newByteArrayResource(xml.getBytes(StandardCharsets.UTF_8))))
                .getOrElseThrow(failure -> new IllegalStateException("an admitted table does not compile", failure));
        return InternalDMNDTAnalyserFactory.newDMNDTAnalyser(List.of())
                .analyse(runtime.getModels().get(0), EnumSet.of(Validation.ANALYZE_DECISION_TABLE))
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** The model with no table but that of the decision. */
    private Document alone(String decision) {
        var copy = (Document) model.cloneNode(true);
        var definitions = copy.getDocumentElement();
        for (var diagram : Nodes.children(definitions, "DMNDI")) {
            definitions.removeChild(diagram);
        }
        for (var other : Nodes.children(definitions, "decision")) {
            var table = Nodes.child(other, "decisionTable");
            if (table != null && !decision.equals(Nodes.attribute(other, "id"))) {
                other.replaceChild(nothing(other), table);
            }
        }
        return copy;
    }

    private static Element nothing(Element near) {
        var nothing = Nodes.create(near, "literalExpression");
        Nodes.setText(nothing, "null");
        return nothing;
    }

    /** Whether whatever the engine reports is so by our sets too. It may report less: it overlooks some gaps. */
    private static boolean agrees(DTAnalysis analysis, TableGrid grid) {
        for (var gap : analysis.getGaps()) {
            var box = box(gap, grid);
            if (isRow(box) && grid.rows().stream().anyMatch(box::meets)) {
                return false;
            }
        }
        for (var overlap : analysis.getOverlaps()) {
            var box = box(overlap.getOverlap(), grid);
            if (isRow(box)
                    && !overlap.getRules().stream()
                            .map(number -> grid.rows().get(number - 1))
                            .allMatch(row -> row.holds(box))) {
                return false;
            }
        }
        return true;
    }

    /** Of intervals between words or days many hold nothing that is admissible. */
    private static boolean isRow(TableGrid.Row box) {
        return !box.neverMatches();
    }

    /** The engine's box in our sets. Columns without an edge may have any value. */
    private static TableGrid.Row box(Hyperrectangle box, TableGrid grid) {
        var edges = box.getEdges();
        var cells = new BitSet[grid.columns().size()];
        for (var n = 0; n < cells.length; n++) {
            var pieces = grid.columns().get(n).pieces();
            var edge = n < edges.size() ? edges.get(n) : null;
            cells[n] = edge == null ? pieces.all() : pieces.matching(interval(edge)::holds);
        }
        return new TableGrid.Row(null, List.of(cells), List.of());
    }

    private static AllowedRange.Interval interval(Interval edge) {
        return new AllowedRange.Interval(
                end(edge.getLowerBound()),
                edge.getLowerBound().getBoundaryType() == RangeBoundary.CLOSED,
                end(edge.getUpperBound()),
                edge.getUpperBound().getBoundaryType() == RangeBoundary.CLOSED);
    }

    private static Comparable<?> end(Bound<?> bound) {
        var value = bound.getValue();
        return value == Interval.NEG_INF || value == Interval.POS_INF ? null : value;
    }
}
