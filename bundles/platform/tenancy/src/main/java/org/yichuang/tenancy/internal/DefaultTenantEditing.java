package org.yichuang.tenancy.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.TenancyError;
import org.yichuang.tenancy.api.TenancyPermission;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.TenantEditing;
import org.yichuang.tenancy.api.Tenants.Refusal;
import org.yichuang.tenancy.internal.domain.InvalidSettingException;
import org.yichuang.tenancy.internal.domain.SettingRules;
import org.yichuang.tenancy.internal.domain.TenantChange;
import org.yichuang.tenancy.internal.domain.TenantConfigSet;
import org.yichuang.tenancy.internal.domain.TenantRow;
import org.yichuang.tenancy.internal.domain.TenantSettings;

/** Changes of centres by people; each is one transaction with its entry in the centre's journal. */
public class DefaultTenantEditing implements TenantEditing {
    /** How often a change is judged anew when others change something at the same time. */
    private static final int ATTEMPTS = 5;

    /** Where it stands is changed in its file; modules and state have permissions of their own. */
    private static final Set<String> ELSEWHERE = Set.of("id", "level", "parent", "division", "modules", "state");

    private final TenantRegistry registry;
    private final TenancyStore store;
    private final ModuleRegistry modules;

    public DefaultTenantEditing(TenantRegistry registry, TenancyStore store, ModuleRegistry modules) {
        this.registry = registry;
        this.store = store;
        this.modules = modules;
    }

    @Override
    public Optional<Refusal> weigh(Map<String, String> settings) {
        return configurations(registry.picture(), modules)
                .fault("", settings)
                .map(fault -> TenantRegistry.refusal("", fault));
    }

    @Override
    public void open(Map<String, String> settings, CallContext context) {
        context.require(TenancyPermission.OPEN);
        if (!TenantId.isWellFormed(settings.get("id"))) {
            weigh(settings).ifPresent(DefaultTenantEditing::refuse);
        }
        TenantId id = new TenantId(settings.get("id"));
        write(id, context, picture -> {
            weigh(settings).ifPresent(DefaultTenantEditing::refuse);
            Optional<TenantId> parent = Optional.ofNullable(settings.get("parent"))
                    .filter(word -> !word.isBlank())
                    .map(TenantId::new);
            requireReach(parent.orElse(id), context);
            return new TenantChange(
                    id, TenantRow.sourceOf(id), Optional.empty(), Optional.of(Map.copyOf(settings)), false);
        });
    }

    @Override
    public void change(TenantId id, Map<String, String> settings, CallContext context) {
        context.require(TenancyPermission.CHANGE);
        settings.keySet().stream().filter(ELSEWHERE::contains).findFirst().ifPresent(key -> {
            throw ProblemException.field(
                    TenancyError.TENANT_INVALID,
                    key,
                    LocalizedMessage.of(DefaultTenantEditing.class, "setting.not-changed-here"));
        });
        requireReach(id, context);
        change(id, values -> settings, context);
    }

    @Override
    public void suspend(TenantId id, CallContext context) {
        context.require(TenancyPermission.SUSPEND);
        requireReach(id, context);
        change(id, values -> Map.of("state", "suspended"), context);
    }

    @Override
    public void resume(TenantId id, CallContext context) {
        context.require(TenancyPermission.SUSPEND);
        requireReach(id, context);
        change(id, values -> Map.of("state", ""), context);
    }

    @Override
    public void switchModule(TenantId id, String module, boolean on, CallContext context) {
        context.require(TenancyPermission.SWITCH);
        requireReach(id, context);
        change(
                id,
                values -> {
                    Set<String> words = new TreeSet<>(registry.get(id).modules());
                    requireSwitchable(module, words);
                    if (on) {
                        words.add(module);
                    } else {
                        words.remove(module);
                    }
                    return Map.of("modules", String.join(",", words));
                },
                context);
    }

    private void requireSwitchable(String module, Set<String> on) {
        if (!modules.find(module).map(ModuleDescriptor::isSwitchable).orElse(on.contains(module))) {
            throw new ProblemException(
                    TenancyError.MODULE_UNKNOWN,
                    LocalizedMessage.of(DefaultTenantEditing.class, "module.unknown", module));
        }
    }

