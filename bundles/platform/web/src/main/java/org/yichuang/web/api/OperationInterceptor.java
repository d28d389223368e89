package org.yichuang.web.api;

import java.lang.reflect.Method;
import javax.servlet.http.HttpServletRequest;

/** Looks at a call of a resource method before it happens. */
@FunctionalInterface
public interface OperationInterceptor {
    /**
     * Returns when the call may happen, else throws a {@code ProblemException}.
     *
     * @param resource the resource object
     * @param method its method
     * @param arguments what it is called with
     */
    void before(HttpServletRequest request, Object resource, Method method, Object[] arguments);
}
