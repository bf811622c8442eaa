package org.rongcuo.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an endpoint that changes an aggregate from a state version the caller has read: one that ends in {@link
 * Writes#act}. The contract then demands the {@code If-Match} header and lists 412 and 428.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface IfMatch {}