    private void change(TenantId id, Function<Map<String, String>, Map<String, String>> wish, CallContext context) {
        write(id, context, picture -> {
            registry.get(id);
            TenantRow row = picture.rows().get(id);
            Map<String, String> values = new HashMap<>(row.values());
            wish.apply(values).forEach((key, value) -> {
                if (value.isEmpty()) {
                    values.remove(key);
                } else {
                    values.put(key, value);
                }
            });
            if (values.equals(row.values())) {
                return null;
            }
            configurations(picture, modules)
                    .fault(row.source(), values)
                    .map(fault -> TenantRegistry.refusal("", fault))
                    .ifPresent(DefaultTenantEditing::refuse);
            return new TenantChange(id, row.source(), Optional.of(row.values()), Optional.of(values), false);
        });
    }

    @Override
    public void remove(TenantId id, CallContext context) {
        context.require(TenancyPermission.REMOVE);
        write(id, context, picture -> {
            requireReach(id, context);
            if (!registry.get(id).isSuspended()) {
                throw new ProblemException(
                        TenancyError.TENANT_IN_USE,
                        LocalizedMessage.of(DefaultTenantEditing.class, "tenant.suspend-before-removal"));
            }
            if (!registry.children(id).isEmpty()) {
                throw new ProblemException(
                        TenancyError.TENANT_IN_USE,
                        LocalizedMessage.of(DefaultTenantEditing.class, "tenant.has-centres-below"));
            }
            TenantRow row = picture.rows().get(id);
            return new TenantChange(id, row.source(), Optional.of(row.values()), Optional.empty(), false);
        });
    }

    /**
     * Judges and writes, again when somebody else has changed something in between. What has been done may be the
     * reason why it is refused now: a repeated command ends as it did.
     */
    private void write(TenantId id, CallContext context, Function<TenantRegistry.Picture, TenantChange> judge) {
        try {
            judgeAndSave(context, judge);
        } catch (ProblemException refusal) {
            store.refuse(id, refusal, context);
        }
    }

    private void judgeAndSave(CallContext context, Function<TenantRegistry.Picture, TenantChange> judge) {
        for (int attempt = 1; ; attempt++) {
            registry.follow();
            TenantRegistry.Picture picture = registry.picture();
            TenantChange change = judge.apply(picture);
            if (change == null) {
                return;
            }
            try {
                store.save(change, picture.revision(), context);
                registry.follow();
                return;
            } catch (ProblemException lost) {
                if (lost.code() != CommonError.CHANGED_MEANWHILE || attempt == ATTEMPTS) {
                    throw lost;
                }
            }
        }
    }

    /** Who acts at a centre reaches that centre, and with the permission also those below it. */
    private void requireReach(TenantId id, CallContext context) {
        if (id.equals(context.tenant())) {
            return;
        }
        boolean isBelow = registry.lineage(id).stream().map(Tenant::id).anyMatch(context.tenant()::equals);
        if (!isBelow || !context.actor().isPermitted(TenancyPermission.BELOW)) {
            throw new ProblemException(
                    CommonError.OTHER_TENANT,
                    LocalizedMessage.of(DefaultTenantEditing.class, "tenant.not-yours-to-manage"));
        }
    }

    private static void refuse(Refusal fault) {
        throw ProblemException.field(TenancyError.TENANT_INVALID, fault.key(), fault.message());
    }

    /** Everything that is in force, ready to judge what comes. */
    static TenantConfigSet configurations(TenantRegistry.Picture picture, ModuleRegistry modules) {
        TenantConfigSet configurations = new TenantConfigSet(new SettingRules(modules.all()));
        picture.rows().values().forEach(row -> {
            try {
                configurations.putInForce(row.source(), TenantSettings.read(row.values()), row.values());
            } catch (InvalidSettingException unreadable) {
                // Told by the registry; what cannot be read is not in force
            }
        });
        return configurations;
    }
}
