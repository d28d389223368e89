package org.yichuang.console.internal;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yichuang.identity.api.Accounts;
import org.yichuang.identity.api.Accounts.Account;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.TenantEditing;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.tenancy.api.Tenants.Refusal;

/** A small tree of centres, its accounts and its journal, in memory. */
final class House implements TenantEditing {
    static final TenantId YANTAI = new TenantId("yantai");
    static final TenantId HAIYANG = new TenantId("haiyang");

    final Map<TenantId, Tenant> centres = new LinkedHashMap<>();
    final List<AuditEntry> journal = new ArrayList<>();
    final List<String> opened = new ArrayList<>();
    final List<String> did = new ArrayList<>();
    Optional<Refusal> fault = Optional.empty();

    House() {
        put("yantai", Level.CITY, "370600", Map.of());
        put("haiyang", Level.COUNTY, "370687", Map.of("policy.intake.closing", "17:00", "branding.colour", "#0a4d68"));
    }

    private void put(String id, Level level, String division, Map<String, String> policies) {
        TenantId tenant = new TenantId(id);
        Optional<TenantId> parent = level == Level.CITY ? Optional.empty() : Optional.of(YANTAI);
        centres.put(
                tenant,
                new Tenant(
                        tenant, id, level, parent, new DivisionCode(division), Set.of("cases", "catalogue"), policies));
    }

    static CallContext operator() {
        return new CallContext(
                YANTAI,
                new Actor("operator", "运维人员", Set.of("operator")),
                Instant.parse("2026-11-23T01:00:00Z"),
                "request",
                Optional.empty(),
                Optional.empty());
    }

    Tenants tenants() {
        return (Tenants) Proxy.newProxyInstance(
                House.class.getClassLoader(),
                new Class<?>[] {Tenants.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "find" -> Optional.ofNullable(centres.get(given[0]));
                    case "get" -> centres.get(given[0]);
                    case "all" -> List.copyOf(centres.values());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    Accounts accounts() {
        return (Accounts) Proxy.newProxyInstance(
                House.class.getClassLoader(),
                new Class<?>[] {Accounts.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "isWithoutAccounts" -> opened.isEmpty();
                    case "openFirst" -> openFirst((String) given[0], (CallContext) given[3]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Account openFirst(String account, CallContext context) {
        opened.add(
                account + " at " + context.tenant() + " by " + context.actor().account());
        return new Account(account, account, Set.of(), Set.of(), "", false);
    }

    Transactions transactions() {
        UnitOfWork unit = (UnitOfWork) Proxy.newProxyInstance(
                House.class.getClassLoader(), new Class<?>[] {UnitOfWork.class}, (proxy, method, given) -> {
                    journal.add((AuditEntry) given[0]);
                    return ChainHead.START;
                });
        return new Transactions() {
            @Override
            public <T> T write(CallContext context, Class<T> answer, Work<T> work) {
                return work.run(unit);
            }

            @Override
            public <T> T read(CallContext context, Work<T> work) {
                return work.run(unit);
            }

            @Override
            public <T> T readAcrossTenants(CallContext context, String reason, Work<T> work) {
                return work.run(unit);
            }

            @Override
            public int databaseChanges() {
                return 0;
            }
        };
    }

    @Override
    public Optional<Refusal> weigh(Map<String, String> settings) {
        return fault;
    }

    @Override
    public void open(Map<String, String> settings, CallContext context) {
        did.add("open " + new TreeMap<>(settings));
    }

    @Override
    public void suspend(TenantId id, CallContext context) {
        did.add("suspend " + id);
    }

    @Override
    public void resume(TenantId id, CallContext context) {
        did.add("resume " + id);
    }

    @Override
    public void switchModule(TenantId id, String module, boolean on, CallContext context) {
        did.add((on ? "on " : "off ") + id + " " + module);
    }

    @Override
    public void change(TenantId id, Map<String, String> settings, CallContext context) {
        did.add("change " + id + " " + new TreeMap<>(settings));
        Tenant old = centres.get(id);
        Map<String, String> policies = new TreeMap<>(old.policies());
        settings.forEach((key, value) -> {
            if (value.isEmpty()) {
                policies.remove(key);
            } else if (!key.equals("name")) {
                policies.put(key, value);
            }
        });
        centres.put(
                id,
                new Tenant(
                        id,
                        settings.getOrDefault("name", old.name()),
                        old.level(),
                        old.parent(),
                        old.division(),
                        old.modules(),
                        policies));
    }

    @Override
    public void remove(TenantId id, CallContext context) {
        did.add("remove " + id);
        centres.remove(id);
    }
}
