/** Endpoints that exist in tests only, to try what no product endpoint offers; hidden from the contract. */
package org.rongcuo.edges;
