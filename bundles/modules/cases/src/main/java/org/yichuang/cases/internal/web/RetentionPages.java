package org.yichuang.cases.internal.web;

import java.util.List;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.internal.CaseRetention;
import org.yichuang.cases.internal.RetentionCommands.Hold;
import org.yichuang.cases.internal.RetentionCommands.Lift;
import org.yichuang.cases.internal.RetentionCommands.Propose;
import org.yichuang.cases.internal.RetentionCommands.Reject;
import org.yichuang.cases.internal.RetentionViews.DueView;
import org.yichuang.cases.internal.RetentionViews.RemovalView;
import org.yichuang.cases.internal.domain.RemovalState;
import org.yichuang.cases.internal.view.RetentionTables;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** What is kept for its years, and then no longer (档案保管与销毁). */
@Path("/{tenant}/retention")
public class RetentionPages {
    static final String ROOT = "/retention";
    private static final String REMOVALS = ROOT + "/removals";
    private static final String HOLDS = ROOT + "/holds";
    private static final int ROWS = 50;

    private final CaseRetention retention;

    /** In front of the service. */
    public RetentionPages(CaseRetention retention) {
        this.retention = retention;
    }

    /** The cases whose years have passed. */
    @GET
    @RequiresPermission(CasePermission.RETAIN)
    public Response due(@Context PageCall call) {
        return call.render(dueScreen(call));
    }

    private Screen dueScreen(PageCall call) {
        Page<DueView> page = retention.due(page(call), call.context().withoutKey());
        List<String> free = page.items().stream()
                .filter(each -> each.holds().isEmpty())
                .map(DueView::number)
                .toList();
        return Screen.working(
                call.ui().t("retention.title"),
                ApplyPages.TEMPLATES.retention(call.ui(), RetentionTables.due(page, call.ui()), free));
    }

    private static PageRequest page(PageCall call) {
        return PageRequest.of(ROWS, call.query("cursor"));
    }

    /** Proposes that those of a page be removed. */
    @POST
    @Path("/removals")
    @RequiresPermission(CasePermission.RETAIN)
    public Response propose(@Context PageCall call) {
        try {
            Propose given = new Propose(call.form().all("number"), call.form().text("words"));
            RemovalView made = retention.propose(given, call.context());
            return call.redirect(REMOVALS + "/" + made.summary().id(), "removal-proposed");
        } catch (ProblemException e) {
            return call.redisplay(e, dueScreen(call));
        }
    }

    /** What was proposed. */
    @GET
    @Path("/removals")
    @RequiresPermission(CasePermission.RETAIN)
    public Response removals(@Context PageCall call) {
        return call.render(Screen.working(
                        call.ui().t("removals.title"),
                        call.ui()
                                .table(RetentionTables.removals(retention.list(page(call), call.context()), call.ui())))
                .under(call.ui().t("retention.title"), ROOT));
    }

    /** One of them. */
    @GET
    @Path("/removals/{removal}")
    @RequiresPermission(CasePermission.RETAIN)
    public Response removal(@Context PageCall call, @PathParam("removal") String id) {
        return call.render(removalScreen(call, id));
    }

    private Screen removalScreen(PageCall call, String id) {
        CallContext context = call.context().withoutKey();
        RemovalView view = retention.find(id, context);
        boolean isAnswered = view.summary().state() != RemovalState.PROPOSED;
        boolean mayAnswer = !isAnswered && context.actor().isPermitted(CasePermission.CONFIRM_REMOVAL);
        boolean mayConfirm =
                mayAnswer && !view.summary().proposedBy().equals(context.actor().account());
        return Screen.working(
                        call.ui().t("removal.title"),
                        ApplyPages.TEMPLATES.removal(call.ui(), view, mayAnswer, mayConfirm))
                .under(call.ui().t("removals.title"), REMOVALS);
    }

    /** Confirms it. */
    @POST
    @Path("/removals/{removal}/confirmation")
    @RequiresPermission(CasePermission.CONFIRM_REMOVAL)
    public Response confirm(@Context PageCall call, @PathParam("removal") String id) {
        return step(
                call,
                REMOVALS + "/" + id,
                "removal-confirmed",
                () -> retention.confirm(id, call.context()),
                () -> removalScreen(call, id));
    }

    /** Turns it down. */
    @POST
    @Path("/removals/{removal}/rejection")
    @RequiresPermission(CasePermission.CONFIRM_REMOVAL)
    public Response reject(@Context PageCall call, @PathParam("removal") String id) {
        Reject given = new Reject(call.form().text("reason"));
        return step(
                call,
                REMOVALS + "/" + id,
                "removal-rejected",
                () -> retention.reject(id, given, call.context()),
                () -> removalScreen(call, id));
    }

    /** The cases that are held. */
    @GET
    @Path("/holds")
    @RequiresPermission(CasePermission.RETAIN)
    public Response holds(@Context PageCall call) {
        return call.render(holdScreen(call));
    }

    private Screen holdScreen(PageCall call) {
        return Screen.working(
                        call.ui().t("holds.title"),
                        ApplyPages.TEMPLATES.holds(
                                call.ui(),
                                RetentionTables.holds(
                                        retention.holds(
                                                page(call), call.context().withoutKey()),
                                        call.ui())))
                .under(call.ui().t("retention.title"), ROOT);
    }

    /** Says that one is kept. */
    @POST
    @Path("/holds")
    @RequiresPermission(CasePermission.RETAIN)
    public Response hold(@Context PageCall call) {
        Hold given = new Hold(call.form().text("number"), call.form().text("basis"));
        return step(call, HOLDS, "hold-set", () -> retention.hold(given, call.context()), () -> holdScreen(call));
    }

    /** One that is held. */
    @GET
    @Path("/holds/{number}")
    @RequiresPermission(CasePermission.RETAIN)
    public Response hold(@Context PageCall call, @PathParam("number") String number) {
        return call.render(holdScreen(call, number));
    }

    private Screen holdScreen(PageCall call, String number) {
        return Screen.working(
                        call.ui().t("hold.title", number),
                        ApplyPages.TEMPLATES.hold(
                                call.ui(),
                                retention.findHold(number, call.context().withoutKey())))
                .under(call.ui().t("holds.title"), HOLDS);
    }

    /** Says that it is not any more. */
    @POST
    @Path("/holds/{number}/lifting")
    @RequiresPermission(CasePermission.RETAIN)
    public Response lift(@Context PageCall call, @PathParam("number") String number) {
        Lift given = new Lift(call.form().text("reason"));
        return step(
                call,
                HOLDS,
                "hold-lifted",
                () -> retention.lift(number, given, call.context()),
                () -> holdScreen(call, number));
    }

    private static Response step(PageCall call, String to, String done, Supplier<?> taken, Supplier<Screen> again) {
        try {
            taken.get();
            return call.redirect(to, done);
        } catch (ProblemException e) {
            return call.redisplay(e, again.get());
        }
    }
}
