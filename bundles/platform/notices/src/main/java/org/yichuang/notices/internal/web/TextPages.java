package org.yichuang.notices.internal.web;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.notices.api.NoticePermission;
import org.yichuang.notices.api.NoticeTemplate.Text;
import org.yichuang.notices.api.NoticeTexts;
import org.yichuang.notices.api.NoticeTexts.Place;
import org.yichuang.notices.api.NoticeTexts.Version;
import org.yichuang.notices.internal.TemplateRegistry;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** The texts of the centre's messages: what is in force, how it reads, what was in force before. */
@Path("/{tenant}/notices/texts")
public class TextPages {
    private static final String ROOT = "/notices/texts";
    private static final Text NOTHING = new Text("", "");

    private final NoticeTexts texts;
    private final TemplateRegistry templates;

    public TextPages(NoticeTexts texts, TemplateRegistry templates) {
        this.texts = texts;
        this.templates = templates;
    }

    /** The kinds of messages. */
    @GET
    @RequiresPermission(NoticePermission.TEXTS)
    public Response kinds(@Context PageCall call) {
        return call.render(Screen.working(
                call.ui().t("texts.title"), NoticePageModule.TEMPLATES.texts(call.ui(), texts.kinds(call.context()))));
    }

    /** A text with its versions. */
    @GET
    @Path("/{text}")
    @RequiresPermission(NoticePermission.TEXTS)
    public Response text(@Context PageCall call, @PathParam("text") String text) {
        return call.render(screen(Place.parse(text), NOTHING, call));
    }

    private Screen screen(Place place, Text preview, PageCall call) {
        List<Version> versions = texts.versions(place, call.context());
        long newest = versions.get(0).version();
        // After a preview, what was not seen before it is still not to be replaced
        long seen = preview.equals(NOTHING)
                ? newest
                : call.context().expectedVersion().orElse(newest);
        String title = call.ui().localize(templates.title(place.module(), place.kind()));
        return Screen.working(
                        call.ui().t("texts.one", title, call.ui().t("channel." + place.channel())),
                        NoticePageModule.TEMPLATES.text(call.ui(), place, versions, preview, seen))
                .under(call.ui().t("texts.title"), ROOT);
    }

    /** Puts a text into force, or shows first how it reads. */
    @POST
    @Path("/{text}")
    @RequiresPermission(NoticePermission.TEXTS)
    public Response put(@Context PageCall call, @PathParam("text") String word) {
        Place place = Place.parse(word);
        Text text = new Text(call.form().text("subject"), call.form().text("body"));
        try {
            if (call.form().has("preview")) {
                return call.render(screen(place, texts.preview(place, text, call.context()), call));
            }
            texts.put(place, text, call.context());
            return call.redirect(ROOT + "/" + place.word(), "text");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(place, NOTHING, call));
        }
    }
}
