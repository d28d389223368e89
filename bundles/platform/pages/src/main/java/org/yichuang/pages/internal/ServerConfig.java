package org.yichuang.pages.internal;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import javax.servlet.ServletConfig;
import javax.servlet.ServletContext;

/** The configuration of a module's servlet, which lives behind the door. */
record ServerConfig(String getServletName, ServletContext getServletContext) implements ServletConfig {
    private static final Map<String, String> PARAMETERS = Map.of(
            "hide-service-list-page", "true",
            // Else the first request's Host header would become the server's address
            "disable-address-updates", "true");

    @Override
    public String getInitParameter(String name) {
        return PARAMETERS.get(name);
    }

    @Override
    public Enumeration<String> getInitParameterNames() {
        return Collections.enumeration(PARAMETERS.keySet());
    }
}
