/**
 * What follows a mistake and its determination: corrections (纠错) with their rounds, the facts they give to checklists, and
 * the record that an inquiry considered tolerance. May use {@code cases} and what stands below it.
 */
package org.rongcuo.aftercare;
