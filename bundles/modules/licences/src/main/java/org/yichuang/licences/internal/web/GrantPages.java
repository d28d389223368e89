package org.yichuang.licences.internal.web;

import java.util.Arrays;
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
import org.yichuang.licences.internal.Grants;
import org.yichuang.licences.internal.LicenceRequests.DiscloseGrant;
import org.yichuang.licences.internal.LicenceRequests.WithholdGrant;
import org.yichuang.licences.internal.domain.WithholdingGround;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** Decisions that grant, as the staff see them, what is withheld among them. */
@Path("/{tenant}/licence-grants")
public class GrantPages {
    static final String ROOT = "/licence-grants";

    private static final int ROWS = 30;

    private final Grants grants;

    /** In front of the service. */
    public GrantPages(Grants grants) {
        this.grants = grants;
    }

    /** The newest first. */
    @GET
    @RequiresPermission(LicencePermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(screen(call));
    }

    private Screen screen(PageCall call) {
        Page<Grants.View> page = grants.list(PageRequest.of(ROWS, call.query("cursor")), call.context());
        return Screen.working(
                        call.ui().t("grants.title"),
                        GrantedPages.TEMPLATES.grants(
                                call.ui(), RegisterPages.views(call, ROOT), page.items(), page.next()))
                .under(call.ui().t("register.title"), "/licences");
    }

    /** Withholds one from the public. */
    @POST
    @Path("/{case}/withholding")
    @RequiresPermission(LicencePermission.DECIDE)
    public Response withhold(@Context PageCall call, @PathParam("case") String caseNumber) {
        WithholdingGround ground = Arrays.stream(WithholdingGround.values())
                .filter(each -> each.name().equals(call.form().text("ground")))
                .findFirst()
                .orElse(null);
        return run(
                call,
                "withholding",
                () -> grants.withhold(
                        caseNumber, new WithholdGrant(ground, call.form().text("basis")), call.context()));
    }

    /** Gives it back to the public. */
    @POST
    @Path("/{case}/disclosure")
    @RequiresPermission(LicencePermission.DECIDE)
    public Response disclose(@Context PageCall call, @PathParam("case") String caseNumber) {
        return run(
                call,
                "disclosure",
                () -> grants.disclose(caseNumber, new DiscloseGrant(call.form().text("basis")), call.context()));
    }

    private Response run(PageCall call, String done, Runnable act) {
        try {
            act.run();
            return call.redirect(ROOT, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }
}
