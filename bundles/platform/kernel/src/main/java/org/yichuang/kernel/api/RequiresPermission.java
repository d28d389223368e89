package org.yichuang.kernel.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What one must be permitted to do in order to call a method. On a method of a service it is a promise: its
 * implementation begins with {@link CallContext#require} of the same permission. On a REST operation or a page it is
 * the
 * access rule, and names the permission of the service's method that it calls, so that nobody is let in who is refused
 * later.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresPermission {
    /** The permission, {@code <module>.<verb>}, as the module's descriptor declares it. */
    String value();
}
