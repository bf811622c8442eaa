/**
 * The procedure: transition tables, the acts and who may do them, and the SPI by which higher packages offer their acts.
 * The working calendar and the terms reckoned with it. May use {@code policy}, {@code access} and {@code shared}.
 */
package org.rongcuo.procedure;
