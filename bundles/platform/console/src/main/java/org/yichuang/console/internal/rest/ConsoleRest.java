package org.yichuang.console.internal.rest;

import java.util.List;
import org.yichuang.console.internal.ConsoleDescriptor;
import org.yichuang.rest.api.RestModule;
import org.yichuang.tenancy.api.Departments;

/** What of the console's is also there for programs. */
public class ConsoleRest implements RestModule {
    private final List<Object> resources;

    /** Puts its resources in front of the services. */
    public ConsoleRest(Departments departments) {
        resources = List.of(new DepartmentResource(departments));
    }

    @Override
    public String module() {
        return "console";
    }

    @Override
    public List<String> roots() {
        return ConsoleDescriptor.REST_ROOTS;
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
