/**
 * Cases: the file of one matter (一事一议), its subjects, documents and the acts of the procedure on it; writes who may
 * see it. May use {@code checklist}, {@code procedure}, {@code policy}, {@code tasks}, {@code access}
 * and {@code shared}.
 */
package org.rongcuo.cases;
