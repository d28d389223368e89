package org.yichuang.tenancy.internal.commands;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;

/** A centre for programs. */
record TenantData(
        String id,
        String name,
        String level,
        String parent,
        String division,
        SortedSet<String> modules,
        SortedMap<String, String> policies) {
    static TenantData of(Tenant tenant) {
        return new TenantData(
                tenant.id().value(),
                tenant.name(),
                tenant.level().key(),
                tenant.parent().map(TenantId::value).orElse(null),
                tenant.division().value(),
                new TreeSet<>(tenant.modules()),
                new TreeMap<>(tenant.policies()));
    }

    /** The words of its modules for people. */
    static String modules(Tenant tenant) {
        return tenant.modules().stream().sorted().collect(Collectors.joining(", "));
    }
}
