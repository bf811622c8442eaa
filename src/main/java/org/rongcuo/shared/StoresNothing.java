package org.rongcuo.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a POST that only computes, such as a trial evaluation: it needs no {@code Idempotency-Key} and validates its body
 * with {@link Validation#valid} instead of passing through {@link Writes}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StoresNothing {}
