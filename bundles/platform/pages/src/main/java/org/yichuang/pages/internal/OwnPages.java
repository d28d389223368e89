package org.yichuang.pages.internal;

import gg.jte.Content;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.identity.api.SignIn;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;
import org.yichuang.pages.internal.http.Cookies;
import org.yichuang.rest.api.AllowEveryone;

/** The pages that belong to no module: home, signing in and out, how long a session has left. */
@Path("/{tenant}")
public class OwnPages {
    private final Registry registry;
    private final Frames frames;
    private final SignIn signIn;

    OwnPages(Registry registry, Frames frames, SignIn signIn) {
        this.registry = registry;
        this.frames = frames;
        this.signIn = signIn;
    }

    /** The centre's home page, made of what its modules show there. */
    @GET
    @AllowEveryone
    public Response home(@Context PageCall call) {
        Actor actor = call.context().actor();
        String title = call.signedIn()
                ? call.ui().t("home.welcome", actor.name())
                : call.tenant().name();
        Content page = Painter.TEMPLATES.home(
                call.ui(), title, panels(call, true), panels(call, false), frames.entries((Call) call));
        return call.show(Screen.reading(call.ui().t("home.title"), page).withOwnHeading());
    }

    private List<Content> panels(PageCall call, boolean wide) {
        Call answering = (Call) call;
        return registry.panels(call.tenant()).stream()
                .filter(offer -> offer.panel().wide() == wide)
                .filter(offer ->
                        Frames.isFor(offer.panel().roles(), call.context().actor()))
                .sorted(Comparator.comparingInt(offer -> offer.panel().order()))
                .map(offer -> offer.panel().show(answering.inWordsOf(offer.module())))
                .toList();
    }

    /** The form for signing in. */
    @GET
    @Path("/sign-in")
    @AllowEveryone
    public Response signInForm(@Context PageCall call) {
        return call.show(form(call, call.query("to")));
    }

    private static Screen form(PageCall call, String to) {
        Ui ui = call.ui();
        boolean ended = !call.query("ended").isEmpty();
        return Screen.reading(
                ui.t("sign-in.title"),
                Painter.TEMPLATES.signin(ui, to, ended, !to.isEmpty(), call.actions("sign-in", "")));
    }

    /** Signs in: a new session under a new secret, and on to where whoever it is was going. */
    @POST
    @Path("/sign-in")
    @AllowEveryone
    public Response signIn(@Context PageCall asked) {
        Call call = (Call) asked;
        String to = call.form().text("to");
        String account = call.form().text("account");
        String password = String.join("", call.form().all("password"));
        try {
            SignIn.BrowserSession session =
                    signIn.begin(new SignIn.Credentials(account, password), call.origin(), call.context());
            endPresent(call);
            String target = Return.checked(call, to).orElse(call.below() + frames.start(call, session.actor()));
            return Response.status(303)
                    .header("Location", target)
                    .header(
                            "Set-Cookie",
                            Cookies.secret(Cookies.SESSION, session.secret(), call.below(), call.isSecure()))
                    .build();
        } catch (ProblemException e) {
            return call.again(e, form(call, to));
        }
    }

    /** Signs out. */
    @POST
    @Path("/sign-out")
    @AllowEveryone
    public Response signOut(@Context PageCall asked) {
        Call call = (Call) asked;
        endPresent(call);
        return Response.status(303)
                .header("Location", call.below() + "?done=signed-out")
                .header("Set-Cookie", Cookies.gone(Cookies.SESSION, call.below(), call.isSecure()))
                .build();
    }

    private void endPresent(Call call) {
        String secret = Cookies.get(call.request(), Cookies.SESSION);
        if (!secret.isEmpty()) {
            signIn.revoke(secret, call.context());
        }
    }

    /** Tells a page how many seconds the session has left, without being taken for a sign of life. */
    @GET
    @Path("/session")
    @AllowEveryone
    public Response left(@Context PageCall asked) {
        return json(((Call) asked).left());
    }

    /** Keeps the session alive. */
    @POST
    @Path("/session")
    @AllowEveryone
    public Response stay(@Context PageCall asked) {
        return json(((Call) asked).left());
    }

    private static Response json(Optional<Duration> left) {
        long seconds = left.map(Duration::toSeconds).orElse(0L);
        return Response.ok("{\"left\":" + seconds + "}", "application/json")
                .header("Cache-Control", "no-store")
                .build();
    }
}
