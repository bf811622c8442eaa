/**
 * Rule books and their versions: lifecycle, resolution in time and place, layers, lenity (从旧兼从轻), evaluation and its
 * record. May use {@code dmn}, {@code tasks}, {@code access} and
 * {@code shared}.
 */
package org.rongcuo.policy;
