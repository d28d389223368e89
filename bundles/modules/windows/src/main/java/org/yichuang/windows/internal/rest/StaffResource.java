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
import org.yichuang.windows.internal.Staff;
import org.yichuang.windows.internal.WindowsCommands.Arrive;
import org.yichuang.windows.internal.WindowsCommands.Away;
import org.yichuang.windows.internal.WindowsCommands.Badge;
import org.yichuang.windows.internal.WindowsCommands.Depart;
import org.yichuang.windows.internal.WindowsCommands.Recommend;
import org.yichuang.windows.internal.WindowsCommands.Train;
import org.yichuang.windows.internal.WindowsCommands.Words;
import org.yichuang.windows.internal.WindowsViews.StaffView;

/** The staff of windows. */
@Path("/{tenant}/windows/staff")
@Produces(MediaType.APPLICATION_JSON)
public class StaffResource {
    private final Staff staff;

    public StaffResource(Staff staff) {
        this.staff = staff;
    }

    /** The newest first. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<StaffView> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return staff.list(PageRequest.of(limit, cursor), context);
    }

    /** A department recommends somebody. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.PROPOSE)
    @Command
    @Answers(value = StaffView.class, status = 201)
    public Response recommend(@NotNull @Valid Recommend command, @Context CallContext context) {
        StaffView made = staff.recommend(command, context);
        return Tagged.created("staff", made.id(), made, made.version(), context);
    }

    /** One. */
    @GET
    @Path("{member}")
    @RequiresPermission(WindowsPermission.VIEW)
    @Answers(StaffView.class)
    public Response find(@PathParam("member") @Size(max = 40) String member, @Context CallContext context) {
        StaffView found = staff.find(member, context);
        return Tagged.of(found, found.version());
    }

    /** The centre has looked at them. */
    @POST
    @Path("{member}/vetting")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(StaffView.class)
    public Response vet(
            @PathParam("member") @Size(max = 40) String member,
            @NotNull @Valid Words command,
            @Context CallContext context) {
        StaffView now = staff.vet(member, command, context);
        return Tagged.of(now, now.version());
    }

    /** The centre takes them. */
    @POST
    @Path("{member}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(StaffView.class)
    public Response approve(
            @PathParam("member") @Size(max = 40) String member,
            @NotNull @Valid Words command,
            @Context CallContext context) {
        StaffView now = staff.approve(member, command, context);
        return Tagged.of(now, now.version());
    }

    /** They were examined. */
    @POST
    @Path("{member}/trainings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(StaffView.class)
    public Response train(
            @PathParam("member") @Size(max = 40) String member,
            @NotNull @Valid Train command,
            @Context CallContext context) {
        StaffView now = staff.train(member, command, context);
        return Tagged.of(now, now.version());
    }

    /** They get a badge and a window. */
    @POST
    @Path("{member}/badge")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(StaffView.class)
    public Response badge(
            @PathParam("member") @Size(max = 40) String member,
            @NotNull @Valid Badge command,
            @Context CallContext context) {
        StaffView now = staff.badge(member, command, context);
        return Tagged.of(now, now.version());
    }

    /** They go on, or are sent back. */
    @POST
    @Path("{member}/departure")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(StaffView.class)
    public Response depart(
            @PathParam("member") @Size(max = 40) String member,
            @NotNull @Valid Depart command,
            @Context CallContext context) {
        StaffView now = staff.depart(member, command, context);
        return Tagged.of(now, now.version());
    }

    /** They are there. */
    @POST
    @Path("{member}/arrival")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.ATTEND)
    @Command
    @Answers(StaffView.class)
    public Response arrive(
            @PathParam("member") @Size(max = 40) String member,
            @NotNull @Valid Arrive command,
            @Context CallContext context) {
        StaffView now = staff.arrive(member, command, context);
        return Tagged.of(now, now.version());
    }

    /** They are away. */
    @POST
    @Path("{member}/absence")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.ATTEND)
    @Command
    @Answers(StaffView.class)
    public Response away(
            @PathParam("member") @Size(max = 40) String member,
            @NotNull @Valid Away command,
            @Context CallContext context) {
        StaffView now = staff.away(member, command, context);
        return Tagged.of(now, now.version());
    }
}
