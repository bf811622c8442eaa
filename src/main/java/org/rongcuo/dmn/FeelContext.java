package org.rongcuo.dmn;

import java.util.List;
import java.util.Map;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.CompiledExpression;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.impl.EvaluationContextImpl;
import org.kie.dmn.feel.lang.impl.FEELImpl;

/**
 * What the engine's FEEL knows while it judges a cell or works out an expression: the values of all names so far. Made
 * only when something is not known already. Used by one thread.
 */
final class FeelContext {
    private final FEELImpl feel;
    private final Map<String, Object> values;
    private EvaluationContextImpl context;
    private int errors;

    /** @param values by name; read when the engine is first asked, so that later values are not seen */
    FeelContext(FEEL feel, Map<String, Object> values) {
        this.feel = (FEELImpl) feel;
        this.values = values;
    }

    EvaluationContext feel() {
        if (context == null) {
            context = feel.newEvaluationContext(List.of(this::hear), values);
            context.setPerformRuntimeTypeCheck(true);
        }
        return context;
    }

    /** The value of an expression; the engine's FEEL gives null where it finds an error. */
    Object evaluate(CompiledExpression expression) {
        return feel.evaluate(expression, feel());
    }

    /** How many errors the engine's FEEL has reported. */
    int errors() {
        return errors;
    }

    private void hear(FEELEvent event) {
        if (event.getSeverity() == FEELEvent.Severity.ERROR) {
            errors++;
        }
    }
}
