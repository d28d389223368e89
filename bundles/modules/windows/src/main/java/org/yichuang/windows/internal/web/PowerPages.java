package org.yichuang.windows.internal.web;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.indicators.api.Period;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Assessing;

/** What windows may decide now, for everybody; and how much of it they use, for staff. */
@Path("/{tenant}/windows/power")
public class PowerPages {
    static final String ROOT = "/windows/power";
    private static final int SECONDS = 10;
    private static final int DAYS = 30;

    private final Assessing assessing;

    PowerPages(Assessing assessing) {
        this.assessing = assessing;
    }

    /** All windows; it looks again by itself. */
    @GET
    @AllowEveryone
    public Response all(@Context PageCall call) {
        Screen screen = Screen.reading(
                        call.ui().t("power.title"),
                        WindowsPageModule.TEMPLATES.power(
                                call.ui(), assessing.power().all(call.context())))
                .under(call.ui().t("hall.title"), "/windows");
        return again(call.render(screen));
    }

    /** The items of one. */
    @GET
    @Path("/{window}")
    @AllowEveryone
    public Response of(@Context PageCall call, @PathParam("window") String window) {
        Screen screen = Screen.reading(
                        call.ui().t("power.window", window),
                        WindowsPageModule.TEMPLATES.powersheet(
                                call.ui(), assessing.power().of(window, call.context())))
                .under(call.ui().t("power.title"), ROOT);
        return again(call.render(screen));
    }

    private static Response again(Response shown) {
        return Response.fromResponse(shown).header("Refresh", SECONDS).build();
    }

    /** The registry-desk index of the last 30 days. */
    @GET
    @Path("/used")
    @RequiresPermission(WindowsPermission.VIEW)
    public Response used(@Context PageCall call) {
        return call.render(Screen.working(
                        call.ui().t("desk.title"),
                        WindowsPageModule.TEMPLATES.registrydesk(
                                call.ui(),
                                assessing
                                        .registryDesk()
                                        .of(Period.last(DAYS, call.context().today()), call.context())))
                .under(call.ui().t("assessments.title"), AssessmentPages.ROOT));
    }
}
