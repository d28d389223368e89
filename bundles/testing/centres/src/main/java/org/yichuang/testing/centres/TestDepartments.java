package org.yichuang.testing.centres;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.TenancyError;

/** The departments of centres, as a test lists them; who has no list takes any. */
public class TestDepartments implements Departments {
    private final Map<TenantId, List<Department>> lists;

    /** Centres without lists. */
    public TestDepartments() {
        this(new HashMap<>());
    }

    /** @param lists the departments of centres, which a test may change */
    public TestDepartments(Map<TenantId, List<Department>> lists) {
        this.lists = lists;
    }

    /** Gives a centre a list of open departments. */
    public void list(TenantId centre, String... names) {
        lists.put(
                centre,
                Stream.of(names).map(name -> new Department(name, name, false)).toList());
    }

    /** Closes a department. */
    public void close(TenantId centre, String name) {
        change(centre, name, old -> new Department(old.id(), old.name(), old.otherNames(), true));
    }

    /** Renames a department; its old name goes on being one of its names. */
    public void rename(TenantId centre, String name, String present) {
        change(centre, name, old -> new Department(old.id(), present, old.allNames(), old.isClosed()));
    }

    private void change(TenantId centre, String name, UnaryOperator<Department> change) {
        lists.put(
                centre,
                lists.get(centre).stream()
                        .map(one -> one.name().equals(name) ? change.apply(one) : one)
                        .toList());
    }

    @Override
    public List<Department> list(CallContext context) {
        return lists.getOrDefault(context.tenant(), List.of());
    }

    @Override
    public void check(List<String> names, CallContext context) {
        if (!list(context).isEmpty()
                && !names.stream().allMatch(name -> list(context).stream()
                        .anyMatch(one -> !one.isClosed() && one.allNames().contains(name)))) {
            throw ProblemException.field(
                    TenancyError.DEPARTMENT_UNKNOWN, "department", LocalizedMessage.verbatim("没有这个部门"));
        }
    }

    @Override
    public String presentName(String name, TenantId centre, UnitOfWork unit) {
        return lists.getOrDefault(centre, List.of()).stream()
                .filter(one -> one.allNames().contains(name))
                .map(Department::name)
                .findFirst()
                .orElse(name);
    }

    @Override
    public Set<String> allNames(String name, TenantId centre, UnitOfWork unit) {
        return lists.getOrDefault(centre, List.of()).stream()
                .filter(one -> one.allNames().contains(name))
                .findFirst()
                .map(Department::allNames)
                .orElse(Set.of(name));
    }

    @Override
    public Set<String> allNames(Set<String> names, CallContext context) {
        Set<String> all = new TreeSet<>(names);
        list(context).stream()
                .filter(one -> one.allNames().stream().anyMatch(names::contains))
                .forEach(one -> all.addAll(one.allNames()));
        return all;
    }

    @Override
    public Set<String> presentNames(Set<String> names, CallContext context) {
        return names.stream()
                .map(name -> list(context).stream()
                        .filter(one -> one.allNames().contains(name))
                        .findFirst()
                        .map(Department::name)
                        .orElse(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public List<String> unlisted(CallContext context) {
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
    public Department close(String id, boolean closed, CallContext context) {
        throw new UnsupportedOperationException();
    }
}
