package org.yichuang.ratings.internal.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.ratings.api.Aspect;
import org.yichuang.ratings.api.Grade;
import org.yichuang.ratings.api.Ratings;
import org.yichuang.ratings.api.Ratings.Asked;
import org.yichuang.ratings.api.Ratings.Given;
import org.yichuang.ratings.api.Ratings.Key;
import org.yichuang.ratings.internal.view.KeyView;
import org.yichuang.web.api.AllowEveryone;

/** Rating a service without signing in, by the link of the message or by number and query code; or signed in. */
@Path("/{tenant}/rate")
public class RatePages {
    private final Ratings ratings;

    RatePages(Ratings ratings) {
        this.ratings = ratings;
    }

    /** Asks for number and query code, or for the rating. */
    @GET
    @AllowEveryone
    public Response show(@Context PageCall call) {
        KeyView key = new KeyView(call.query("token"), call.query("number"), call.query("code"), call.query("id"));
        if (key.isEmpty()) {
            return call.render(door(call));
        }
        try {
            return call.render(screen(call, key, ratings.asked(key(key), call.origin(), call.context())));
        } catch (ProblemException e) {
            return call.redisplay(e, door(call));
        }
    }

    /** Takes it. */
    @POST
    @AllowEveryone
    public Response rate(@Context PageCall call) {
        KeyView key = new KeyView(
                call.form().text("token"),
                call.form().text("number"),
                call.form().text("code"),
                call.form().text("id"));
        try {
            Asked asked = ratings.rate(key(key), given(call), call.origin(), call.context());
            return call.render(Screen.reading(
                    call.ui().t("rate.thanks"),
                    RatingPageModule.TEMPLATES.thanks(call.ui(), key.of(asked.id()), asked)));
        } catch (ProblemException e) {
            return call.redisplay(e, again(call, key));
        }
    }

    /** The form as it was sent, if its key still opens something. */
    private Screen again(PageCall call, KeyView key) {
        try {
            return screen(call, key, ratings.asked(key(key), call.origin(), call.context()));
        } catch (ProblemException e) {
            return door(call);
        }
    }

    private static Given given(PageCall call) {
        List<Aspect> aspects = Stream.of(Aspect.values())
                .filter(aspect -> call.form().has("aspect-" + aspect.name()))
                .toList();
        return new Given(
                grade(call.form().text("grade")).orElse(null),
                aspects,
                call.form().text("words"));
    }

    private static Optional<Grade> grade(String word) {
        return Arrays.stream(Grade.values())
                .filter(grade -> grade.name().equals(word))
                .findFirst();
    }

    private static Key key(KeyView key) {
        return new Key(key.token(), key.number(), key.code(), key.id());
    }

    private static Screen door(PageCall call) {
        return Screen.reading(call.ui().t("rate.title"), RatingPageModule.TEMPLATES.ratedoor(call.ui()));
    }

    private static Screen screen(PageCall call, KeyView key, Asked asked) {
        return Screen.reading(
                call.ui().t("rate.title"), RatingPageModule.TEMPLATES.rateform(call.ui(), key.of(asked.id()), asked));
    }
}
