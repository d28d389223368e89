package org.yichuang.notices.internal.web;

import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.notices.api.Inbox;
import org.yichuang.notices.api.Inbox.Message;
import org.yichuang.notices.api.Inbox.Ways;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.web.api.AllowSignedIn;

/** The messages of whoever has signed in, and how they want to be told. */
@Path("/{tenant}/inbox")
public class InboxPages {
    private static final String ROOT = "/inbox";

    private final Inbox inbox;

    public InboxPages(Inbox inbox) {
        this.inbox = inbox;
    }

    /** The messages, the newest first. */
    @GET
    @AllowSignedIn
    public Response list(@Context PageCall call) {
        Page<Message> page = inbox.list(PageRequest.of(PageRequest.USUAL, call.query("cursor")), call.context());
        return call.render(Screen.reading(
                call.ui().t("inbox.title"),
                NoticePageModule.TEMPLATES.inbox(call.ui(), inbox.unread(call.context()), page.items(), page.next())));
    }

    /** Opens a message: it is read from now on. */
    @POST
    @Path("/{id}")
    @AllowSignedIn
    public Response open(@Context PageCall call, @PathParam("id") String id) {
        inbox.read(id, call.context());
        return call.redirect(ROOT + "/" + id);
    }

    /** Shows a message; looking at it by its address alone makes it no read one. */
    @GET
    @Path("/{id}")
    @AllowSignedIn
    public Response find(@Context PageCall call, @PathParam("id") String id) {
        Message message = inbox.find(id, call.context());
        return call.render(Screen.reading(
                        message.subject().isEmpty() ? call.ui().t("inbox.message") : message.subject(),
                        NoticePageModule.TEMPLATES.message(call.ui(), message))
                .under(call.ui().t("inbox.title"), ROOT));
    }

    /** Asks how somebody wants to be told. */
    @GET
    @Path("/ways")
    @AllowSignedIn
    public Response ways(@Context PageCall call) {
        return call.render(waysScreen(call));
    }

    private Screen waysScreen(PageCall call) {
        return Screen.reading(
                        call.ui().t("ways.title"),
                        NoticePageModule.TEMPLATES.ways(call.ui(), inbox.ways(call.context())))
                .under(call.ui().t("inbox.title"), ROOT);
    }

    /** Keeps how somebody wants to be told. */
    @POST
    @Path("/ways")
    @AllowSignedIn
    public Response setWays(@Context PageCall call) {
        Ways ways = new Ways(
                call.form().text("mail"),
                call.form().has("mailWanted"),
                call.form().text("mobile"),
                call.form().has("smsWanted"));
        try {
            inbox.setWays(ways, call.context());
            return call.redirect(ROOT + "/ways", "ways");
        } catch (ProblemException e) {
            return call.redisplay(e, waysScreen(call));
        }
    }
}
