package org.rongcuo.dmn;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Turns the engine's own logging off, whatever the configuration says: it writes case values and FEEL texts into its
 * messages. What it has to say reaches us as results and findings. The loggers are held, for a logger that nobody holds
 * may be collected together with its level.
 */
final class SilentEngine {
    private static final List<Logger> SILENCED =
            List.of(Logger.getLogger("org.kie"), Logger.getLogger("org.drools"), Logger.getLogger("org.kie.dmn"));

    private SilentEngine() {}

    static void ensure() {
        for (var logger : SILENCED) {
            if (logger.getLevel() != Level.OFF) {
                logger.setLevel(Level.OFF);
            }
        }
    }
}
