package org.yichuang.web.api;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/**
 * Who may call an operation or see a page, as its annotation says.
 *
 * @param isPublic whether those who have not signed in may
 * @param permission the permission that is needed, absent where none is
 */
public record AccessRule(boolean isPublic, Optional<String> permission) {
    /**
     * Reads the rule of a method.
     *
     * @throws IllegalArgumentException when it has none, or more than one
     */
    public static AccessRule of(Method method) {
        RequiresPermission required = method.getAnnotation(RequiresPermission.class);
        boolean everyone = method.isAnnotationPresent(AllowEveryone.class);
        boolean signedIn = method.isAnnotationPresent(AllowSignedIn.class);
        long rules = Stream.of(everyone, signedIn, required != null)
                .filter(present -> present)
                .count();
        if (rules != 1) {
            throw new IllegalArgumentException(method + " needs exactly one access rule: @RequiresPermission, "
                    + "@AllowSignedIn or @AllowEveryone");
        }
        return new AccessRule(everyone, Optional.ofNullable(required).map(RequiresPermission::value));
    }

    /**
     * Refuses an actor who may not.
     *
     * @throws ProblemException {@link CommonError#NOT_SIGNED_IN} for the public, {@link CommonError#NOT_ALLOWED}
     */
    public void check(Actor actor) {
        if (isPublic) {
            return;
        }
        if (actor.equals(Actor.ANONYMOUS)) {
            throw new ProblemException(
                    CommonError.NOT_SIGNED_IN, LocalizedMessage.of(AccessRule.class, "access-rule.sign-first"));
        }
        if (!permission.map(actor::isPermitted).orElse(true)) {
            throw new ProblemException(
                    CommonError.NOT_ALLOWED, LocalizedMessage.of(AccessRule.class, "access-rule.your-roles-do"));
        }
    }
}
