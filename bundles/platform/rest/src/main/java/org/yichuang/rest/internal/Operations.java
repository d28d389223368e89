package org.yichuang.rest.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.rest.api.BodyGate;
import org.yichuang.rest.api.RestModule;

/** All operations of a module; a module that has one without an access rule does not get this far. */
final class Operations {
    private static final Pattern EXPRESSION = Pattern.compile("\\{\\s*(\\w[\\w.-]*)\\s*:[^{}]*(?:\\{[^{}]*}[^{}]*)*}");

    private static final Pattern PLACE = Pattern.compile("\\{[^}]+}");

    private final Map<Method, Operation> byMethod;
    private final Map<Method, BodyGate> gates;
    private final List<Operation> inOrder;

    private Operations(List<Operation> operations, Map<Method, BodyGate> gates) {
        this.gates = Map.copyOf(gates);
        inOrder = List.copyOf(operations);
        byMethod = new HashMap<>();
        operations.forEach(operation -> byMethod.put(operation.method(), operation));
    }

    /**
     * Reads the annotations of a module's resources.
     *
     * @throws IllegalArgumentException when one of them has no access rule, or lies outside of the module's roots
     */
    static Operations of(RestModule module) {
        List<Operation> found = new ArrayList<>();
        Map<Method, BodyGate> gates = new HashMap<>();
        for (Object resource : module.resources()) {
            Path above = resource.getClass().getAnnotation(Path.class);
            if (above == null) {
                throw new IllegalArgumentException(resource.getClass() + " has no @Path");
            }
            for (Method method : resource.getClass().getMethods()) {
                Optional<Operation> operation = read(method, above.value(), module.roots());
                operation.ifPresent(found::add);
                if (operation.isPresent() && resource instanceof BodyGate gate) {
                    gates.put(method, gate);
                }
            }
        }
        found.sort((a, b) -> (a.template() + " " + a.verb()).compareTo(b.template() + " " + b.verb()));
        return new Operations(found, gates);
    }

    private static Optional<Operation> read(Method method, String above, List<String> roots) {
        Path path = method.getAnnotation(Path.class);
        String template = template(above, path == null ? "" : path.value());
        Optional<String> verb = verb(method);
        if (verb.isEmpty()) {
            if (path != null) {
                throw new IllegalArgumentException("A sub-resource cannot carry an access rule: " + method);
            }
            return Optional.empty();
        }
        if (roots.stream().noneMatch(root -> template.matches("/\\{tenant}/" + Pattern.quote(root) + "(/.*)?"))) {
            throw new IllegalArgumentException(template + " is outside of /{tenant}/ and the roots " + roots);
        }
        return Optional.of(Operation.of(method, verb.get(), template));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(mark -> mark != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String template(String above, String below) {
        String joined = ("/" + above + "/" + below).replaceAll("/+", "/");
        Matcher expressions = EXPRESSION.matcher(joined);
        String plain = expressions.replaceAll("{$1}");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** The operation that a resource's method is. */
    Operation get(Method method) {
        Operation operation = byMethod.get(method);
        if (operation == null) {
            throw new IllegalStateException("Not an operation of this module: " + method);
        }
        return operation;
    }

    /** What its resource says to the call of an operation before the body is read. */
    void checkBeforeBody(Operation operation, CallContext context) {
        BodyGate gate = gates.get(operation.method());
        if (gate != null) {
            gate.check(operation.name(), context);
        }
    }

    /**
     * The methods that a path takes, without those that every path takes; CXF's own answer names too many or too few.
     */
    Set<String> verbsOf(String path) {
        Set<String> verbs = new TreeSet<>();
        for (Operation operation : inOrder) {
            String form = PLACE.matcher(operation.template()).replaceAll("[^/]+");
            if (path.matches(form + "/?")) {
                verbs.add(operation.verb());
            }
        }
        return verbs;
    }

    List<Operation> all() {
        return inOrder;
    }
}
