/**
 * The procedure: transition tables, the acts and who may do them, and the SPI by which higher packages offer their acts.
 * May use {@code policy} and {@code shared}.
 */
package org.rongcuo.procedure;
