/**
 * Terms (期限): how each step of a case stands to its deadline, who is reminded of it, its extension, and deferral (搁置) with
 * its ends. May use {@code cases}, {@code checklist}, {@code procedure}, {@code policy}, {@code tasks}, {@code access} and
 * {@code shared}.
 */
package org.rongcuo.terms;
