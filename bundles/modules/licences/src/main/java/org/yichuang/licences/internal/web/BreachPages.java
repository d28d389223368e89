package org.yichuang.licences.internal.web;

import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.licences.api.LicencePermission;
import org.yichuang.licences.internal.Breaches;
import org.yichuang.licences.internal.LicenceRequests.RepairBreach;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** Who has not kept a promise, as the staff see it. */
@Path("/{tenant}/licence-breaches")
public class BreachPages {
    static final String ROOT = "/licence-breaches";

    private static final int ROWS = 30;

    private final Breaches breaches;

    /** In front of the service. */
    public BreachPages(Breaches breaches) {
        this.breaches = breaches;
    }

    /** The newest first. */
    @GET
    @RequiresPermission(LicencePermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(screen(call));
    }

    private Screen screen(PageCall call) {
        Page<Breaches.View> page = breaches.list(PageRequest.of(ROWS, call.query("cursor")), call.context());
        boolean repairs = call.context().actor().isPermitted(LicencePermission.DECIDE);
        return Screen.working(
                        call.ui().t("breaches.title"),
                        GrantedPages.TEMPLATES.breaches(
                                call.ui(), RegisterPages.views(call, ROOT), page.items(), page.next(), repairs))
                .under(call.ui().t("register.title"), "/licences");
    }

    /** Notes that one is repaired. */
    @POST
    @Path("/{breach}/repair")
    @RequiresPermission(LicencePermission.DECIDE)
    public Response repair(@Context PageCall call, @PathParam("breach") String id) {
        try {
            breaches.repair(id, new RepairBreach(call.form().text("reason")), call.context());
            return call.redirect(ROOT, "repair");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }
}
