package org.yichuang.windows.internal.web;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.windows.internal.Hall;
import org.yichuang.windows.internal.Staff;
import org.yichuang.windows.internal.WindowsViews.BoardView;

/** What everybody may know: where to go, and who sits there. */
@Path("/{tenant}/windows")
public class PublicPages {
    private static final int PLACES = 100;
    private static final int ROWS = 50;

    private final Hall hall;
    private final Staff staff;

    PublicPages(Hall hall, Staff staff) {
        this.hall = hall;
        this.staff = staff;
    }

    /** All of it. */
    @GET
    @AllowEveryone
    public Response show(@Context PageCall call) {
        Page<BoardView> board = staff.board(PageRequest.of(ROWS, call.query("cursor")), call.context());
        return call.render(Screen.reading(
                call.ui().t("hall.title"),
                WindowsPageModule.TEMPLATES.hall(
                        call.ui(),
                        hall.points(PageRequest.of(PLACES, ""), call.context()).items(),
                        board.items(),
                        board.next())));
    }
}
