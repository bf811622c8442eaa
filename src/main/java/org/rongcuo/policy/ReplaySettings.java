package org.rongcuo.policy;

import java.time.Duration;

/**
 * How replays are run.
 *
 * @param batch subjects a transaction
 * @param lease after so long without a sign another may go on; a batch takes a third of it at most
 */
record ReplaySettings(int batch, Duration lease) {}
