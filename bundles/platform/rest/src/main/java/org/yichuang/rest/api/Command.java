package org.yichuang.rest.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that changes something: the door demands an {@code Idempotency-Key} and puts it, with the fingerprint of
 * method, path and body, into the {@code CallContext}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Command {
    /** Whether a client may leave the key out (then nothing is recognised as repeated). */
    boolean keyOptional() default false;
}
