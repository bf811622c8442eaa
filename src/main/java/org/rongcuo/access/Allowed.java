package org.rongcuo.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an endpoint at all: whoever holds one of the roles somewhere; with no role named, every registered
 * person. Where and on which case the role counts is decided by the service. Every endpoint bears either this or
 * {@link Anonymous}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {
    Role[] value() default {};
}
