/**
 * The published contract: the catalogue of problems, and what the build adds to the OpenAPI document because it follows
 * from the endpoints. May use {@code access} and {@code shared}.
 */
package org.rongcuo.contract;
