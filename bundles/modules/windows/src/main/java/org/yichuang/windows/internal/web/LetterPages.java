package org.yichuang.windows.internal.web;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.windows.api.Rank;
import org.yichuang.windows.api.Right;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.LetterPapers;
import org.yichuang.windows.internal.Letters;
import org.yichuang.windows.internal.WindowsCommands.Announce;
import org.yichuang.windows.internal.WindowsCommands.Person;
import org.yichuang.windows.internal.WindowsCommands.Propose;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.Sign;
import org.yichuang.windows.internal.WindowsCommands.Words;
import org.yichuang.windows.internal.WindowsViews;
import org.yichuang.windows.internal.WindowsViews.LetterView;

/** Delegation letters. */
@Path("/{tenant}/windows/letters")
public class LetterPages {
    static final String ROOT = "/windows/letters";
    private static final int ROWS = 30;

    private final Letters letters;
    private final LetterPapers papers;

    LetterPages(Letters letters, LetterPapers papers) {
        this.letters = letters;
        this.papers = papers;
    }

    /** By their numbers. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Response list(@Context PageCall call) {
        Page<LetterView> page = letters.list(PageRequest.of(ROWS, call.query("cursor")), call.context());
        return call.render(Screen.working(
                call.ui().t("letters.title"),
                WindowsPageModule.TEMPLATES.letters(
                        call.ui(),
                        HallPages.tabs(call, ROOT),
                        page.items(),
                        page.next(),
                        call.context().actor().isPermitted(WindowsPermission.PROPOSE))));
    }

    /** Asks for what is to be proposed. */
    @GET
    @Path("/new")
    @RequiresPermission(WindowsPermission.PROPOSE)
    public Response ask(@Context PageCall call) {
        return call.render(form(call));
    }

    private static Screen form(PageCall call) {
        return Screen.working(call.ui().t("propose.title"), WindowsPageModule.TEMPLATES.propose(call.ui()))
                .under(call.ui().t("letters.title"), ROOT);
    }

    /** Proposes one. */
    @POST
    @Path("/new")
    @RequiresPermission(WindowsPermission.PROPOSE)
    public Response propose(@Context PageCall call) {
        Form form = call.form();
        List<Right> recorded = Stream.of(Right.values())
                .filter(right -> form.has(right.name()))
                .toList();
        Propose given = new Propose(
                form.text("number"),
                form.text("department"),
                person(form, "principal"),
                person(form, "a"),
                person(form, "b"),
                HallPages.words(form.text("full")),
                HallPages.words(form.text("partial")),
                recorded,
                StaffPages.day(form, "from"),
                StaffPages.day(form, "until"),
                form.text("previous"));
        try {
            LetterView made = letters.propose(given, call.context());
            return call.redirect(WindowsViews.letterPath(made.number()), "letter-proposed");
        } catch (ProblemException e) {
            return call.redisplay(e, form(call));
        }
    }

    private static Person person(Form form, String who) {
        return new Person(
                form.text(who + ".account"),
                form.text(who + ".name"),
                form.text("department"),
                form.text(who + ".post"),
                StaffPages.choice(Rank.class, form.text(who + ".rank")));
    }

    /** One. */
    @GET
    @Path("/{number}")
    @RequiresPermission(WindowsPermission.VIEW)
    public Response find(@Context PageCall call, @PathParam("number") String number) {
        return call.render(screen(call, number));
    }

    private Screen screen(PageCall call, String number) {
        LetterView view = letters.find(number, call.context().withoutKey());
        boolean manages = call.context().actor().isPermitted(WindowsPermission.MANAGE);
        boolean proposes = call.context().actor().isPermitted(WindowsPermission.PROPOSE)
                && call.context().actor().worksFor(view.department());
        return Screen.working(
                        number,
                        WindowsPageModule.TEMPLATES.letter(
                                call.ui(),
                                view,
                                papers.list(number, call.context().withoutKey()),
                                manages,
                                proposes))
                .under(call.ui().t("letters.title"), ROOT);
    }

    /** The centre consents. */
    @POST
    @Path("/{number}/consent")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response consent(@Context PageCall call, @PathParam("number") String number) {
        Words words = new Words(call.form().text("words"));
        return step(call, number, "letter-consented", () -> letters.answer(number, true, words, call.context()));
    }

    /** The centre objects. */
    @POST
    @Path("/{number}/objection")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response object(@Context PageCall call, @PathParam("number") String number) {
        Words words = new Words(call.form().text("words"));
        return step(call, number, "letter-objected", () -> letters.answer(number, false, words, call.context()));
    }

    /** All four have signed. */
    @POST
    @Path("/{number}/issue")
    @RequiresPermission(WindowsPermission.PROPOSE)
    public Response issue(@Context PageCall call, @PathParam("number") String number) {
        Form form = call.form();
        Sign sign = new Sign(form.text("principal"), form.text("seal"), form.text("a"), form.text("b"));
        return step(call, number, "letter-issued", () -> letters.issue(number, sign, call.context()));
    }

    /** A change is announced. */
    @POST
    @Path("/{number}/announcement")
    @RequiresPermission(WindowsPermission.PROPOSE)
    public Response announce(@Context PageCall call, @PathParam("number") String number) {
        Form form = call.form();
        Announce announce = new Announce(StaffPages.day(form, "from"), form.text("words"));
        return step(call, number, "letter-announced", () -> letters.announce(number, announce, call.context()));
    }

    /** The centre takes it back. */
    @POST
    @Path("/{number}/revoke")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response revoke(@Context PageCall call, @PathParam("number") String number) {
        Reason reason = new Reason(call.form().text("reason"));
        return step(call, number, "letter-revoked", () -> letters.revoke(number, reason, call.context()));
    }

    /** A paper; while it is being made the page looks again by itself. */
    @GET
    @Path("/{number}/documents/{document}")
    @RequiresPermission(WindowsPermission.VIEW)
    public Response document(
            @Context PageCall call, @PathParam("number") String number, @PathParam("document") String document) {
        return Papers.file(
                call, WindowsViews.letterPath(number), () -> papers.content(number, document, call.context()));
    }

    private Response step(PageCall call, String number, String done, Supplier<LetterView> taken) {
        try {
            taken.get();
            return call.redirect(WindowsViews.letterPath(number), done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, number));
        }
    }
}
