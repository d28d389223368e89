package org.yichuang.ratings.internal.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.ratings.api.Complaints;
import org.yichuang.ratings.api.Complaints.Answered;
import org.yichuang.ratings.api.Complaints.Extension;
import org.yichuang.ratings.api.Complaints.Words;
import org.yichuang.ratings.api.FollowUpKind;
import org.yichuang.ratings.api.FollowUpOutcome;
import org.yichuang.ratings.api.FollowUps;
import org.yichuang.ratings.api.FollowUps.Called;
import org.yichuang.ratings.api.FollowUps.Callee;
import org.yichuang.ratings.api.FollowUps.Contacted;
import org.yichuang.ratings.api.FollowUps.Rectified;
import org.yichuang.ratings.api.FollowUps.Verified;
import org.yichuang.ratings.api.FollowUps.View;
import org.yichuang.ratings.api.Grade;
import org.yichuang.ratings.api.RatingPermission;
import org.yichuang.ratings.internal.DefaultFollowUps;
import org.yichuang.ratings.internal.domain.RatingPolicy;

/** What is to be done about ratings, and the calls to those whose cases have been concluded. */
@Path("/{tenant}/ratings/follow-ups")
public class FollowUpPages {
    private static final String ROOT = "/ratings/follow-ups";
    private static final int ROWS = 30;

    private final FollowUps followUps;
    private final Complaints complaints;

    FollowUpPages(FollowUps followUps, Complaints complaints) {
        this.followUps = followUps;
        this.complaints = complaints;
    }

    /** What is to be done, what is due first first. */
    @GET
    @RequiresPermission(RatingPermission.FOLLOW_UP)
    public Response list(@Context PageCall call) {
        FollowUpKind kind = Arrays.stream(FollowUpKind.values())
                .filter(each -> each.name().equals(call.query("kind")))
                .findFirst()
                .orElseGet(() -> DefaultFollowUps.sees(FollowUpKind.BAD_RATING, call.context())
                        ? FollowUpKind.BAD_RATING
                        : FollowUpKind.CALL_BACK);
        boolean closed = call.query("closed").equals("true");
        Page<View> page = followUps.list(kind, closed, PageRequest.of(ROWS, call.query("cursor")), call.context());
        List<Option> kinds = Stream.of(FollowUpKind.values())
                .filter(each -> DefaultFollowUps.sees(each, call.context()))
                .map(each -> new Option(each.name(), call.ui().localize(each.label())))
                .toList();
        List<Option> states = List.of(
                new Option("false", call.ui().t("follow-ups.open")),
                new Option("true", call.ui().t("follow-ups.closed")));
        return call.render(Screen.working(
                call.ui().t("follow-ups.title"),
                RatingPageModule.TEMPLATES.followups(
                        call.ui(),
                        List.of(
                                Field.select("kind", call.ui().t("follow-ups.kind"), kinds)
                                        .value(kind.name()),
                                Field.select("closed", call.ui().t("follow-ups.state"), states)
                                        .value(closed)),
                        page.items(),
                        page.next())));
    }

    /** One with its history, and what can be done next. */
    @GET
    @Path("/{id}")
    @RequiresPermission(RatingPermission.FOLLOW_UP)
    public Response find(@Context PageCall call, @PathParam("id") String id) {
        return call.render(screen(call, followUps.find(id, call.context()), null));
    }

    /** Whoever was not content has been contacted, or could not be. */
    @POST
    @Path("/{id}/contact")
    @RequiresPermission(RatingPermission.HANDLE)
    public Response contact(@Context PageCall call, @PathParam("id") String id) {
        Form form = call.form();
        Contacted contacted =
                new Contacted(truth(form, "reached"), form.has("untrue"), form.has("complex"), form.text("words"));
        return step(call, id, same -> followUps.contact(id, contacted, call.context()));
    }

    /** It has been put right. */
    @POST
    @Path("/{id}/rectification")
    @RequiresPermission(RatingPermission.HANDLE)
    public Response rectify(@Context PageCall call, @PathParam("id") String id) {
        Rectified rectified = new Rectified(call.form().text("words"));
        return step(call, id, same -> followUps.rectify(id, rectified, call.context()));
    }

