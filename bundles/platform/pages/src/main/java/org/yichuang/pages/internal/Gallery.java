package org.yichuang.pages.internal;

import gg.jte.Content;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.internal.view.Samples;
import org.yichuang.web.api.AllowEveryone;

/** Every component in all its states, to be looked at when one of them is changed. */
@Path("/{tenant}/_components")
public class Gallery {
    private static final List<String> NAMES = List.of(
            "field",
            "table",
            "timeline",
            "light",
            "clock",
            "upload",
            "confirm",
            "tabs",
            "empty",
            "message",
            "crumbs",
            "stepper",
            "sheet",
            "plot");

    /** All of them. */
    @GET
    @AllowEveryone
    public Response all(@Context PageCall call) {
        return call.render(Screen.working(call.ui().t("gallery.title"), specimens(call, NAMES)));
    }

    private static Content specimens(PageCall call, List<String> names) {
        return PageRenderer.TEMPLATES.gallery(
                call.ui(), new Samples(call.context().at()), names, NAMES);
    }

    /** One of them. */
    @GET
    @Path("/{component}")
    @AllowEveryone
    public Response one(@Context PageCall call, @PathParam("component") String name) {
        if (!NAMES.contains(name)) {
            throw new ProblemException(
                    CommonError.PATH_UNKNOWN, LocalizedMessage.of(Gallery.class, "component-unknown"));
        }
        return call.render(Screen.working(call.ui().t("gallery." + name), specimens(call, List.of(name)))
                .under(call.ui().t("gallery.title"), "/_components"));
    }
}
