/**
 * The public side of a case: public notices (公示) to the audience that the rule book allows, and objections (异议) to
 * them. May use {@code cases} and what stands below it.
 */
package org.rongcuo.publication;
