package org.yichuang.windows.internal.rest;

import java.time.LocalDate;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.indicators.api.Period;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.PowerBoard;
import org.yichuang.windows.internal.PowerViews.DesksView;
import org.yichuang.windows.internal.PowerViews.PowerSheetView;
import org.yichuang.windows.internal.PowerViews.PowersView;
import org.yichuang.windows.internal.RegistryDesk;

/** What windows may decide now, and how much of it they do. */
@Path("/{tenant}/windows/power")
@Produces(MediaType.APPLICATION_JSON)
public class PowerResource {
    private static final int DAYS = 30;

    private final PowerBoard power;
    private final RegistryDesk desk;

    public PowerResource(PowerBoard power, RegistryDesk desk) {
        this.power = power;
        this.desk = desk;
    }

    /** All windows that are open. */
    @GET
    @AllowEveryone
    public PowersView all(@Context CallContext context) {
        return new PowersView(power.all(context));
    }

    /** The items of one. */
    @GET
    @Path("{window}")
    @AllowEveryone
    public PowerSheetView of(@PathParam("window") @Size(max = 20) String window, @Context CallContext context) {
        return power.of(window, context);
    }

    /** The registry-desk index of some days; of the last 30 where none are said. */
    @GET
    @Path("used")
    @RequiresPermission(WindowsPermission.VIEW)
    public DesksView used(
            @QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to, @Context CallContext context) {
        return new DesksView(desk.of(period(from, to, context), context));
    }

    /** The days that are said; the last 30 where none are. */
    static Period period(LocalDate from, LocalDate to, CallContext context) {
        return from == null || to == null ? Period.last(DAYS, context.today()) : new Period(from, to);
    }
}
