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
 * @param policies the declared settings that it sets, by key (e.g. {@code policy.intake.closing=17:00},
 *     {@code branding.colour=#a01818}, {@code state=suspended})
 */
public record Tenant(
        TenantId id,
        String name,
        Level level,
        Optional<TenantId> parent,
        DivisionCode division,
        Set<String> modules,
        Map<String, String> policies) {
    /** The setting that says how messages of other centres reach it. */
    public static final String TRANSPORT = "exchange.transport";

    /** What it says of a centre that lives in this deployment. */
    public static final String LOCAL = "local";

    public Tenant {
        modules = Set.copyOf(modules);
        policies = Map.copyOf(policies);
    }

    /** Tells whether a module is switched on for this centre. */
    public boolean has(String module) {
        return modules.contains(module);
    }

    /**
     * Tells whether the centre serves nobody at present: its people are turned away, messages of other centres arrive.
     */
    public boolean isSuspended() {
        return "suspended".equals(policies.get("state"));
    }

    /**
     * Tells whether the centre lives in another deployment: its neighbours here know it by name and write to it, and
     * nobody is served for it here.
     */
    public boolean isElsewhere() {
        return !policy(TRANSPORT, LOCAL).strip().equals(LOCAL);
    }

    /**
     * Tells whether it is the centre of a functional zone (功能区, R4-14): a zone has a code of its own, none of GB/T
     * 2260;
     * {@link #division()} then says in which division it lies.
     */
    public boolean isFunctionalZone() {
        return "functional-zone".equals(policies.get("kind"));
    }

    /** The code by which its papers name it: a zone's own, everyone else's division code. */
    public String localCode() {
        return policies.getOrDefault("zone.code", division.value());
    }

    /** The centres with which it is compared, empty for none. */
    public Optional<String> peerGroup() {
        return Optional.ofNullable(policies.get("peer.group"));
    }

    /** A policy's value, or what is usual. */
    public String policy(String key, String usual) {
        return policies.getOrDefault(key, usual);
    }
}
