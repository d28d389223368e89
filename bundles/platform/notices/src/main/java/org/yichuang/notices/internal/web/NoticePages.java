package org.yichuang.notices.internal.web;

import java.util.List;
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
import org.yichuang.notices.api.NoticeCare;
import org.yichuang.notices.api.NoticePermission;
import org.yichuang.notices.api.NoticeService.NoticeView;
import org.yichuang.notices.api.NoticeService.State;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** The messages that did not arrive, or may not have: somebody decides. */
@Path("/{tenant}/notices")
public class NoticePages {
    private static final int ROWS = 30;

    private final NoticeCare care;

    public NoticePages(NoticeCare care) {
        this.care = care;
    }

    /** The messages of a state, usually those of which nobody knows whether they arrived. */
    @GET
    @RequiresPermission(NoticePermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(screen(call));
    }

    private Screen screen(PageCall call) {
        State state = Stream.of(State.values())
                .filter(each -> each.name().equals(call.ui().inputValue("state", "")))
                .findFirst()
                .orElse(State.UNCERTAIN);
        Page<NoticeView> page = care.list(state, PageRequest.of(ROWS, call.query("cursor")), call.context());
        List<Option> states = Stream.of(State.UNCERTAIN, State.REFUSED, State.EXPIRED, State.WAITING, State.SETTLED)
                .map(each -> new Option(each.name(), call.ui().t("notice-state." + each.name())))
                .toList();
        Field filter =
                Field.select("state", call.ui().t("notices.state"), states).value(state.name());
        boolean decides = call.context().actor().isPermitted(NoticePermission.SETTLE);
        return Screen.working(
                call.ui().t("notices.title"),
                NoticePageModule.TEMPLATES.notices(
                        call.ui(), List.of(filter), page.items(), page.next(), decides, call));
    }

    /** Has a message sent again. */
    @POST
    @Path("/{id}/sending")
    @RequiresPermission(NoticePermission.SETTLE)
    public Response sendAgain(@Context PageCall call, @PathParam("id") String id) {
        try {
            care.sendAgain(id, call.form().text("reason"), call.context());
            return call.redirect("/notices", "sent-again");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }

    /** Leaves a message as it is. */
    @POST
    @Path("/{id}/settlement")
    @RequiresPermission(NoticePermission.SETTLE)
    public Response settle(@Context PageCall call, @PathParam("id") String id) {
        try {
            care.settle(id, call.form().text("reason"), call.context());
            return call.redirect("/notices", "settled");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }
}
