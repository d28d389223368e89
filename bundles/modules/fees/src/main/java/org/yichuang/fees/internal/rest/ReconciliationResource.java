package org.yichuang.fees.internal.rest;

import java.time.LocalDate;
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
import org.yichuang.fees.api.StatementState;
import org.yichuang.fees.internal.FeeCommands.Bring;
import org.yichuang.fees.internal.FeeCommands.Day;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.Reconciliation;
import org.yichuang.fees.internal.SettlementViews.DayView;
import org.yichuang.fees.internal.SettlementViews.DifferenceView;
import org.yichuang.fees.internal.SettlementViews.ReconciliationView;
import org.yichuang.fees.internal.SettlementViews.StatementView;
import org.yichuang.fees.internal.Statements;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Command;

/** The three books side by side. */
@Path("/{tenant}/fees")
@Produces(MediaType.APPLICATION_JSON)
public class ReconciliationResource {
    private final Reconciliation reconciliation;
    private final Statements statements;

    public ReconciliationResource(Reconciliation reconciliation, Statements statements) {
        this.reconciliation = reconciliation;
        this.statements = statements;
    }

    /** Statements, the newest first. */
    @GET
    @Path("statements")
    @RequiresPermission(FeePermission.LEDGER)
    public Page<StatementView> said(
            @QueryParam("state") StatementState state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return statements.list(state, PageRequest.of(limit, cursor), context);
    }

    /** Another person confirms what somebody has typed. */
    @POST
    @Path("statements/{statement}/confirmation")
    @RequiresPermission(FeePermission.CONFIRM)
    @Command
    public StatementView confirm(@PathParam("statement") @Size(max = 40) String id, @Context CallContext context) {
        return statements.confirm(id, context);
    }

    /** Another person refuses it. */
    @POST
    @Path("statements/{statement}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.CONFIRM)
    @Command
    public StatementView refuse(
            @PathParam("statement") @Size(max = 40) String id,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return statements.refuse(id, command, context);
    }

    /** Takes in a statement that somebody types; the same again changes nothing. */
    @POST
    @Path("statements")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.RECONCILE)
    @Command
    public StatementView bring(@NotNull @Valid Bring command, @Context CallContext context) {
        return statements.bring(command, context);
    }

    /** Compares the books of a day. */
    @GET
    @Path("reconciliation")
    @RequiresPermission(FeePermission.LEDGER)
    public ReconciliationView compare(@QueryParam("day") LocalDate day, @Context CallContext context) {
        return reconciliation.compare(day, context);
    }

    /** Settles what all three have, and keeps the differences. */
    @POST
    @Path("reconciliation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.RECONCILE)
    @Command
    public ReconciliationView reconcile(@NotNull @Valid Day command, @Context CallContext context) {
        return reconciliation.reconcile(command, context);
    }

    /** Closes a difference, with the reason for it. */
    @POST
    @Path("differences/{difference}/closure")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.RECONCILE)
    @Command
    public DifferenceView explain(
            @PathParam("difference") @Size(max = 80) String id,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return reconciliation.explain(id, command, context);
    }

    /** The days that are closed. */
    @GET
    @Path("days")
    @RequiresPermission(FeePermission.LEDGER)
    public Page<DayView> days(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return reconciliation.days(PageRequest.of(limit, cursor), context);
    }

    /** Closes a day. */
    @POST
    @Path("days")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.RECONCILE)
    @Command
    public DayView close(@NotNull @Valid Day command, @Context CallContext context) {
        return reconciliation.close(command, context);
    }
}
