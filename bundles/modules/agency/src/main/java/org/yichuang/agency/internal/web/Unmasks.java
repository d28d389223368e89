package org.yichuang.agency.internal.web;

import gg.jte.Content;
import java.util.function.Function;
import javax.ws.rs.core.Response;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** Asks why somebody needs to see something whole, and shows it once. */
final class Unmasks {
    private Unmasks() {}

    static Screen screen(PageCall call, String below) {
        return Screen.working(
                        call.ui().t("unmask.title"), AgencyPageModule.TEMPLATES.unmask(call.ui(), below + "/unmask"))
                .under(call.ui().t("document.back"), below);
    }

    static Response answer(PageCall call, String below, Function<Reason, Content> shown) {
        try {
            Content content = shown.apply(new Reason(call.form().text("reason")));
            return call.render(Screen.working(call.ui().t("unmask.title"), content)
                    .under(call.ui().t("document.back"), below));
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, below));
        }
    }
}
