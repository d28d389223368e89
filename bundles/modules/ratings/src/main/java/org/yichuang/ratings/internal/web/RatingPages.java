package org.yichuang.ratings.internal.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.ratings.api.Grade;
import org.yichuang.ratings.api.RatingPermission;
import org.yichuang.ratings.api.Ratings;
import org.yichuang.ratings.api.Ratings.Card;
import org.yichuang.ratings.api.Ratings.Cards;
import org.yichuang.ratings.api.Ratings.Filter;
import org.yichuang.ratings.api.Ratings.Said;
import org.yichuang.ratings.api.Source;
import org.yichuang.ratings.internal.domain.RatingPolicy;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.Departments.Department;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.web.api.AllowSignedIn;

/** What was said: in numbers for everybody, one by one for the staff, the own ones for applicants. */
@Path("/{tenant}/ratings")
public class RatingPages {
    private static final int ROWS = 30;
    private static final int MOST_OWN = 50;
    private static final String BAD = "bad";

    private final Ratings ratings;
    private final Departments departments;

    RatingPages(Ratings ratings, Departments departments) {
        this.ratings = ratings;
        this.departments = departments;
    }

    /** How many of each grade were given. */
    @GET
    @AllowEveryone
    public Response summary(@Context PageCall call) {
        return call.render(Screen.reading(
                call.ui().t("summary.title"),
                RatingPageModule.TEMPLATES.summary(call.ui(), ratings.summary(call.context()))));
    }

    /** What the own account is asked. */
    @GET
    @Path("/own")
    @AllowSignedIn
    public Response own(@Context PageCall call) {
        return call.render(Screen.reading(
                call.ui().t("own.title"),
                RatingPageModule.TEMPLATES.own(call.ui(), ratings.own(MOST_OWN, call.context()))));
    }

    /** What was said, without by whom. */
    @GET
    @Path("/given")
    @RequiresPermission(RatingPermission.VIEW)
    public Response given(@Context PageCall call) {
        String chosen = call.query("grade");
        Optional<Grade> grade = Arrays.stream(Grade.values())
                .filter(each -> each.name().equals(chosen))
                .findFirst();
        Page<Said> page = ratings.list(
                new Filter(grade, chosen.equals(BAD)), PageRequest.of(ROWS, call.query("cursor")), call.context());
        List<Option> grades = Stream.concat(
                        Stream.of(
                                new Option("", call.ui().t("given.all")),
                                new Option(BAD, call.ui().t("given.bad"))),
                        Stream.of(Grade.values())
                                .map(each -> new Option(each.name(), call.ui().localize(each.label()))))
                .toList();
        Field filter = Field.select("grade", call.ui().t("rate.grade"), grades).value(chosen);
        return call.render(Screen.working(
                call.ui().t("given.title"),
                RatingPageModule.TEMPLATES.given(call.ui(), List.of(filter), page.items(), page.next())));
    }

    /** Asks for what stands on a card. */
    @GET
    @Path("/cards")
    @RequiresPermission(RatingPermission.ENTER)
    public Response card(@Context PageCall call) {
        return call.render(cardScreen(call));
    }

    /** Enters what stands on a card. */
    @POST
    @Path("/cards")
    @RequiresPermission(RatingPermission.ENTER)
    public Response enter(@Context PageCall call) {
        try {
            ratings.enter(cards(call), call.context());
            return call.redirect("/ratings/cards", "card");
        } catch (ProblemException e) {
            return call.redisplay(e, cardScreen(call));
        }
    }

    private static Cards cards(PageCall call) {
        Card card = new Card(
                chosen(Grade.values(), call.form().text("grade")),
                call.form().text("department"),
                call.form().text("window"),
                call.form().text("item"),
                List.of(),
                call.form().text("words"));
        return new Cards(
                chosen(Source.values(), call.form().text("source")),
                day(call.form().text("collectedOn")),
                List.of(card));
    }

    private static <E extends Enum<E>> E chosen(E[] all, String word) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElse(null);
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Screen cardScreen(PageCall call) {
        return Screen.working(
                call.ui().t("cards.title"),
                RatingPageModule.TEMPLATES.cards(
                        call.ui(),
                        RatingPolicy.scale(call.tenant()).grades(),
                        departments.list(call.context()).stream()
                                .filter(each -> !each.isClosed())
                                .map(Department::name)
                                .toList(),
                        call.context().today()));
    }
}
