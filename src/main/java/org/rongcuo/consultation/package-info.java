/**
 * Consultation: coordination groups (协调小组), their meetings, votes and conclusions (会商), and engagements (听证会, 第三方 …).
 * May use {@code cases}, {@code checklist}, {@code procedure}, {@code policy}, {@code tasks}, {@code access} and
 * {@code shared}.
 */
package org.rongcuo.consultation;
