package org.yichuang.web.internal.server;

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import javax.servlet.ServletConfig;
import javax.servlet.ServletContext;

/**
 * The configuration of a module's servlet, which lives behind the chain and in no web application: its context has
 * nothing to offer.
 */
final class ModuleServletConfig implements ServletConfig {
    private static final Map<String, String> PARAMETERS = Map.of(
            "hide-service-list-page", "true",
            // Else the first request's Host header would become the server's address
            "disable-address-updates", "true");

    private static final ServletContext NOWHERE = (ServletContext) Proxy.newProxyInstance(
            // Its own loader: this bundle does not import every package that its methods name
            ServletContext.class.getClassLoader(), new Class<?>[] {ServletContext.class}, (proxy, method, values) -> {
                if (method.getReturnType() == String.class) {
                    return method.getName().equals("getContextPath") ? "" : null;
                }
                return method.getReturnType() == Enumeration.class
                        ? Collections.emptyEnumeration()
                        : zero(method.getReturnType());
            });

    private static Object zero(Class<?> type) {
        if (type == int.class) {
            return 0;
        }
        return type == boolean.class ? Boolean.FALSE : null;
    }

    private final String name;

    /** @param name the module's word */
    ModuleServletConfig(String name) {
        this.name = name;
    }

    @Override
    public String getServletName() {
        return name;
    }

    @Override
    public ServletContext getServletContext() {
        return NOWHERE;
    }

    @Override
    public String getInitParameter(String parameter) {
        return PARAMETERS.get(parameter);
    }

    @Override
    public Enumeration<String> getInitParameterNames() {
        return Collections.enumeration(PARAMETERS.keySet());
    }
}
