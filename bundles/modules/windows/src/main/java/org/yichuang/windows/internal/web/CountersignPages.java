package org.yichuang.windows.internal.web;

import java.time.LocalDate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.CountersignViews.ConfirmedView;
import org.yichuang.windows.internal.CountersignViews.CountersignView;
import org.yichuang.windows.internal.Countersignatures;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.Words;

/** What was decided under letters, week by week, for those who counter-sign it. */
@Path("/{tenant}/windows/countersignatures")
public class CountersignPages {
    static final String ROOT = "/windows/countersignatures";
    private static final int ROWS = 50;
    private static final Pattern COUNT = Pattern.compile("\\d{1,4}");

    private final Countersignatures countersignatures;

    CountersignPages(Countersignatures countersignatures) {
        this.countersignatures = countersignatures;
    }

    /** Those of a week. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(list(call, PlainDay.of(call.query("day"))));
    }

    private Screen list(PageCall call, LocalDate asked) {
        CallContext context = call.context().withoutKey();
        LocalDate day = asked == null ? context.today() : asked;
        boolean own = !call.query("own").isEmpty();
        Page<CountersignView> page =
                countersignatures.list(day, own, PageRequest.of(ROWS, call.query("cursor")), context);
        return Screen.working(
                call.ui().t("countersign.title"),
                WindowsPageModule.TEMPLATES.countersignatures(call.ui(), day, own, told(call), page));
    }

    /** How many were signed just now, and whether some are left. */
    private static String told(PageCall call) {
        String signed = call.query("signed");
        if (!COUNT.matcher(signed).matches()) {
            return "";
        }
        return call.ui().t(call.query("remains").isEmpty() ? "countersign.signed" : "countersign.signed.some", signed);
    }

    /** All of a week are signed that whoever asks may sign. */
    @POST
    @RequiresPermission(WindowsPermission.COUNTERSIGN)
    public Response confirmAll(@Context PageCall call) {
        LocalDate day = PlainDay.of(call.form().text("day"));
        try {
            ConfirmedView done = countersignatures.confirmAll(day, call.context());
            return call.redirect(ROOT + "?own=true&day=" + done.week() + "&signed=" + done.signed()
                    + (done.remains() ? "&remains=true" : ""));
        } catch (ProblemException e) {
            return call.redisplay(e, list(call, day));
        }
    }

    /** One. */
    @GET
    @Path("/{decision}")
    @RequiresPermission(WindowsPermission.VIEW)
    public Response find(@Context PageCall call, @PathParam("decision") String id) {
        return call.render(screen(call, id));
    }

    private Screen screen(PageCall call, String id) {
        CountersignView view = countersignatures.find(id, call.context().withoutKey());
        return Screen.working(view.itemName(), WindowsPageModule.TEMPLATES.countersignature(call.ui(), view))
                .under(call.ui().t("countersign.title"), ROOT + "?day=" + view.day());
    }

    /** It is signed. */
    @POST
    @Path("/{decision}/confirmation")
    @RequiresPermission(WindowsPermission.COUNTERSIGN)
    public Response confirm(@Context PageCall call, @PathParam("decision") String id) {
        return step(call, id, "decision-countersigned", () -> countersignatures.confirm(id, call.context()));
    }

    /** It is objected to. */
    @POST
    @Path("/{decision}/objection")
    @RequiresPermission(WindowsPermission.COUNTERSIGN)
    public Response object(@Context PageCall call, @PathParam("decision") String id) {
        Reason reason = new Reason(call.form().text("reason"));
        return step(call, id, "decision-objected", () -> countersignatures.object(id, reason, call.context()));
    }

    /** It was put right. */
    @POST
    @Path("/{decision}/correction")
    @RequiresPermission(WindowsPermission.COUNTERSIGN)
    public Response correct(@Context PageCall call, @PathParam("decision") String id) {
        Words words = new Words(call.form().text("words"));
        return step(call, id, "decision-corrected", () -> countersignatures.correct(id, words, call.context()));
    }

    private Response step(PageCall call, String id, String done, Supplier<CountersignView> taken) {
        try {
            taken.get();
            return call.redirect(ROOT + "/" + id, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, id));
        }
    }
}
