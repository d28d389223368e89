package org.yichuang.fees.internal.rest;

import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.internal.FeeCommands.ConfirmIncome;
import org.yichuang.fees.internal.FeeCommands.StateIncome;
import org.yichuang.fees.internal.Incomes;
import org.yichuang.fees.internal.SettlementViews.IncomeView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Command;

/** What the level has got of fees, wherever they were paid. */
@Path("/{tenant}/fees/incomes")
@Produces(MediaType.APPLICATION_JSON)
public class IncomeResource {
    private final Incomes incomes;

    public IncomeResource(Incomes incomes) {
        this.incomes = incomes;
    }

    /** Months, in {@code items} like every list. */
    public record OfYear(List<IncomeView> items) {}

    /** The months of a year; of this one where none is named. */
    @GET
    @RequiresPermission(FeePermission.LEDGER)
    public OfYear list(@QueryParam("year") Integer year, @Context CallContext context) {
        return new OfYear(incomes.of(ReportResource.yearOf(year, context), context));
    }

    /** Writes down what finance says of a month. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.RECONCILE)
    @Command
    public IncomeView state(@NotNull @Valid StateIncome command, @Context CallContext context) {
        return incomes.state(command, context);
    }

    /** Another person confirms it, as they have seen it. */
    @POST
    @Path("{month}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.CONFIRM)
    @Command
    public IncomeView confirm(
            @PathParam("month") @Size(max = 7) String month,
            @NotNull @Valid ConfirmIncome command,
            @Context CallContext context) {
        return incomes.confirm(month, command, context);
    }
}
