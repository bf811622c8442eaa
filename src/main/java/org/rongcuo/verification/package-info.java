/**
 * Verification (核实): two or more investigate a case, each subject is heard and each claim answered, they report; and which
 * way the case goes from there. May use {@code cases}, {@code checklist}, {@code procedure}, {@code policy}, {@code
 * tasks}, {@code access} and {@code shared}.
 */
package org.rongcuo.verification;
