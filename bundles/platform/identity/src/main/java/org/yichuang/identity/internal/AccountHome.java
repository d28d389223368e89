package org.yichuang.identity.internal;

import java.util.List;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Where an account is kept: at the centre that it works for, or, for an applicant, at a centre above it, the root of
 * the tree when the account was opened. An account of another centre than the one that is served reads
 * {@code li-ming@shandong} there.
 *
 * @param tenant the centre that keeps it
 * @param account its name there
 */
record AccountHome(TenantId tenant, String account) {
    private static final char AT = '@';

    /** Reads the name under which an account acts at a centre. */
    static AccountHome of(String name, TenantId here) {
        int at = name.indexOf(AT);
        return at < 0
                ? new AccountHome(here, name)
                : new AccountHome(new TenantId(name.substring(at + 1)), name.substring(0, at));
    }

    /**
     * The centres that keep accounts which are good at a centre: itself, and those above it applicants'. Each of them
     * has been the root before the network grew at the top.
     */
    static List<TenantId> keepers(TenantId centre, Tenants tenants) {
        List<TenantId> lineage =
                tenants.lineage(centre).stream().map(Tenant::id).toList();
        return lineage.isEmpty() ? List.of(centre) : lineage;
    }

    /** The centre that keeps the new applicants' accounts of a centre's network: the topmost one. */
    static TenantId root(TenantId centre, Tenants tenants) {
        List<TenantId> keepers = keepers(centre, tenants);
        return keepers.get(keepers.size() - 1);
    }

    /** The name under which it acts at a centre. */
    String nameAt(TenantId here) {
        return tenant.equals(here) ? account : account + AT + tenant;
    }

    /** The same call at the account's own centre. */
    CallContext at(CallContext context) {
        return context.tenant().equals(tenant)
                ? context
                : new CallContext(
                        tenant,
                        context.actor(),
                        context.at(),
                        context.requestId(),
                        context.idempotencyKey(),
                        context.expectedVersion());
    }

    /** The same call at the account's own centre, by the account itself. */
    CallContext byItself(CallContext context) {
        return at(context).by(context.actor().named(account));
    }
}
