package org.yichuang.cases.internal.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.ProgressView;
import org.yichuang.cases.internal.KioskEnquiries;
import org.yichuang.cases.internal.view.DeadlineViews;
import org.yichuang.cases.internal.view.Offers;
import org.yichuang.cases.internal.view.Outlook;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.web.api.AllowEveryone;

/** Following a case without signing in: number and query code, or the QR code of the receipt. */
@Path("/{tenant}/progress")
public class ProgressPages {
    /** What the code of a receipt says. */
    private static final Pattern SCANNED = Pattern.compile(".*[?&]number=([0-9A-Za-z-]+)&code=([0-9A-Za-z]+)");
    /** After how many seconds a terminal shows nothing of a case any more. */
    private static final int SHOWN = 60;

    private static final String KIOSK = "/progress/kiosk";

    private final CaseService cases;
    private final KioskEnquiries kiosk;

    /** In front of the services. */
    public ProgressPages(CaseService cases, KioskEnquiries kiosk) {
        this.cases = cases;
        this.kiosk = kiosk;
    }

    /** Asks for the two, or shows the progress. */
    @GET
    @AllowEveryone
    public Response progress(@Context PageCall call) {
        String number = call.query("number");
        String code = call.query("code");
        if (number.isEmpty() && code.isEmpty()) {
            return call.render(screen(call, Optional.empty(), Offers.NONE));
        }
        try {
            ProgressView found = cases.progress(number, code, call.origin(), call.context());
            return call.render(screen(call, Optional.of(found), Offers.ofProgress(number, call)));
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, Optional.empty(), Offers.NONE));
        }
    }

    /** Asks for them at a terminal in the hall. */
    @GET
    @Path("/kiosk")
    @AllowEveryone
    public Response kiosk(@Context PageCall call) {
        return call.render(door(call, false));
    }

    /** Shows the progress there, for a minute; nothing of what was typed is in an address. */
    @POST
    @Path("/kiosk")
    @AllowEveryone
    public Response ask(@Context PageCall call) {
        Matcher scanned = SCANNED.matcher(call.form().text("number"));
        boolean isScanned = scanned.matches();
        String number = isScanned ? scanned.group(1) : call.form().text("number");
        String secret = isScanned ? scanned.group(2) : call.form().text("secret");
        try {
            ProgressView found = kiosk.ask(number, secret, call.origin(), call.context());
            return forAMinute(call, call.render(screen(call, Optional.of(found), Offers.NONE)));
        } catch (ProblemException e) {
            return forAMinute(call, call.redisplay(e, door(call, isScanned)));
        }
    }

    /** Whoever comes next to the terminal finds nothing of whoever was there before, also of what was typed in vain. */
    private static Response forAMinute(PageCall call, Response shown) {
        return Response.fromResponse(shown)
                .header("Refresh", SHOWN + ";url=" + call.ui().path(KIOSK))
                .header("Cache-Control", "no-store")
                .build();
    }

    private Screen door(PageCall call, boolean isScanned) {
        int digits = kiosk.digits(call.context()).orElse(0);
        return Screen.reading(call.ui().t("kiosk.title"), ApplyPages.TEMPLATES.kiosk(call.ui(), digits, isScanned));
    }

    /** Where whoever looks reads the whole of it: whoever has to sign in first is led by who they are; else empty. */
    static String own(PageCall call) {
        Actor actor = call.context().actor();
        if (!call.signedIn()) {
            return "/receipt/";
        }
        if (actor.isPermitted(CasePermission.WORK)) {
            return "/cases/";
        }
        return actor.isPermitted(CasePermission.APPLY) ? "/my/" : "";
    }

    private static Screen screen(PageCall call, Optional<ProgressView> found, Offers offers) {
        if (found.isEmpty()) {
            return Screen.reading(call.ui().t("progress.title"), ApplyPages.TEMPLATES.progressform(call.ui()));
        }
        ProgressView view = found.get();
        return Screen.reading(
                        view.item(),
                        ApplyPages.TEMPLATES.progress(
                                call.ui(),
                                view,
                                own(call),
                                Outlook.of(
                                        view.state(),
                                        view.deadlines(),
                                        Optional.ofNullable(view.suspension()),
                                        call.ui()),
                                DeadlineViews.steps(view.steps(), call.ui()),
                                DeadlineViews.faces(view.deadlines(), call.ui()),
                                offers))
                .under(call.ui().t("progress.title"), "/progress");
    }
}
