package org.yichuang.identity.keys;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Under which master keys a module's tables are. */
public final class EncryptedTables implements PersonalDataHolder {
    private final String module;
    private final List<EncryptedTable> tables;
    private final Transactions transactions;
    private final Tenants tenants;

    /** @param module the module's word */
    public EncryptedTables(String module, List<EncryptedTable> tables, Transactions transactions, Tenants tenants) {
        this.module = module;
        this.tables = List.copyOf(tables);
        this.transactions = transactions;
        this.tenants = tenants;
    }

    @Override
    public String module() {
        return module;
    }

    @Override
    public Set<String> keys(TenantId centre) {
        return transactions.read(context(centre), unit -> {
            Set<String> keys = new TreeSet<>();
            tables.forEach(table -> keys.addAll(table.keys(unit)));
            return keys;
        });
    }

    @Override
    public Set<TenantId> centres() {
        return tenants.all().stream()
                .findFirst()
                .map(any -> transactions.readAcrossTenants(
                        context(any.id()), "at which centres " + module + " keeps what is encrypted", this::centres))
                .orElseGet(Set::of);
    }

    private Set<TenantId> centres(UnitOfWork unit) {
        Set<TenantId> centres = new HashSet<>();
        for (EncryptedTable table : tables) {
            table.tenants(unit).stream()
                    .filter(TenantId::isWellFormed)
                    .map(TenantId::new)
                    .forEach(centres::add);
        }
        return centres;
    }

    private CallContext context(TenantId centre) {
        return CallContext.system(centre, tenants.clock().instant(), "personal-data-keys");
    }
}
