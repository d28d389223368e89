package org.yichuang.tenancy.api;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.TenantId;

/**
 * A service centre (政务服务中心) as its configuration describes it.
 *
 * @param id its short name
 * @param name its name for people, e.g. 海阳市政务服务中心
 * @param level its administrative level
 * @param parent the centre above, absent for the root
 * @param division its division code
 * @param modules the module words that are switched on
 * @param policies everything else that the configuration sets, by key (e.g. {@code policy.intake.closing=17:00},
 *     {@code branding.colour=#a01818}, {@code exchange.transport=direct}, {@code state=suspended})
 */
public record Tenant(
        TenantId id,
        String name,
        Level level,
        Optional<TenantId> parent,
        DivisionCode division,
        Set<String> modules,
        Map<String, String> policies) {
    public Tenant {
        modules = Set.copyOf(modules);
        policies = Map.copyOf(policies);
    }

    /** Tells whether a module is switched on for this centre. */
    public boolean has(String module) {
        return modules.contains(module);
    }

    /** Tells whether the centre serves nobody at present: its people are turned away, messages of other centres arrive. */
    public boolean isSuspended() {
        return "suspended".equals(policies.get("state"));
    }

    /** A policy's value, or what is usual. */
    public String policy(String key, String usual) {
        return policies.getOrDefault(key, usual);
    }
}
