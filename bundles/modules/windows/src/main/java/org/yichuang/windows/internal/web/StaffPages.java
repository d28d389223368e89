package org.yichuang.windows.internal.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.windows.api.Rank;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Staff;
import org.yichuang.windows.internal.WindowsCommands.Arrive;
import org.yichuang.windows.internal.WindowsCommands.Away;
import org.yichuang.windows.internal.WindowsCommands.Badge;
import org.yichuang.windows.internal.WindowsCommands.Depart;
import org.yichuang.windows.internal.WindowsCommands.Recommend;
import org.yichuang.windows.internal.WindowsCommands.Train;
import org.yichuang.windows.internal.WindowsCommands.Words;
import org.yichuang.windows.internal.WindowsViews.StaffView;

/** The staff of windows. */
@Path("/{tenant}/windows/staff")
public class StaffPages {
    static final String ROOT = "/windows/staff";
    private static final int ROWS = 30;

    private final Staff staff;

    StaffPages(Staff staff) {
        this.staff = staff;
    }

    static <E extends Enum<E>> E choice(Class<E> type, String name) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    static LocalDate day(Form form, String name) {
        return PlainDay.of(form.text(name));
    }

    private static Integer number(String text) {
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    /** The newest first. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(list(call, call.context().withoutKey()));
    }

    private Screen list(PageCall call, CallContext context) {
        Page<StaffView> page = staff.list(PageRequest.of(ROWS, call.query("cursor")), context);
        Optional<StaffView> own =
                context.actor().isPermitted(WindowsPermission.ATTEND) ? staff.own(context) : Optional.empty();
        return Screen.working(
                call.ui().t("staff.title"),
                WindowsPageModule.TEMPLATES.staff(
                        call.ui(),
                        HallPages.tabs(call, ROOT),
                        page.items(),
                        page.next(),
                        own,
                        context.actor().isPermitted(WindowsPermission.PROPOSE)));
    }

    /** A department recommends somebody. */
    @POST
    @RequiresPermission(WindowsPermission.PROPOSE)
    public Response recommend(@Context PageCall call) {
        Form form = call.form();
        Recommend given = new Recommend(
                form.text("account"),
                form.text("name"),
                form.text("employeeNo"),
                form.text("homeUnit"),
                form.text("post"),
                choice(Rank.class, form.text("rank")),
                HallPages.words(form.text("departments")),
                form.text("standIn"));
        try {
            return call.redirect(
                    ROOT + "/" + staff.recommend(given, call.context()).id(), "recommended");
        } catch (ProblemException e) {
            return call.redisplay(e, list(call, call.context().withoutKey()));
        }
    }

    /** One. */
    @GET
    @Path("/{member}")
    @RequiresPermission(WindowsPermission.VIEW)
    public Response find(@Context PageCall call, @PathParam("member") String id) {
        return call.render(screen(call, id));
    }

    private Screen screen(PageCall call, String id) {
        CallContext context = call.context().withoutKey();
        StaffView view = staff.find(id, context);
        boolean manages = context.actor().isPermitted(WindowsPermission.MANAGE);
        boolean attends = manages || view.account().equals(context.actor().account());
        return Screen.working(view.name(), WindowsPageModule.TEMPLATES.member(call.ui(), view, manages, attends))
                .under(call.ui().t("staff.title"), ROOT);
    }

    /** The centre has looked at them. */
    @POST
    @Path("/{member}/vetting")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response vet(@Context PageCall call, @PathParam("member") String id) {
        Words words = new Words(call.form().text("words"));
        return step(call, id, "staff-moved", () -> staff.vet(id, words, call.context()));
    }

    /** The centre takes them. */
    @POST
    @Path("/{member}/approval")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response approve(@Context PageCall call, @PathParam("member") String id) {
        Words words = new Words(call.form().text("words"));
        return step(call, id, "staff-moved", () -> staff.approve(id, words, call.context()));
    }

    /** They were examined. */
    @POST
    @Path("/{member}/trainings")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response train(@Context PageCall call, @PathParam("member") String id) {
        Form form = call.form();
        Train train =
                new Train(form.text("title"), day(form, "heldOn"), number(form.text("score")), form.has("passed"));
        return step(call, id, "staff-moved", () -> staff.train(id, train, call.context()));
    }

    /** They get a badge and a window. */
    @POST
    @Path("/{member}/badge")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response badge(@Context PageCall call, @PathParam("member") String id) {
        Badge badge = new Badge(call.form().text("window"));
        return step(call, id, "staff-moved", () -> staff.badge(id, badge, call.context()));
    }

    /** They go on, or are sent back. */
    @POST
    @Path("/{member}/departure")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response depart(@Context PageCall call, @PathParam("member") String id) {
        Form form = call.form();
        Depart depart = new Depart(form.has("returned"), form.text("appraisal"));
        return step(call, id, "staff-moved", () -> staff.depart(id, depart, call.context()));
    }

    /** They are there. */
    @POST
    @Path("/{member}/arrival")
    @RequiresPermission(WindowsPermission.ATTEND)
    public Response arrive(@Context PageCall call, @PathParam("member") String id) {
        Arrive arrive = new Arrive(call.form().text("reason"));
        return step(call, id, "arrived", () -> staff.arrive(id, arrive, call.context()));
    }

    /** They are away. */
    @POST
    @Path("/{member}/absence")
    @RequiresPermission(WindowsPermission.ATTEND)
    public Response away(@Context PageCall call, @PathParam("member") String id) {
        Form form = call.form();
        Away away = new Away(day(form, "until"), form.text("reason"));
        return step(call, id, "away", () -> staff.away(id, away, call.context()));
    }

    private Response step(PageCall call, String id, String done, Supplier<StaffView> taken) {
        try {
            taken.get();
            return call.redirect(ROOT + "/" + id, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, id));
        }
    }
}
