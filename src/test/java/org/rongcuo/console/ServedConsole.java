package org.rongcuo.console;

import java.util.Map;
import org.rongcuo.demo.StartedDemo;

/** A demo just started, which serves the console: built from its sources first. */
public class ServedConsole extends StartedDemo {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.quinoa", "true");
    }
}
