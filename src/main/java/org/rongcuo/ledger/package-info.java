/**
 * The record of everything (台账): hears every domain event in the act's own transaction and appends it to the hash chain
 * of its aggregate; gives all entries one order; verifies that nothing was changed, removed or reordered. May use
 * {@code access} and {@code shared}; the packages whose acts it records do not know it.
 */
package org.rongcuo.ledger;
