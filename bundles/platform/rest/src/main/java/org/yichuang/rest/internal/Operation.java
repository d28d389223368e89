package org.yichuang.rest.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
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
import org.yichuang.kernel.api.Actor;
import org.yichuang.rest.api.Command;
import org.yichuang.web.api.AccessRule;
import org.yichuang.web.api.AllowOldPassword;

/**
 * An operation of a module and who may call it.
 *
 * @param method the resource's method
 * @param verb the HTTP method
 * @param template the path below {@code /api}, e.g. {@code /{tenant}/cases/{number}}
 * @param access who may call it
 * @param command its mark as a command, if it has one
 * @param body the index of the parameter that takes the body, or -1
 */
record Operation(Method method, String verb, String template, AccessRule access, Optional<Command> command, int body) {

    static Operation of(Method method, String verb, String template) {
        AccessRule access = AccessRule.of(method);
        Optional<Command> command = Optional.ofNullable(method.getAnnotation(Command.class));
        return new Operation(method, verb, template, access, command, bodyOf(method));
    }

    /** Its method and template, as it is named in journal and metrics. */
    String name() {
        return verb + " " + template;
    }

    boolean isPublic() {
        return access.isPublic();
    }

    /** Whether one may call it before having chosen the new password that is due. */
    boolean takesOldPassword() {
        return method.isAnnotationPresent(AllowOldPassword.class);
    }

    /** Refuses whoever may not call it. */
    void admit(Actor actor) {
        access.check(actor);
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
