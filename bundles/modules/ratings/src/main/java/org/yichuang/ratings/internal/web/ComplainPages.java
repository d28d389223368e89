package org.yichuang.ratings.internal.web;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.ratings.api.Complaints;
import org.yichuang.ratings.api.Complaints.Complaint;
import org.yichuang.ratings.api.Complaints.Lodged;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.web.api.AllowSignedIn;

/** Complaining, and asking for the review of a refusal; with an account or without. */
@Path("/{tenant}/complain")
public class ComplainPages {
    private final Complaints complaints;

    ComplainPages(Complaints complaints) {
        this.complaints = complaints;
    }

    /** Asks what it is about. */
    @GET
    @AllowEveryone
    public Response form(@Context PageCall call) {
        return call.render(form(call, call.query("kind").equals("review")));
    }

    /** Takes it. */
    @POST
    @AllowEveryone
    public Response lodge(@Context PageCall call) {
        Form form = call.form();
        boolean review = form.text("kind").equals("review");
        Complaint complaint = new Complaint(
                form.text("number"),
                form.text("code"),
                form.text("department"),
                form.text("words"),
                form.text("name"),
                form.text("phone"));
        try {
            Lodged lodged = review
                    ? complaints.review(complaint, call.origin(), call.context())
                    : complaints.complain(complaint, call.origin(), call.context());
            return call.render(Screen.reading(
                    call.ui().t("complain.lodged"), RatingPageModule.TEMPLATES.lodged(call.ui(), lodged)));
        } catch (ProblemException e) {
            return call.redisplay(e, form(call, review));
        }
    }

    private static Screen form(PageCall call, boolean review) {
        return Screen.reading(
                call.ui().t(review ? "review.title" : "complain.title"),
                RatingPageModule.TEMPLATES.complain(call.ui(), review, call.signedIn()));
    }

    /** How it stands, by number and code. */
    @GET
    @Path("/progress")
    @AllowEveryone
    public Response progress(@Context PageCall call) {
        String number = call.query("number");
        String title = call.ui().t("complain.progress");
        if (number.isEmpty()) {
            return call.render(Screen.reading(title, RatingPageModule.TEMPLATES.complaintdoor(call.ui())));
        }
        try {
            return call.render(Screen.reading(
                    title,
                    RatingPageModule.TEMPLATES.complaints(
                            call.ui(), List.of(complaints.progress(number, call.query("code"), call.context())))));
        } catch (ProblemException e) {
            return call.redisplay(e, Screen.reading(title, RatingPageModule.TEMPLATES.complaintdoor(call.ui())));
        }
    }

    /** What the own account has lodged. */
    @GET
    @Path("/own")
    @AllowSignedIn
    public Response own(@Context PageCall call) {
        return call.render(Screen.reading(
                call.ui().t("complain.own"),
                RatingPageModule.TEMPLATES.complaints(call.ui(), complaints.own(call.context()))));
    }
}
