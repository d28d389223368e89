package org.yichuang.fees.internal.web;

import java.util.List;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.fees.api.DuePoint;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.internal.FeeCommands.Link;
import org.yichuang.fees.internal.FeeCommands.Unlink;
import org.yichuang.fees.internal.FeeItems;
import org.yichuang.fees.internal.FeeViews.ItemView;
import org.yichuang.fees.internal.FeeViews.LinkView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** Fee items, their versions and their links to items of the catalogue: drafted by one person, published by another. */
@Path("/{tenant}/fees/items")
public class FeeItemPages {
    static final String ROOT = "/fees/items";
    private static final int ROWS = 50;
    /** For so many days before it is due a review is told of. */
    private static final int DAYS = 60;

    private final FeeItems items;

    FeeItemPages(FeeItems items) {
        this.items = items;
    }

    /** All versions, and what is to be reviewed soon. */
    @GET
    @RequiresPermission(FeePermission.VIEW)
    public Response list(@Context PageCall call) {
        CallContext context = call.context().withoutKey();
        Page<ItemView> page = items.list(PageRequest.of(ROWS, call.query("cursor")), context);
        return call.render(Screen.working(
                call.ui().t("items.title"),
                FeePageModule.TEMPLATES.feeitems(
                        call.ui(),
                        page.items(),
                        page.next(),
                        items.toReview(DAYS, context),
                        context.actor().isPermitted(FeePermission.EDIT))));
    }

    /** The versions of a code, the newest first, with its links. */
    @GET
    @Path("/{code}")
    @RequiresPermission(FeePermission.VIEW)
    public Response find(@Context PageCall call, @PathParam("code") String code) {
        return call.render(screen(call, code));
    }

    private Screen screen(PageCall call, String code) {
        CallContext context = call.context().withoutKey();
        List<ItemView> versions = items.versions(code, context);
        List<LinkView> links = items.linksOf(code, context);
        return Screen.working(
                        versions.get(0).item().name(),
                        FeePageModule.TEMPLATES.feeitem(call.ui(), versions, links, context))
                .under(call.ui().t("items.title"), ROOT);
    }

    /** Publishes what somebody else has drafted. */
    @POST
    @Path("/{code}/publication")
    @RequiresPermission(FeePermission.PUBLISH)
    public Response publish(@Context PageCall call, @PathParam("code") String code) {
        return step(call, code, "item-published", () -> items.publish(code, call.context()));
    }

    /** Drafts a link. */
    @POST
    @Path("/{code}/links")
    @RequiresPermission(FeePermission.EDIT)
    public Response link(@Context PageCall call, @PathParam("code") String code) {
        Form form = call.form();
        return step(call, code, "link-drafted", () -> {
            Link link = new Link(
                    form.text("item"), FormValues.chosen(form, "due", DuePoint.values()), form.text("quantity"));
            return items.link(code, link, call.context());
        });
    }

    /** Publishes a link that somebody else has drafted. */
    @POST
    @Path("/{code}/links/publication")
    @RequiresPermission(FeePermission.PUBLISH)
    public Response publishLink(@Context PageCall call, @PathParam("code") String code) {
        return step(call, code, "link-published", () -> items.publishLink(code, linked(call), call.context()));
    }

    /** Ends a link. */
    @POST
    @Path("/{code}/links/end")
    @RequiresPermission(FeePermission.EDIT)
    public Response unlink(@Context PageCall call, @PathParam("code") String code) {
        return step(call, code, "link-ended", () -> {
            items.unlink(code, linked(call), call.context());
            return code;
        });
    }

    private static Unlink linked(PageCall call) {
        return new Unlink(call.form().text("linked"));
    }

    private Response step(PageCall call, String code, String done, Supplier<?> taken) {
        try {
            taken.get();
            return call.redirect(ROOT + "/" + code, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, code));
        }
    }
}
