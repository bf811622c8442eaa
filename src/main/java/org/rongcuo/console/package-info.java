/**
 * How the console's pages are served; the pages themselves are built from {@code src/main/webui}. The console is a client of
 * the contract like any other. May use {@code access} and {@code shared}.
 */
package org.rongcuo.console;
