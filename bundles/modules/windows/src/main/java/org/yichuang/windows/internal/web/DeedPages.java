package org.yichuang.windows.internal.web;

import java.util.List;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.indicators.api.Period;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.windows.api.DeedKind;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.AssessmentCommands.RecordDeed;
import org.yichuang.windows.internal.DeedViews.ProposalView;
import org.yichuang.windows.internal.Deeds;

/** What windows do for people besides their work: what was seen at one's own, the ledger of this year. */
@Path("/{tenant}/windows/deeds")
public class DeedPages {
    static final String ROOT = "/windows/deeds";
    private static final int ROWS = 50;

    private final Deeds deeds;

    DeedPages(Deeds deeds) {
        this.deeds = deeds;
    }

    /** All of it. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Response show(@Context PageCall call) {
        return call.render(screen(call));
    }

    private Screen screen(PageCall call) {
        CallContext context = call.context().withoutKey();
        boolean serves = context.actor().isPermitted(WindowsPermission.SERVE);
        Period year = new Period(context.today().withDayOfYear(1), context.today());
        return Screen.working(
                call.ui().t("deeds.title"),
                WindowsPageModule.TEMPLATES.deeds(
                        call.ui(),
                        serves ? proposals(context) : List.of(),
                        deeds.ledger(year, context),
                        deeds.list(year, PageRequest.of(ROWS, call.query("cursor")), context),
                        serves ? deeds.byHand(context) : List.of()));
    }

    /** Nothing for whoever sits at no window. */
    private List<ProposalView> proposals(CallContext context) {
        try {
            return deeds.proposals(null, context);
        } catch (ProblemException e) {
            if (e.code() != WindowsError.STAFF_UNKNOWN) {
                throw e;
            }
            return List.of();
        }
    }

    /** It is taken into the ledger. */
    @POST
    @Path("/{proposal}/confirmation")
    @RequiresPermission(WindowsPermission.SERVE)
    public Response confirm(@Context PageCall call, @PathParam("proposal") String proposal) {
        return step(call, () -> deeds.confirm(proposal, call.context()));
    }

    /** Something was done that the platform cannot see. */
    @POST
    @RequiresPermission(WindowsPermission.SERVE)
    public Response record(@Context PageCall call) {
        Form form = call.form();
        RecordDeed deed = new RecordDeed(
                StaffPages.choice(DeedKind.class, form.text("kind")),
                StaffPages.day(form, "day"),
                form.text("caseNumber"),
                form.text("note"));
        return step(call, () -> deeds.record(deed, call.context()));
    }

    private Response step(PageCall call, Supplier<Object> taken) {
        try {
            taken.get();
            return call.redirect(ROOT, "deed-done");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }
}
