package org.rongcuo;

import io.quarkus.arc.Arc;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.rongcuo.demo.DemoClock;

/** Sets the product's clock right after each test of a class that shifts it and is extended with this. */
public final class SetsTheClockRight implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext test) {
        Arc.container().instance(DemoClock.class).get().set(Duration.ZERO);
    }
}
