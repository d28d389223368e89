package org.yichuang.console.internal;

import java.util.Map;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Changes of centres by people, each of them journaled where the person works. */
public class ModuleSwitch {
    private final Tenants tenants;
    private final Transactions transactions;

    public ModuleSwitch(Tenants tenants, Transactions transactions) {
        this.tenants = tenants;
        this.transactions = transactions;
    }

    /** Switches a module of a centre on or off. */
    public void turn(TenantId centre, String module, boolean on, CallContext context) {
        tenants.switchModule(centre, module, on);
        note(on ? "switch-on" : "switch-off", Map.of("centre", centre.value(), "module", module), context);
    }

    /** Notes what was done: an entry of its own, as the configuration it changed is no row of the database. */
    public void note(String action, Map<String, String> details, CallContext context) {
        AuditEntry entry = new AuditEntry("centre", Ids.next(context.at()), action, "", "", details);
        transactions.write(context, String.class, unit -> {
            unit.record(entry, ChainHead.START);
            return action;
        });
    }
}
