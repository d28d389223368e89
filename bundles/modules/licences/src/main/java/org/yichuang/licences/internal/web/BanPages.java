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
import org.yichuang.licences.internal.Bans;
import org.yichuang.licences.internal.LicenceRequests.LiftBan;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** Who may not apply again yet, as the staff see it. */
@Path("/{tenant}/licence-bans")
public class BanPages {
    static final String ROOT = "/licence-bans";

    private static final int ROWS = 30;

    private final Bans bans;

    /** In front of the service. */
    public BanPages(Bans bans) {
        this.bans = bans;
    }

    /** The newest first. */
    @GET
    @RequiresPermission(LicencePermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(screen(call));
    }

    private Screen screen(PageCall call) {
        Page<Bans.View> page = bans.list(PageRequest.of(ROWS, call.query("cursor")), call.context());
        boolean lifts = call.context().actor().isPermitted(LicencePermission.DECIDE);
        return Screen.working(
                        call.ui().t("bans.title"),
                        GrantedPages.TEMPLATES.bans(
                                call.ui(),
                                RegisterPages.views(call, ROOT),
                                page.items(),
                                page.next(),
                                call.context().today(),
                                lifts))
                .under(call.ui().t("register.title"), "/licences");
    }

    /** Lifts one. */
    @POST
    @Path("/{ban}/lifting")
    @RequiresPermission(LicencePermission.DECIDE)
    public Response lift(@Context PageCall call, @PathParam("ban") String id) {
        try {
            bans.lift(id, new LiftBan(call.form().text("reason")), call.context());
            return call.redirect(ROOT, "lifting");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }
}
