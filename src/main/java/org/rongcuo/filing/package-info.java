/**
 * Prior filing (事前报备): what is filed before acting, its feedback, monitoring and archive; its invocation by an exemption
 * case, which proves the fact that the tables ask for; the evidence of how it was decided (三重一大); and proposals, which
 * anyone may make. May use {@code cases}, {@code checklist}, {@code procedure}, {@code policy}, {@code tasks}, {@code
 * access} and {@code shared}.
 */
package org.rongcuo.filing;
