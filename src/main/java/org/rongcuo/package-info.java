/** The product's entry; may use nothing but the framework. */
package org.rongcuo;
