package org.yichuang.rest.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an operation answers, for the OpenAPI document, where its method's return type does not tell (a {@code Response}
 * with an {@code ETag} or a {@code Location}).
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {
    /** The body's class; {@code Void} for none, {@code byte[]} for a file. */
    Class<?> value() default Void.class;

    /** The status when all goes well. */
    int status() default 200;
}
