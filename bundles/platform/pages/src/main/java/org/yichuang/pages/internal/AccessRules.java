package org.yichuang.pages.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import org.yichuang.kernel.api.Actor;
import org.yichuang.web.api.AccessRule;

/** Who may see which page of a module; a module with a page without a rule does not get this far. */
final class AccessRules {
    private final Map<Method, AccessRule> ruleByMethod = new HashMap<>();
    private final Map<Method, String> templates = new HashMap<>();

    private AccessRules() {}

    /**
     * Reads the annotations of a module's resources.
     *
     * @throws IllegalArgumentException when one of them has no access rule, or lies outside of the module's roots
     */
    static AccessRules of(List<Object> resources, List<String> roots) {
        AccessRules rules = new AccessRules();
        for (Object resource : resources) {
            Path above = resource.getClass().getAnnotation(Path.class);
            if (above == null) {
                throw new IllegalArgumentException(resource.getClass() + " has no @Path");
            }
            for (Method method : resource.getClass().getMethods()) {
                if (isPage(method)) {
                    rules.templates.put(method, place(above, method, roots));
                    rules.ruleByMethod.put(method, AccessRule.of(method));
                }
            }
        }
        return rules;
    }

    private static boolean isPage(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.isAnnotationPresent(HttpMethod.class));
    }

    private static String place(Path above, Method method, List<String> roots) {
        Path below = method.getAnnotation(Path.class);
        String template = (above.value() + "/" + (below == null ? "" : below.value())).replaceAll("/+", "/");
        String[] segments = template.split("/");
        String root = segments.length > 2 ? segments[2] : "";
        if (segments.length < 2 || !segments[1].equals("{tenant}") || !roots.contains(root)) {
            throw new IllegalArgumentException(
                    template + " (" + method + ") is outside of /{tenant}/ and the roots " + roots);
        }
        return template.endsWith("/") ? template.substring(0, template.length() - 1) : template;
    }

    /** The path template of a page. */
    String template(Method method) {
        return templates.get(method);
    }

    /** Refuses whoever may not see the page. */
    void admit(Method method, Actor actor) {
        AccessRule rule = ruleByMethod.get(method);
        if (rule == null) {
            throw new IllegalStateException("Not a page of this module: " + method);
        }
        rule.check(actor);
    }
}
