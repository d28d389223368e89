package org.yichuang.windows.internal.rest;

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
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.SealCommands.HandSealOver;
import org.yichuang.windows.internal.SealCommands.OpenSeal;
import org.yichuang.windows.internal.SealCommands.UseSeal;
import org.yichuang.windows.internal.SealViews.SealUseView;
import org.yichuang.windows.internal.SealViews.SealView;
import org.yichuang.windows.internal.Seals;
import org.yichuang.windows.internal.WindowsCommands.Reason;

/** The seals of the windows. */
@Path("/{tenant}/windows/seals")
@Produces(MediaType.APPLICATION_JSON)
public class SealResource {
    private final Seals seals;

    public SealResource(Seals seals) {
        this.seals = seals;
    }

    /** In the order in which they were given out. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<SealView> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return seals.list(PageRequest.of(limit, cursor), context);
    }

    /** One is given to somebody at a window. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(value = SealView.class, status = 201)
    public Response open(@NotNull @Valid OpenSeal command, @Context CallContext context) {
        SealView made = seals.open(command, context);
        return Tagged.created("seals", made.id(), made, made.version(), context);
    }

    /** One of them. */
    @GET
    @Path("{seal}")
    @RequiresPermission(WindowsPermission.VIEW)
    @Answers(SealView.class)
    public Response find(@PathParam("seal") @Size(max = 40) String seal, @Context CallContext context) {
        return tagged(seals.find(seal, context));
    }

    /** Somebody else keeps it. */
    @POST
    @Path("{seal}/custody")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(SealView.class)
    public Response handOver(
            @PathParam("seal") @Size(max = 40) String seal,
            @NotNull @Valid HandSealOver command,
            @Context CallContext context) {
        return tagged(seals.handOver(seal, command, context));
    }

    /** It is put to nothing any more. */
    @POST
    @Path("{seal}/retirement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(SealView.class)
    public Response retire(
            @PathParam("seal") @Size(max = 40) String seal,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return tagged(seals.retire(seal, command, context));
    }

    /** To what it was put, the newest first. */
    @GET
    @Path("{seal}/uses")
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<SealUseView> uses(
            @PathParam("seal") @Size(max = 40) String seal,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return seals.uses(seal, PageRequest.of(limit, cursor), context);
    }

    /** It is put to something. */
    @POST
    @Path("{seal}/uses")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.SERVE)
    @Command
    public SealUseView use(
            @PathParam("seal") @Size(max = 40) String seal,
            @NotNull @Valid UseSeal command,
            @Context CallContext context) {
        return seals.use(seal, command, context);
    }

    private static Response tagged(SealView now) {
        return Tagged.of(now, now.version());
    }
}
