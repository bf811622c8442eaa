/**
 * The checklist (核实清单) of a case, derived from the versions that apply, and its answers per subject. May use
 * {@code policy}, {@code access} and {@code shared}.
 */
package org.rongcuo.checklist;
