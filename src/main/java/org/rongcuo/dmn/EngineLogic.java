package org.rongcuo.dmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.core.api.DMNExpressionEvaluator;
import org.kie.dmn.core.ast.DMNBaseNode;
import org.kie.dmn.core.ast.DMNLiteralExpressionEvaluator;
import org.kie.dmn.core.compiler.DMNCompilerContext;
import org.kie.dmn.core.compiler.DMNCompilerImpl;
import org.kie.dmn.core.compiler.DMNEvaluatorCompiler;
import org.kie.dmn.core.impl.BaseDMNTypeImpl;
import org.kie.dmn.core.impl.DMNModelImpl;
import org.kie.dmn.core.util.Msg;
import org.kie.dmn.core.util.NamespaceUtil;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.CompiledExpression;
import org.kie.dmn.feel.runtime.UnaryTest;
import org.kie.dmn.feel.runtime.decisiontables.DTOutputClause;
import org.kie.dmn.model.api.DMNElement;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Expression;
import org.kie.dmn.model.api.InputClause;
import org.kie.dmn.model.api.LiteralExpression;
import org.kie.dmn.model.api.OutputClause;

/**
 * Stands at the engine's extension point for decision logic: lets the engine compile as it does, and keeps of each
 * decision what the row index is built of, every cell test, output and expression compiled by the engine itself in the
 * engine's own context of names and types. One per model; used while compiling, by one thread.
 */
final class EngineLogic {
    private final Map<String, Table> tables = new HashMap<>();
    private final Map<String, Literal> expressions = new HashMap<>();
    private FEEL feel;

    /** A literal expression and its text. */
    record Literal(String text, CompiledExpression compiled) {}

    /**
     * A decision table as the engine compiled it.
     *
     * @param columns its input columns
     * @param rows the output cells of each row
     */
    record Table(List<Column> columns, List<DTOutputClause> outputs, List<List<CompiledExpression>> rows) {}

    /**
     * An input column.
     *
     * @param text of its expression
     * @param admitted tests of which a value must meet one for the table to be read at all; empty for none
     * @param texts of its cells, by row
     * @param tests each distinct cell once, by its text
     */
    record Column(
            String text,
            CompiledExpression expression,
            List<UnaryTest> admitted,
            boolean collection,
            List<String> texts,
            Map<String, List<UnaryTest>> tests) {}

    /** The table of the decision of that id, or null. */
    Table table(String decision) {
        return tables.get(decision);
    }

    /** The literal expression of the decision of that id, or null. */
    Literal expression(String decision) {
        return expressions.get(decision);
    }

    /** An instance of the engine's FEEL, with its own class loader. */
    FEEL feel() {
        return feel;
    }

    /** What the engine is given in place of its own compiler of decision logic. */
    DMNEvaluatorCompiler compiler(DMNCompilerImpl compiler) {
        return new Listening(compiler);
    }

    private final class Listening extends DMNEvaluatorCompiler {
        Listening(DMNCompilerImpl compiler) {
            super(compiler);
        }

        @Override
        public DMNExpressionEvaluator compileExpression(
                DMNCompilerContext ctx, DMNModelImpl model, DMNBaseNode node, String name, Expression expression) {
            var evaluator = super.compileExpression(ctx, model, node, name, expression);
            feel = feel == null ? ctx.getFeelHelper().newFEELInstance() : feel;
            if (evaluator instanceof DMNLiteralExpressionEvaluator literal) {
                expressions.put(
                        node.getId(), new Literal(((LiteralExpression) expression).getText(), literal.getExpression()));
            }
            return evaluator;
        }

        @Override
        protected DMNExpressionEvaluator compileDecisionTable(
                DMNCompilerContext ctx, DMNModelImpl model, DMNBaseNode node, String name, DecisionTable table) {
            var evaluator = super.compileDecisionTable(ctx, model, node, name, table);
            tables.put(node.getId(), new Reading(ctx, model, table).read());
            return evaluator;
        }
    }

    /** One table read in the engine's context. */
    private record Reading(DMNCompilerContext ctx, DMNModelImpl model, DecisionTable table) {
        Table read() {
            var columns = new ArrayList<Column>();
            for (var n = 0; n < table.getInput().size(); n++) {
                columns.add(column(table.getInput().get(n), n));
            }
            var outputs = table.getOutput().stream().map(this::output).toList();
            var rows = table.getRule().stream()
                    .map(rule -> rule.getOutputEntry().stream()
                            .map(cell -> expression(cell.getText(), rule))
                            .toList())
                    .toList();
            return new Table(columns, outputs, rows);
        }

        private Column column(InputClause input, int number) {
            var expression = input.getInputExpression();
            var type = type(input);
            List<UnaryTest> admitted = List.of();
            if (input.getInputValues() != null) {
                admitted = tests(input.getInputValues().getText(), input);
            } else if (type instanceof BaseDMNTypeImpl declared && declared.getAllowedValuesFEEL() != null) {
                admitted = declared.getAllowedValuesFEEL();
            }
            var texts = new ArrayList<String>();
            var tests = new HashMap<String, List<UnaryTest>>();
            ctx.enterFrame();
            try {
                ctx.setVariable("?", type);
                for (var rule : table.getRule()) {
                    var text = rule.getInputEntry().get(number).getText();
                    texts.add(text);
                    if (!tests.containsKey(text)) {
                        tests.put(text, tests(text, rule));
                    }
                }
            } finally {
                ctx.exitFrame();
            }
            return new Column(
                    expression.getText(),
                    expression(expression.getText(), table),
                    List.copyOf(admitted),
                    type.isCollection(),
                    texts,
                    tests);
        }

        /** As the engine does, a column with values of its own has no type. */
        private DMNType type(InputClause input) {
            var expression = input.getInputExpression();
            if (input.getInputValues() != null || expression.getTypeRef() == null) {
                return model.getTypeRegistry().unknown();
            }
            var name = NamespaceUtil.getNamespaceAndName(
                    expression, model.getImportAliasesForNS(), expression.getTypeRef(), model.getNamespace());
            var type = model.getTypeRegistry().resolveType(name.getNamespaceURI(), name.getLocalPart());
            return type == null ? model.getTypeRegistry().unknown() : type;
        }

        private DTOutputClause output(OutputClause output) {
            var type = DMNEvaluatorCompiler.inferTypeRef(model, table, output);
            List<UnaryTest> values = null;
            if (output.getOutputValues() != null) {
                values = tests(output.getOutputValues().getText(), output);
            } else if (type != model.getTypeRegistry().unknown()) {
                values = type.getAllowedValuesFEEL();
            }
            return new DTOutputClause(
                    output.getName(), output.getId(), values, null, type.getFeelType(), type.isCollection());
        }

        private List<UnaryTest> tests(String text, DMNElement element) {
            return ctx.getFeelHelper()
                    .evaluateUnaryTests(
                            ctx,
                            text,
                            model,
                            element,
                            Msg.ERR_COMPILING_FEEL_EXPR_ON_DT_RULE_IDX,
                            text,
                            table.getId(),
                            0);
        }

        private CompiledExpression expression(String text, DMNElement element) {
            return ctx.getFeelHelper()
                    .compileFeelExpression(
                            ctx,
                            text,
                            model,
                            element,
                            Msg.ERR_COMPILING_FEEL_EXPR_ON_DT_RULE_IDX,
                            text,
                            table.getId(),
                            0);
        }
    }
}
