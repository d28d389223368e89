package org.yichuang.kernel.api.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A value that an operator may set. The type of the component says what it is: {@code boolean}, {@code int}, {@code
 * long}, {@link java.time.Duration} (ISO-8601), an enum (its names in small letters), {@link String}, or a list of
 * strings between commas.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {
    /** The key in the file. */
    String key();

    /** The value that holds when none is given. */
    String usual();

    /** The least number or the shortest duration that makes sense; numbers and durations must have one. */
    String least() default "";

    /** The largest number or the longest duration, which these have; the most characters of a text, usually 500. */
    String most() default "";

    /** In what numbers are counted, e.g. {@code bytes}, {@code ms}; empty where it is the number of things. */
    String unit() default "";
}
