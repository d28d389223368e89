package org.yichuang.windows.internal.web;

import java.util.List;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.windows.api.DeviceKind;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Devices;
import org.yichuang.windows.internal.Hall;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.SetUpDevice;
import org.yichuang.windows.internal.WindowsViews.DeviceView;
import org.yichuang.windows.internal.WindowsViews.PointView;

/** Devices of the hall for whoever manages it: what there is, which are locked, and the key of a new one, once. */
@Path("/{tenant}/windows/devices")
public class DevicePages {
    static final String ROOT = "/windows/devices";
    private static final int PLACES = 100;

    private final Devices devices;
    private final Hall hall;

    DevicePages(Devices devices, Hall hall) {
        this.devices = devices;
        this.hall = hall;
    }

    /** All of them. */
    @GET
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response show(@Context PageCall call) {
        return call.render(screen(call, null));
    }

    private Screen screen(PageCall call, DeviceView keyed) {
        CallContext context = call.context().withoutKey();
        List<Option> places = hall.points(PageRequest.of(PLACES, ""), context).items().stream()
                .map(DevicePages::option)
                .toList();
        return Screen.working(
                call.ui().t("devices.title"),
                WindowsPageModule.TEMPLATES.devices(call.ui(), devices.list(context), places, keyed));
    }

    private static Option option(PointView point) {
        return new Option(point.id(), point.name());
    }

    /** One is set up; the page shows its key this once. */
    @POST
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response setUp(@Context PageCall call) {
        Form form = call.form();
        SetUpDevice device = new SetUpDevice(
                form.text("name"),
                form.text("point"),
                StaffPages.choice(DeviceKind.class, form.text("kind")),
                form.text("window"));
        return keyed(call, () -> devices.setUp(device, call.context()));
    }

    /** One gets a new key, and is unlocked; the page shows it this once. */
    @POST
    @Path("/key")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response renew(@Context PageCall call) {
        return keyed(call, () -> devices.renew(call.form().text("device"), call.context()));
    }

    private Response keyed(PageCall call, Supplier<DeviceView> step) {
        try {
            return call.render(screen(call, step.get()));
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, null));
        }
    }

    /** One is locked. */
    @POST
    @Path("/lock")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response lock(@Context PageCall call) {
        Form form = call.form();
        try {
            devices.lock(form.text("device"), new Reason(form.text("reason")), call.context());
            return call.redirect(ROOT, "device-locked");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, null));
        }
    }
}
