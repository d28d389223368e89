package org.yichuang.tenancy.internal;

import java.util.List;
import java.util.Optional;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.internal.persistence.CalendarRows;
import org.yichuang.tenancy.internal.persistence.CalendarRows.Key;
import org.yichuang.tenancy.internal.persistence.CalendarRows.Trail;

/**
 * Proves the rows of holiday notices, each by the trail of the centre that it names. One that says it has a chain and
 * names no centre is asked of the first root centre, whose trail knows nothing of it: no row counts unproved.
 */
public class CalendarHeads implements ChainHeadProvider {
    private final TenancyStore store;
    private final TenantRegistry centres;

    public CalendarHeads(TenancyStore store, TenantRegistry centres) {
        this.store = store;
        this.centres = centres;
    }

    @Override
    public String aggregateType() {
        return CalendarTrail.TYPE;
    }

    @Override
    public List<RowState> rows(TenantId tenant, Optional<String> after, int most) {
        return store.notices(trail(tenant), after.flatMap(Key::of), most);
    }

    @Override
    public Optional<RowState> row(TenantId tenant, String id) {
        return Key.of(id).flatMap(key -> store.notice(trail(tenant), key));
    }

    @Override
    public String shape(TenantId tenant) {
        return CalendarRows.shape();
    }

    private Trail trail(TenantId tenant) {
        boolean isRoot = centres.all().stream().findFirst().map(Tenant::id).equals(Optional.of(tenant));
        return new Trail(tenant, isRoot);
    }
}
