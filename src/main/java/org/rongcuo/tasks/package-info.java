/**
 * Tasks (待办): what somebody has to look at, when it is due, and that it was done. Raised and owned by the features above,
 * each exactly once. May use {@code access} and {@code shared}.
 */
package org.rongcuo.tasks;
