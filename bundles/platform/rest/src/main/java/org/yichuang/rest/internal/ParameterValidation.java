package org.yichuang.rest.internal;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.http.HttpServletRequest;
import org.yichuang.web.api.OperationInterceptor;

/** Checks body and parameters before an operation is called. */
final class ParameterValidation implements OperationInterceptor {
    private final Operations operations;
    private final Validation validation;
    private final Map<Method, Boolean> constrained = new ConcurrentHashMap<>();

    ParameterValidation(Operations operations, Validation validation) {
        this.operations = operations;
        this.validation = validation;
    }

    @Override
    public void before(HttpServletRequest request, Object resource, Method method, Object[] arguments) {
        int body = operations.get(method).body();
        if (constrained.computeIfAbsent(method, validation::constrains)) {
            validation.checkParameters(resource, method, arguments, body);
        }
        if (body >= 0 && arguments[body] != null) {
            validation.checkBody(arguments[body]);
        }
    }
}
