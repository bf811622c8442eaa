/**
 * Who may do what where: jurisdictions, organs, persons, assignments, clearance, and the one predicate that decides
 * which cases a person sees. May use {@code shared}.
 */
package org.rongcuo.access;
