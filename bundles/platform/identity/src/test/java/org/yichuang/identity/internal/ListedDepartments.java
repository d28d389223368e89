package org.yichuang.identity.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.TenancyError;

/** The departments of centres, as a test lists them; who has no list takes any. */
final class ListedDepartments implements Departments {
    private final Map<TenantId, List<String>> open;
    private final Set<String> closed = new HashSet<>();

    ListedDepartments(Map<TenantId, List<String>> open) {
        this.open = open;
    }

    /** Takes a department off all lists. */
    void close(String name) {
        closed.add(name);
    }

    @Override
    public void check(List<String> names, CallContext context) {
        List<String> known = open.getOrDefault(context.tenant(), names);
        if (!known.containsAll(names) || names.stream().anyMatch(closed::contains)) {
            throw new ProblemException(TenancyError.DEPARTMENT_UNKNOWN, "没有这个部门", "No such department");
        }
    }

    @Override
    public List<Department> list(CallContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Department open(String name, CallContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Department rename(String id, String name, CallContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Department close(String id, boolean closed, CallContext context) {
        throw new UnsupportedOperationException();
    }
}
