package org.rongcuo.shared;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An answer to an item: a text of at most 2,000 characters, a number, or true or false; null passes. */
@Documented
@Constraint(validatedBy = Scalar.OfAnswer.class)
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Scalar {
    String message() default "应为文本(不超过 2000 字)、数值、true 或 false|must be a text (at most 2000), a number, true or false";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class OfAnswer implements ConstraintValidator<Scalar, Object> {
        @Override
        public boolean isValid(Object value, ConstraintValidatorContext context) {
            return value == null
                    || value instanceof Number
                    || value instanceof Boolean
                    || value instanceof String text && text.length() <= 2000;
        }
    }
}
