package org.yichuang.rest.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.message.Exchange;

/** Calls an operation once its body and parameters have been checked. */
final class CheckingInvoker extends JAXRSInvoker {
    private final Operations operations;
    private final Validation validation;
    private final Map<Method, Boolean> constrained = new ConcurrentHashMap<>();

    CheckingInvoker(Operations operations, Validation validation) {
        this.operations = operations;
        this.validation = validation;
    }

    @Override
    protected Object performInvocation(Exchange exchange, Object resource, Method method, Object[] values)
            throws IllegalAccessException, InvocationTargetException {
        int body = operations.get(method).body();
        if (constrained.computeIfAbsent(method, validation::constrains)) {
            validation.checkParameters(resource, method, values, body);
        }
        if (body >= 0 && values[body] != null) {
            validation.checkBody(values[body]);
        }
        return method.invoke(resource, values);
    }
}
