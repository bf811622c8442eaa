/**
 * What measures the product and is no part of it: benchmarks, one command each ({@code src/bench/run}), and the generator
 * of past cases. Stands on the class path of the tests, so that it cannot rot, and of the build {@code -Pbench}.
 */
package org.rongcuo.bench;
