package org.yichuang.identity.internal.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.identity.api.ProviderSignIn;
import org.yichuang.identity.api.ProviderSignIn.Answer;
import org.yichuang.identity.api.ProviderSignIn.Arrival;
import org.yichuang.identity.api.ProviderSignIn.Departure;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.web.api.AllowSignedIn;
import org.yichuang.web.api.BrowserSessions;

/** To an outside identity provider and back, for signing in and for linking the own account. */
@Path("/{tenant}")
public class ProviderPages {
    private final ProviderSignIn provider;

    /** In front of the service. */
    public ProviderPages(ProviderSignIn provider) {
        this.provider = provider;
    }

    /** Sends the browser to the provider: to sign in, or, when somebody has signed in, to link the account. */
    @GET
    @Path("/provider")
    @AllowEveryone
    public Response begin(@Context PageCall call) {
        try {
            Departure departure = provider.begin(call.query("to"), call.context());
            return call.redirectOutside(departure.address(), departure.secret());
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }

    private static Screen screen(PageCall call) {
        return Screen.reading(call.ui().t("provider.title"), IdentityPages.TEMPLATES.provider(call.ui()));
    }

    /** Where the provider sends browsers back, whatever the centre: on to the centre where it was begun. */
    @GET
    @Path("/provider/callback")
    @AllowEveryone
    public Response back(@Context PageCall call) {
        Answer answer = new Answer(call.query("code"), call.query("error"), call.query("state"), call.kept());
        Optional<TenantId> centre = provider.centre(answer);
        if (centre.filter(begun -> !begun.equals(call.tenant().id())).isPresent()) {
            String path = "/" + centre.get() + "/provider/callback?code=" + encoded(answer.code()) + "&error="
                    + encoded(answer.error()) + "&state=" + encoded(answer.state());
            return Response.status(303).header("Location", path).build();
        }
        try {
            Arrival arrival = provider.complete(answer, call.origin(), call.context());
            return arrival.session()
                    .map(session ->
                            call.enter(new BrowserSessions.Session(session.secret(), session.actor()), arrival.to()))
                    .orElseGet(() -> call.render(offer(call, arrival)));
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Screen offer(PageCall call, Arrival arrival) {
        return Screen.reading(
                call.ui().t("provider.link.title"),
                IdentityPages.TEMPLATES.providerlink(call.ui(), arrival.name(), arrival.offer()));
    }

    /** Links the own account with what the provider has proven. */
    @POST
    @Path("/provider/link")
    @AllowSignedIn
    public Response link(@Context PageCall call) {
        try {
            provider.link(call.form().text("offer"), call.context());
            return call.redirect("/password", "subject-linked");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }
}
