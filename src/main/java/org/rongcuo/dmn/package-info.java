/**
 * Rule books as DMN models: the gate that every model passes, the normaliser, the compiled model and the strict
 * reading of its results. The only package that knows KIE ({@code org.kie.*}, {@code org.drools.*}); nothing of KIE
 * shows in its public signatures. May use {@code shared} and nothing else of the product.
 *
 * <p>Source: the policy contract, "The gate", "What a model holds" and "Evaluation".
 */
package org.rongcuo.dmn;
