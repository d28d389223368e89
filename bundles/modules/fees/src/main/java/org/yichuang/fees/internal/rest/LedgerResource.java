package org.yichuang.fees.internal.rest;

import java.time.LocalDate;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.internal.FeeViews.BalanceView;
import org.yichuang.fees.internal.FeeViews.EntryView;
import org.yichuang.fees.internal.Ledger;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;

/** The ledger. */
@Path("/{tenant}/fees/ledger")
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {
    private final Ledger ledger;

    public LedgerResource(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What every account has at the end of a day; together they have nothing. */
    @GET
    @Path("trial-balance")
    @RequiresPermission(FeePermission.LEDGER)
    public BalanceView balance(@QueryParam("at") LocalDate at, @Context CallContext context) {
        return ledger.balance(at, context);
    }

    /** The entries, the newest first. */
    @GET
    @Path("entries")
    @RequiresPermission(FeePermission.LEDGER)
    public Page<EntryView> entries(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return ledger.entries(PageRequest.of(limit, cursor), context);
    }
}
