package org.yichuang.fees.internal.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
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
import javax.ws.rs.core.Response;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.internal.Bills;
import org.yichuang.fees.internal.FeeCommands.AskRelief;
import org.yichuang.fees.internal.FeeCommands.Counted;
import org.yichuang.fees.internal.FeeCommands.Demand;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeViews.BillSummary;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;

/** Demands of payment. */
@Path("/{tenant}/fees/bills")
@Produces(MediaType.APPLICATION_JSON)
public class BillResource {
    private final Bills bills;

    public BillResource(Bills bills) {
        this.bills = bills;
    }

    /**
     * Which case is demanded of.
     *
     * @param caseNumber its number
     * @param lines what is demanded, absent for all that is due
     */
    public record DemandBody(
            @JsonProperty("case") @NotBlank @Size(max = 100) String caseNumber,
            @Size(max = 50) List<@Valid Counted> lines) {}

    /** Demands, in {@code items} like every list. */
    public record OfCase(List<BillSummary> items) {}

    /** The newest first. */
    @GET
    @RequiresPermission(FeePermission.VIEW)
    public Page<BillSummary> list(
            @QueryParam("state") BillState state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return bills.list(state, PageRequest.of(limit, cursor), context);
    }

    /** Demands what a case costs. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.BILL)
    @Command
    @Answers(value = BillView.class, status = 201)
    public Response demand(@NotNull @Valid DemandBody body, @Context CallContext context) {
        return Tagged.created(bills.demand(new Demand(body.caseNumber(), body.lines()), context), context);
    }

    /** Those of a case. */
    @GET
    @Path("of-case")
    @RequiresPermission(FeePermission.VIEW)
    public OfCase ofCase(@QueryParam("case") @Size(max = 100) String number, @Context CallContext context) {
        return new OfCase(bills.ofCase(number, context));
    }

    /** One. */
    @GET
    @Path("{number}")
    @RequiresPermission(FeePermission.VIEW)
    @Answers(BillView.class)
    public Response find(@PathParam("number") @Size(max = 40) String number, @Context CallContext context) {
        return Tagged.of(bills.find(number, context));
    }

    /** Asks the treasury at once for a code that it has not given yet. */
    @POST
    @Path("{number}/code")
    @RequiresPermission(FeePermission.BILL)
    @Command
    @Answers(BillView.class)
    public Response askCode(@PathParam("number") @Size(max = 40) String number, @Context CallContext context) {
        return Tagged.of(bills.askCode(number, context));
    }

    /** Applies for relief. */
    @POST
    @Path("{number}/relief")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.BILL)
    @Command
    @Answers(BillView.class)
    public Response askRelief(
            @PathParam("number") @Size(max = 40) String number,
            @NotNull @Valid AskRelief command,
            @Context CallContext context) {
        return Tagged.of(bills.askRelief(number, command, context));
    }

    /** Approves relief that somebody else has applied for. */
    @POST
    @Path("{number}/relief/approval")
    @RequiresPermission(FeePermission.RELIEVE)
    @Command
    @Answers(BillView.class)
    public Response relieve(@PathParam("number") @Size(max = 40) String number, @Context CallContext context) {
        return Tagged.of(bills.relieve(number, context));
    }

    /** Refuses it. */
    @POST
    @Path("{number}/relief/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.RELIEVE)
    @Command
    @Answers(BillView.class)
    public Response refuseRelief(
            @PathParam("number") @Size(max = 40) String number,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return Tagged.of(bills.refuseRelief(number, command, context));
    }

    /** Writes down what was settled with the treasury about what is not demanded any more. */
    @POST
    @Path("{number}/treasury")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.CASH)
    @Command
    @Answers(BillView.class)
    public Response tell(
            @PathParam("number") @Size(max = 40) String number,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return Tagged.of(bills.tell(number, command, context));
    }

    /** Voids it. */
    @POST
    @Path("{number}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.CASH)
    @Command
    @Answers(BillView.class)
    public Response cancel(
            @PathParam("number") @Size(max = 40) String number,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return Tagged.of(bills.cancel(number, command, context));
    }
}
