package org.yichuang.rest.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.BeanParam;
import javax.ws.rs.CookieParam;
import javax.ws.rs.FormParam;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.MatrixParam;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.apache.cxf.jaxrs.ext.multipart.Multipart;
import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.rest.api.Allow;
import org.yichuang.rest.api.AllowEveryone;
import org.yichuang.rest.api.AllowOldPassword;
import org.yichuang.rest.api.Command;

/**
 * An operation of a module and who may call it.
 *
 * @param method the resource's method
 * @param verb the HTTP method
 * @param template the path below {@code /api}, e.g. {@code /{tenant}/cases/{number}}
 * @param roles keys of the roles that may call it, empty for a public one
 * @param command its mark as a command, if it has one
 * @param body the index of the parameter that takes the body, or -1
 */
record Operation(Method method, String verb, String template, Set<String> roles, Optional<Command> command, int body) {

    static Operation of(Method method, String verb, String template) {
        Allow allow = method.getAnnotation(Allow.class);
        boolean everyone = method.isAnnotationPresent(AllowEveryone.class);
        if (everyone == (allow != null) || allow != null && allow.value().length == 0) {
            throw new IllegalArgumentException(verb + " " + template + " (" + method
                    + ") needs exactly one access rule: @Allow with roles, or @AllowEveryone");
        }
        Set<String> roles = everyone
                ? Set.of()
                : Arrays.stream(allow.value()).map(Role::key).collect(Collectors.toUnmodifiableSet());
        Optional<Command> command = Optional.ofNullable(method.getAnnotation(Command.class));
        return new Operation(method, verb, template, roles, command, bodyOf(method));
    }

    boolean isPublic() {
        return roles.isEmpty();
    }

    /** Whether one may call it before having chosen the new password that is due. */
    boolean takesOldPassword() {
        return method.isAnnotationPresent(AllowOldPassword.class);
    }

    /** Refuses whoever may not call it. */
    void admit(Actor actor) {
        if (isPublic() || actor.roles().stream().anyMatch(roles::contains)) {
            return;
        }
        if (actor == Actor.ANONYMOUS) {
            throw new ProblemException(CommonError.NOT_SIGNED_IN, "请先登录", "Sign in first");
        }
        throw new ProblemException(CommonError.NOT_ALLOWED, "您的角色无权执行此操作", "Your roles do not allow this");
    }

    private static int bodyOf(Method method) {
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (annotations().noneMatch(parameters[i]::isAnnotationPresent)) {
                return i;
            }
        }
        return -1;
    }

    /** The annotations of parameters that are not the body. */
    private static Stream<Class<? extends java.lang.annotation.Annotation>> annotations() {
        return List.of(
                PathParam.class,
                QueryParam.class,
                HeaderParam.class,
                FormParam.class,
                CookieParam.class,
                MatrixParam.class,
                BeanParam.class,
                Context.class,
                Multipart.class)
                .stream();
    }
}
