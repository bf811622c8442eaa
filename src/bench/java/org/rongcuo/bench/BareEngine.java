package org.rongcuo.bench;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.rongcuo.dmn.AdmittedModel;

/** The engine as any user of the library has it: type check on, no listener, all decisions evaluated. */
final class BareEngine {
    private final DMNRuntime runtime;
    private final DMNModel model;

    BareEngine(AdmittedModel admitted) {
        this.runtime = DMNRuntimeBuilder.fromDefaults()
                .setOption(new RuntimeTypeCheckOption(true))
                .buildConfiguration()
                .fromResources(List.of(
                        ResourceFactory.newByteArrayResource(admitted.xml().getBytes(StandardCharsets.UTF_8))))
                .getOrElseThrow(failure -> new IllegalStateException("does not compile", failure));
        this.model = runtime.getModels().get(0);
        if (model.hasErrors()) {
            throw new IllegalStateException("does not compile: " + model.getMessages());
        }
    }

    /** Facts by the names of the inputs, which is how the engine takes them. */
    static Map<String, Object> named(AdmittedModel admitted, Map<String, Object> facts) {
        Map<String, Object> named = new HashMap<>();
        admitted.outline().items().forEach(item -> named.put(item.name(), facts.get(item.id())));
        return named;
    }

    DMNResult evaluate(Map<String, Object> named) {
        var context = runtime.newContext();
        named.forEach(context::set);
        return runtime.evaluateAll(model, context);
    }

    /** The outcome word, null when there is none. */
    Object word(DMNResult result) {
        return result.getDecisionResultById("tolerability").getResult();
    }
}
