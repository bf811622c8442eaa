package org.rongcuo.bench.echo;

import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The engine as any user of the library has it: facts by the names of the inputs in, all values out. */
@Path("/engine")
@Singleton
public class PlainEngine {
    private final DMNRuntime runtime;
    private final DMNModel model;

    PlainEngine() throws IOException {
        try (var dmn = Thread.currentThread().getContextClassLoader().getResourceAsStream("tolerance.dmn")) {
            runtime = DMNRuntimeBuilder.fromDefaults()
                    .setOption(new RuntimeTypeCheckOption(true))
                    .buildConfiguration()
                    .fromResources(List.of(ResourceFactory.newByteArrayResource(dmn.readAllBytes())))
                    .getOrElseThrow(failure -> new IllegalStateException(failure));
        }
        model = runtime.getModels().get(0);
    }

    @POST
    public Map<String, Object> evaluate(Map<String, Object> facts) {
        var context = runtime.newContext();
        facts.forEach(context::set);
        var result = runtime.evaluateAll(model, context);
        if (result.hasErrors()) {
            throw new IllegalStateException("errors");
        }
        return result.getContext().getAll();
    }
}
