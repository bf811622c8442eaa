/**
 * What the demo and the tests add to the product and the product never contains: an embedded PostgreSQL, demo persons
 * with HTTP Basic, a worked example and past cases.
 */
package org.rongcuo.demo;
