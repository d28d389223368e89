package org.yichuang.rest.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.yichuang.identity.api.Role;

/** Who may call an operation: an account of the path's tenant that holds one of the roles. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {
    /** The roles, any one of which is enough. */
    Role[] value();
}
