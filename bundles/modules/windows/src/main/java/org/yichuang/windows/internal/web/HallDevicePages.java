package org.yichuang.windows.internal.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.ws.rs.CookieParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.windows.api.DeviceKind;
import org.yichuang.windows.internal.Devices;
import org.yichuang.windows.internal.WindowsViews.DeviceView;

/** Where a device of the hall begins: it says its key once, and goes on to what it is for. */
@Path("/{tenant}/windows/device")
public class HallDevicePages {
    static final String ROOT = "/windows/device";
    private static final int SECONDS = 120;

    private final Devices devices;

    HallDevicePages(Devices devices) {
        this.devices = devices;
    }

    /** Asks for the key where there is none that opens, or says that nothing is there yet; looks again by itself. */
    @GET
    @AllowEveryone
    public Response show(@Context PageCall call, @CookieParam(DeviceCookie.NAME) String kept) {
        String secret = DeviceCookie.of(kept);
        if (secret.isEmpty()) {
            return call.render(screen(call));
        }
        try {
            DeviceView device = devices.opened(secret, call.context());
            return device.kind() == DeviceKind.WAITING_SCREEN
                    ? call.redirect(WaitingPages.ROOT)
                    : again(call.render(idle(call, device)));
        } catch (ProblemException e) {
            return again(call.redisplay(e, screen(call)));
        }
    }

    private static Response again(Response shown) {
        return Response.fromResponse(shown).header("Refresh", SECONDS).build();
    }

    /** The key is right, and there is nothing that the device could show. */
    private static Screen idle(PageCall call, DeviceView device) {
        return Screen.reading(
                call.ui().t("hall-device.title"), WindowsPageModule.TEMPLATES.deviceidle(call.ui(), device));
    }

    private static Screen screen(PageCall call) {
        return Screen.reading(call.ui().t("hall-device.title"), WindowsPageModule.TEMPLATES.halldevice(call.ui()));
    }

    /** The key is said. */
    @POST
    @AllowEveryone
    public Response open(@Context PageCall call) {
        String secret =
                DeviceCookie.of(call.form().text("device") + "." + call.form().text("key"));
        try {
            devices.opened(secret, call.context().withoutKey());
            return DeviceCookie.kept(call.redirect(ROOT), secret, call);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }

    /** What screens do with scripts. */
    @GET
    @Path("/hall.js")
    @AllowEveryone
    public Response script() {
        return asset("hall.js", "text/javascript; charset=utf-8");
    }

    /** How screens look. */
    @GET
    @Path("/hall.css")
    @AllowEveryone
    public Response style() {
        return asset("hall.css", "text/css; charset=utf-8");
    }

    private static Response asset(String name, String type) {
        try (InputStream in = HallDevicePages.class.getResourceAsStream(name)) {
            return Response.ok(in.readAllBytes(), type)
                    .header("Cache-Control", "public, max-age=300")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
