package org.yichuang.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Beside an access rule: also an account may call the operation that must choose a new password before anything else.
 * Every
 * other operation refuses it with {@code password-change-required}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowOldPassword {}
