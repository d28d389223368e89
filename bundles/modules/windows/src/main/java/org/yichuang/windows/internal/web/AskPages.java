package org.yichuang.windows.internal.web;

import java.util.List;
import java.util.Objects;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.web.api.AllowSignedIn;
import org.yichuang.windows.internal.AssessmentCommands.AskOnline;
import org.yichuang.windows.internal.EnquiryViews.AskedView;
import org.yichuang.windows.internal.EnquiryViews.ProgressView;
import org.yichuang.windows.internal.OnlineEnquiries;

/** Asking from home, with an account or without. */
@Path("/{tenant}/windows/ask")
public class AskPages {
    static final String ROOT = "/windows/ask";

    private final OnlineEnquiries enquiries;

    AskPages(OnlineEnquiries enquiries) {
        this.enquiries = enquiries;
    }

    /** Asks what somebody wants to know. */
    @GET
    @AllowEveryone
    public Response form(@Context PageCall call) {
        return call.render(asking(call));
    }

    private static Screen asking(PageCall call) {
        return Screen.reading(call.ui().t("ask.title"), WindowsPageModule.TEMPLATES.ask(call.ui(), call.signedIn()));
    }

    /** Takes it. */
    @POST
    @AllowEveryone
    public Response ask(@Context PageCall call) {
        AskOnline given = new AskOnline(call.form().text("name"), call.form().text("question"));
        try {
            AskedView asked = enquiries.ask(given, call.origin(), call.context());
            return call.render(Screen.reading(
                    call.ui().t("ask.taken"), WindowsPageModule.TEMPLATES.asked(call.ui(), asked, call.signedIn())));
        } catch (ProblemException e) {
            return call.redisplay(e, asking(call));
        }
    }

    /** Asks for number and code. */
    @GET
    @Path("/progress")
    @AllowEveryone
    public Response door(@Context PageCall call) {
        return call.render(screen(call));
    }

    /** How it stands, by number and code, neither of which is in an address. */
    @POST
    @Path("/progress")
    @AllowEveryone
    public Response progress(@Context PageCall call) {
        String number = call.form().text("number");
        try {
            ProgressView found = enquiries.progress(
                    number == null ? "" : number.strip(),
                    Objects.requireNonNullElse(call.form().text("code"), "").strip(),
                    call.origin(),
                    call.context().withoutKey());
            return call.render(answers(call, "ask.progress", List.of(found)));
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }

    private static Screen screen(PageCall call) {
        return Screen.reading(call.ui().t("ask.progress"), WindowsPageModule.TEMPLATES.askdoor(call.ui()))
                .under(call.ui().t("ask.title"), ROOT);
    }

    private static Screen answers(PageCall call, String title, List<ProgressView> found) {
        return Screen.reading(call.ui().t(title), WindowsPageModule.TEMPLATES.answers(call.ui(), found))
                .under(call.ui().t("ask.title"), ROOT);
    }

    /** What the own account has asked. */
    @GET
    @Path("/own")
    @AllowSignedIn
    public Response own(@Context PageCall call) {
        return call.render(answers(call, "ask.own", enquiries.own(call.context().withoutKey())));
    }
}
