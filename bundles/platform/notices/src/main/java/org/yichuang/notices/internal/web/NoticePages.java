package org.yichuang.notices.internal.web;

import java.util.List;
import java.util.Map;
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
import org.yichuang.notices.internal.TemplateRegistry;
import org.yichuang.notices.internal.view.NoticeReason;
import org.yichuang.notices.internal.view.NoticeRow;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;

/** The messages that did not arrive, or may not have: somebody decides. */
@Path("/{tenant}/notices")
public class NoticePages {
    private static final int ROWS = 30;
    private static final List<State> SHOWN =
            List.of(State.UNCERTAIN, State.REFUSED, State.EXPIRED, State.WAITING, State.SETTLED);

    private final NoticeCare care;
    private final TemplateRegistry templates;

    public NoticePages(NoticeCare care, TemplateRegistry templates) {
        this.care = care;
        this.templates = templates;
    }

    /** The messages of a state, usually the first of which some wait for somebody's decision. */
    @GET
    @RequiresPermission(NoticePermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(screen(call));
    }

    private Screen screen(PageCall call) {
        Map<State, Integer> counts = care.counts(call.context());
        State state = SHOWN.stream()
                .filter(each -> each.name().equals(call.ui().inputValue("state", "")))
                .findFirst()
                .orElseGet(() -> waiting(counts));
        Page<NoticeView> page = care.list(state, PageRequest.of(ROWS, call.query("cursor")), call.context());
        List<Option> states = SHOWN.stream()
                .map(each -> new Option(each.name(), counted(each, counts.get(each), call.ui())))
                .toList();
        Field filter =
                Field.select("state", call.ui().t("notices.state"), states).value(state.name());
        boolean decides = call.context().actor().isPermitted(NoticePermission.SETTLE);
        return Screen.working(
                call.ui().t("notices.title"),
                NoticePageModule.TEMPLATES.notices(
                        call.ui(),
                        List.of(filter),
                        page.items().stream()
                                .map(notice -> row(notice, call.ui()))
                                .toList(),
                        page.next(),
                        decides));
    }

    /** What somebody has to decide about comes first. */
    private static State waiting(Map<State, Integer> counts) {
        return SHOWN.stream()
                .filter(state -> state != State.SETTLED && counts.get(state) > 0)
                .findFirst()
                .orElse(State.UNCERTAIN);
    }

    private static String counted(State state, int count, Ui ui) {
        String word = ui.t("notice-state." + state.name());
        return count < NoticeCare.MOST_COUNTED
                ? ui.t("notices.counted", word, count)
                : ui.t("notices.many", word, NoticeCare.MOST_COUNTED);
    }

    private NoticeRow row(NoticeView notice, Ui ui) {
        String title = ui.localize(templates.title(notice.module(), notice.kind()));
        return new NoticeRow(notice, title, NoticeReason.told(notice.reason(), NoticePageModule.TEXTS, ui.locale()));
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
