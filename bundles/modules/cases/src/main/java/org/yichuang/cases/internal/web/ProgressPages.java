package org.yichuang.cases.internal.web;

import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.ProgressView;
import org.yichuang.cases.internal.view.DeadlineViews;
import org.yichuang.cases.internal.view.Outlook;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.web.api.AllowEveryone;

/** Following a case without signing in: number and query code, or the QR code of the receipt. */
@Path("/{tenant}/progress")
public class ProgressPages {
    private final CaseService cases;

    /** In front of the service. */
    public ProgressPages(CaseService cases) {
        this.cases = cases;
    }

    /** Asks for the two, or shows the progress. */
    @GET
    @AllowEveryone
    public Response progress(@Context PageCall call) {
        String number = call.query("number");
        String code = call.query("code");
        if (number.isEmpty() && code.isEmpty()) {
            return call.render(screen(call, Optional.empty()));
        }
        try {
            return call.render(screen(call, Optional.of(cases.progress(number, code, call.origin(), call.context()))));
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, Optional.empty()));
        }
    }

    private static Screen screen(PageCall call, Optional<ProgressView> found) {
        if (found.isEmpty()) {
            return Screen.reading(call.ui().t("progress.title"), ApplyPages.TEMPLATES.progressform(call.ui()));
        }
        ProgressView view = found.get();
        return Screen.reading(
                        view.item(),
                        ApplyPages.TEMPLATES.progress(
                                call.ui(),
                                view,
                                Outlook.of(
                                        view.state(),
                                        view.deadlines(),
                                        Optional.ofNullable(view.suspension()),
                                        call.ui()),
                                DeadlineViews.steps(view.steps(), call.ui()),
                                DeadlineViews.faces(view.deadlines(), call.ui())))
                .under(call.ui().t("progress.title"), "/progress");
    }
}
