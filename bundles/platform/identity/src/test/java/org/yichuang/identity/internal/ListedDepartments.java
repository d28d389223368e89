package org.yichuang.identity.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.TenancyError;

/** The departments of centres, as a test lists them; who has no list takes any. One may have been renamed. */
final class ListedDepartments implements Departments {
    private final Map<TenantId, List<String>> open;
    private final Set<String> closed = new HashSet<>();
    private final Map<String, String> renamed = new HashMap<>();

    ListedDepartments(Map<TenantId, List<String>> open) {
        this.open = open;
    }

    /** Takes a department off all lists. */
    void close(String name) {
        closed.add(name);
    }

    void renamed(String former, String present) {
        renamed.put(former, present);
    }

    @Override
    public Set<String> allNames(Set<String> names, CallContext context) {
        Set<String> all = new TreeSet<>(presentNames(names, context));
        renamed.forEach((former, present) -> {
            if (all.contains(present)) {
                all.add(former);
            }
        });
        return all;
    }

    @Override
    public Set<String> presentNames(Set<String> names, CallContext context) {
        return names.stream().map(name -> renamed.getOrDefault(name, name)).collect(Collectors.toSet());
    }

    @Override
    public void check(List<String> names, CallContext context) {
        List<String> known = open.getOrDefault(context.tenant(), names);
        boolean isKnown = known.containsAll(presentNames(Set.copyOf(names), context)) || known.containsAll(names);
        if (!isKnown || names.stream().anyMatch(closed::contains)) {
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
    public Department setOtherNames(String id, Set<String> names, CallContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> unlisted(CallContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Department close(String id, boolean closed, CallContext context) {
        throw new UnsupportedOperationException();
    }
}
