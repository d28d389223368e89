package org.yichuang.console.internal.web;

import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.journal.api.EventDelivery;
import org.yichuang.journal.api.EventDelivery.Held;
import org.yichuang.journal.api.JournalPermission;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** The events of a centre that could not be delivered to a listener, and their replay. */
@Path("/{tenant}/events")
public class EventPages {
    private static final int ROWS = 50;

    private final EventDelivery delivery;

    /** In front of the delivery. */
    public EventPages(EventDelivery delivery) {
        this.delivery = delivery;
    }

    /** What is held, and why. */
    @GET
    @RequiresPermission(JournalPermission.VIEW)
    public Response held(@Context PageCall call) {
        return call.render(screen(call));
    }

    private Screen screen(PageCall call) {
        Page<Held> page = delivery.held(PageRequest.of(ROWS, call.query("cursor")), call.context());
        return Screen.working(
                call.ui().t("events.title"), CentrePages.TEMPLATES.events(call.ui(), page.items(), page.next()));
    }

    /** Tries the events of one aggregate again. */
    @POST
    @RequiresPermission(JournalPermission.REPLAY)
    public Response replay(@Context PageCall call) {
        Form form = call.form();
        try {
            delivery.replay(form.text("listener"), form.text("type"), form.text("id"), call.context());
            return call.redirect("/events", "replayed");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }
}
