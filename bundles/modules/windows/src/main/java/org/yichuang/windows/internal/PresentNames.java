package org.yichuang.windows.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.Departments.Department;

/** What departments are called now, whatever name was written down; taken once, outside of transactions. */
record PresentNames(Map<String, String> known) {
    static PresentNames at(Departments departments, CallContext context) {
        Map<String, String> known = new HashMap<>();
        List<Department> all = departments.list(context.withoutKey());
        all.forEach(each -> each.allNames().forEach(name -> known.put(name, each.name())));
        all.forEach(each -> known.put(each.name(), each.name()));
        return new PresentNames(known);
    }

    /** The name of today; a name that is in no list stays as it is. */
    String of(String name) {
        return known.getOrDefault(name, name);
    }

    /** All names of the department that is called so. */
    Set<String> all(String name) {
        String present = of(name);
        Set<String> all = new TreeSet<>(Set.of(name));
        known.forEach((one, its) -> {
            if (its.equals(present)) {
                all.add(one);
            }
        });
        return all;
    }
}