    /** Somebody else has looked whether it is so. */
    @POST
    @Path("/{id}/verification")
    @RequiresPermission(RatingPermission.VERIFY)
    public Response verify(@Context PageCall call, @PathParam("id") String id) {
        Verified verified =
                new Verified(truth(call.form(), "confirmed"), call.form().text("words"));
        return step(call, id, same -> followUps.verify(id, verified, call.context()));
    }

    /** Whoever had a case has been called. */
    @POST
    @Path("/{id}/call")
    @RequiresPermission(RatingPermission.CALL)
    public Response call(@Context PageCall call, @PathParam("id") String id) {
        Called called = new Called(
                chosen(FollowUpOutcome.values(), call.form().text("result")),
                chosen(Grade.values(), call.form().text("grade")),
                call.form().text("words"));
        return step(call, id, same -> followUps.call(id, called, call.context()));
    }

    /** A complaint is taken up, or not. */
    @POST
    @Path("/{id}/acceptance")
    @RequiresPermission(RatingPermission.COMPLAINTS)
    public Response accept(@Context PageCall call, @PathParam("id") String id) {
        Words words = new Words(call.form().text("words"));
        return step(
                call,
                id,
                same -> "false".equals(call.form().text("taken"))
                        ? complaints.refuse(id, words, call.context())
                        : complaints.accept(id, words, call.context()));
    }

    /** A complaint is answered. */
    @POST
    @Path("/{id}/answer")
    @RequiresPermission(RatingPermission.COMPLAINTS)
    public Response answer(@Context PageCall call, @PathParam("id") String id) {
        Answered answered = new Answered(
                chosen(FollowUpOutcome.values(), call.form().text("finding")),
                call.form().text("words"));
        return step(call, id, same -> complaints.answer(id, answered, call.context()));
    }

    /** A complaint gets more time. */
    @POST
    @Path("/{id}/more-time")
    @RequiresPermission(RatingPermission.COMPLAINTS)
    public Response extend(@Context PageCall call, @PathParam("id") String id) {
        String days = call.form().text("workingDays");
        Extension extension = new Extension(
                days.matches("\\d{1,2}") ? Integer.valueOf(days) : null,
                call.form().text("words"));
        return step(call, id, same -> complaints.extend(id, extension, call.context()));
    }

    /** Opens the number of whoever has complained. */
    @POST
    @Path("/{id}/complainant")
    @RequiresPermission(RatingPermission.COMPLAINTS)
    public Response complainant(@Context PageCall call, @PathParam("id") String id) {
        Callee callee = complaints.complainant(id, call.context());
        return call.render(screen(call, followUps.find(id, call.context()), callee));
    }

    /** Opens the number of whoever was not content. */
    @POST
    @Path("/{id}/rater")
    @RequiresPermission(RatingPermission.HANDLE)
    public Response rater(@Context PageCall call, @PathParam("id") String id) {
        Callee callee = followUps.rater(id, call.context());
        return call.render(screen(call, followUps.find(id, call.context()), callee));
    }

    /** Opens the number of whoever is to be called. */
    @POST
    @Path("/{id}/phone")
    @RequiresPermission(RatingPermission.CALL)
    public Response phone(@Context PageCall call, @PathParam("id") String id) {
        Callee callee = followUps.phone(id, call.context());
        return call.render(screen(call, followUps.find(id, call.context()), callee));
    }

    private Response step(PageCall call, String id, Function<String, View> taken) {
        try {
            taken.apply(id);
            return call.redirect(ROOT + "/" + id, "follow-up");
        } catch (ProblemException e) {
            return call.redisplay(
                    e, screen(call, followUps.find(id, call.context().withoutKey()), null));
        }
    }

    private static Boolean truth(Form form, String name) {
        return Optional.of(form.text(name))
                .filter(word -> !word.isEmpty())
                .map(Boolean::valueOf)
                .orElse(null);
    }

    private static <E extends Enum<E>> E chosen(E[] all, String word) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElse(null);
    }

    private static Screen screen(PageCall call, View view, Callee callee) {
        return Screen.working(
                        call.ui().localize(view.kind().label()),
                        RatingPageModule.TEMPLATES.followup(
                                call.ui(),
                                view,
                                Optional.ofNullable(callee),
                                RatingPolicy.scale(call.tenant()).grades()))
                .under(call.ui().t("follow-ups.title"), ROOT);
    }
}
