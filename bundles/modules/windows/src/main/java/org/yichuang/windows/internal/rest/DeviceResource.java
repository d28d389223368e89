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
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Devices;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.SetUpDevice;
import org.yichuang.windows.internal.WindowsViews.DeviceView;
import org.yichuang.windows.internal.WindowsViews.DevicesView;

/** Devices of the hall. */
@Path("/{tenant}/windows/devices")
@Produces(MediaType.APPLICATION_JSON)
public class DeviceResource {
    private final Devices devices;

    public DeviceResource(Devices devices) {
        this.devices = devices;
    }

    /** All of them, without their keys. */
    @GET
    @RequiresPermission(WindowsPermission.MANAGE)
    public DevicesView list(@Context CallContext context) {
        return new DevicesView(devices.list(context));
    }

    /** Sets one up, and answers with its key this once. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(value = DeviceView.class, status = 201)
    public Response setUp(@NotNull @Valid SetUpDevice command, @Context CallContext context) {
        DeviceView made = devices.setUp(command, context);
        return Tagged.made(made, made.version());
    }

    /** Gives one a new key, and unlocks it. */
    @POST
    @Path("{device}/key")
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(DeviceView.class)
    public Response renew(@PathParam("device") @Size(max = 40) String device, @Context CallContext context) {
        DeviceView now = devices.renew(device, context);
        return Tagged.of(now, now.version());
    }

    /** Locks one. */
    @POST
    @Path("{device}/lock")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(DeviceView.class)
    public Response lock(
            @PathParam("device") @Size(max = 40) String device,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        DeviceView now = devices.lock(device, command, context);
        return Tagged.of(now, now.version());
    }
}
