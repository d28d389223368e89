package org.yichuang.windows.internal.web;

import javax.ws.rs.CookieParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.web.api.EventSource;
import org.yichuang.windows.internal.HallScreens;

/** The waiting screen, for a device with its own key: numbers and windows, nobody's name. */
@Path("/{tenant}/windows/waiting")
public class WaitingPages {
    static final String ROOT = "/windows/waiting";
    private static final int SECONDS = 5;

    private final HallScreens screens;

    WaitingPages(HallScreens screens) {
        this.screens = screens;
    }

    /** The screen; without scripts ({@code plain}) it loads itself anew. */
    @GET
    @AllowEveryone
    public Response show(@Context PageCall call, @CookieParam(DeviceCookie.NAME) String kept) {
        boolean isPlain = !call.query("plain").isEmpty();
        try {
            Response shown = call.render(Screen.reading(
                            call.ui().t("waiting.title"),
                            WindowsPageModule.TEMPLATES.waiting(
                                    call.ui(), screens.wall(DeviceCookie.of(kept), call.context()), isPlain))
                    .withOwnHeading());
            return isPlain
                    ? Response.fromResponse(shown).header("Refresh", SECONDS).build()
                    : shown;
        } catch (ProblemException e) {
            return call.redirect(HallDevicePages.ROOT);
        }
    }

    /** What it shows now: for screens to which no stream gets through. */
    @GET
    @Path("/now")
    @Produces("application/json")
    @AllowEveryone
    public Response now(@Context PageCall call, @CookieParam(DeviceCookie.NAME) String kept) {
        return Response.ok(screens.now(DeviceCookie.of(kept), call.context()), "application/json")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** What it shows, whenever that changes. */
    @GET
    @Path("/calls")
    @Produces("text/event-stream")
    @AllowEveryone
    public EventSource calls(@Context PageCall call, @CookieParam(DeviceCookie.NAME) String kept) {
        return screens.follow(DeviceCookie.of(kept), call.context());
    }
}
