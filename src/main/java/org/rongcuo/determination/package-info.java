/**
 * Determination (认定) of each subject by people on the tables' advice, its feedback (反馈), its internal review (复议), which may
 * replace it by a lighter one, and who else is told or asked. May use {@code cases}, {@code checklist}, {@code procedure},
 * {@code policy}, {@code tasks}, {@code access} and {@code shared}.
 */
package org.rongcuo.determination;
