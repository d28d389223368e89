package org.yichuang.pages.internal;

import gg.jte.Content;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.web.api.BrowserSessions;

/** The pages that belong to no module: home, signing in and out, how long a session has left. */
@Path("/{tenant}")
public class CorePages {
    private final PanelBuilder panels;
    private final LayoutBuilder layouts;
    private final BrowserSessions sessions;

    CorePages(PanelBuilder panels, LayoutBuilder layouts, BrowserSessions sessions) {
        this.panels = panels;
        this.layouts = layouts;
        this.sessions = sessions;
    }

    /** The centre's home page, made of what its modules show there. */
    @GET
    @AllowEveryone
    public Response home(@Context PageCall call) {
        Actor actor = call.context().actor();
        String title = call.signedIn()
                ? call.ui().t("home.welcome", actor.name())
                : call.tenant().name();
        List<Content> narrow = new ArrayList<>(panels.home((DefaultPageCall) call, false));
        if (!call.signedIn()) {
            CentreProfile.panel(call.ui(), call.tenant()).ifPresent(narrow::add);
        }
        Content page = PageRenderer.TEMPLATES.home(
                call.ui(),
                title,
                CentreProfile.motto(call.tenant()),
                panels.home((DefaultPageCall) call, true),
                narrow,
                layouts.entries((DefaultPageCall) call));
        return call.render(Screen.reading(call.ui().t("home.title"), page).withOwnHeading());
    }

    /** The form for signing in. */
    @GET
    @Path("/sign-in")
    @AllowEveryone
    public Response signInForm(@Context PageCall call) {
        return call.render(form(call, call.query("to"), false));
    }

    /** @param code whether a one-time code is asked for, too */
    private static Screen form(PageCall call, String to, boolean code) {
        Ui ui = call.ui();
        boolean ended = !call.query("ended").isEmpty();
        return Screen.reading(
                ui.t("sign-in.title"),
                PageRenderer.TEMPLATES.signin(ui, to, ended, !to.isEmpty(), code, call.actions("sign-in", to)));
    }

    /** Signs in: a new session under a new secret, and on to where whoever it is was going. */
    @POST
    @Path("/sign-in")
    @AllowEveryone
    public Response signIn(@Context PageCall asked) {
        DefaultPageCall call = (DefaultPageCall) asked;
        String to = call.form().text("to");
        String account = call.form().text("account");
        String password = call.form().exact("password");
        String code = call.form().text("code");
        try {
            BrowserSessions.Session session =
                    sessions.begin(new BrowserSessions.Login(account, password, code), call.origin(), call.context());
            endPresent(call);
            return call.enter(session, to);
        } catch (ProblemException e) {
            boolean withCode = !code.isEmpty()
                    || e.fields().stream().anyMatch(field -> field.field().equals("code"));
            return call.redisplay(e, form(call, to, withCode));
        }
    }

    /** Signs out. */
    @POST
    @Path("/sign-out")
    @AllowEveryone
    public Response signOut(@Context PageCall asked) {
        DefaultPageCall call = (DefaultPageCall) asked;
        endPresent(call);
        return Response.status(303)
                .header("Location", call.below() + "?done=signed-out")
                .header("Set-Cookie", call.sessionCookie(""))
                .build();
    }

    private void endPresent(DefaultPageCall call) {
        String secret = call.session();
        if (!secret.isEmpty()) {
            sessions.end(secret, call.context());
        }
    }

    /** Tells a page how many seconds the session has left, without being taken for a sign of life. */
    @GET
    @Path("/session")
    @AllowEveryone
    public Response left(@Context PageCall asked) {
        return json(((DefaultPageCall) asked).left());
    }

    /** Keeps the session alive. */
    @POST
    @Path("/session")
    @AllowEveryone
    public Response stay(@Context PageCall asked) {
        return json(((DefaultPageCall) asked).left());
    }

    private static Response json(Optional<Duration> left) {
        long seconds = left.map(Duration::toSeconds).orElse(0L);
        return Response.ok("{\"left\":" + seconds + "}", "application/json")
                .header("Cache-Control", "no-store")
                .build();
    }
}
