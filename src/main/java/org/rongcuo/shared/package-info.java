/**
 * What every feature stands on: problems (RFC 9457), pages, state versions, idempotency, domain events, the acting
 * person, the clock and bilingual texts. May use no other package of the product.
 */
package org.rongcuo.shared;
