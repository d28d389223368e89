package org.yichuang.identity.internal.web;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.identity.api.IdentityPermission;
import org.yichuang.identity.api.SecondFactor;
import org.yichuang.identity.api.SecondFactor.Enrolment;
import org.yichuang.identity.api.SignIn.Credentials;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.web.api.AllowEveryone;

/** Enrolling an authenticator, with the password alone: whoever must have one cannot sign in without. */
@Path("/{tenant}")
public class SecondFactorPages {
    private final SecondFactor factor;

    /** In front of the service. */
    public SecondFactorPages(SecondFactor factor) {
        this.factor = factor;
    }

    /** Asks for account and password. */
    @GET
    @Path("/second-factor")
    @AllowEveryone
    public Response form(@Context PageCall call) {
        return call.render(formScreen(call));
    }

    private static Screen formScreen(PageCall call) {
        return Screen.reading(call.ui().t("factor.title"), IdentityPages.TEMPLATES.factor(call.ui()));
    }

    /** Shows a new secret and asks for a first code of it. */
    @POST
    @Path("/second-factor")
    @AllowEveryone
    public Response begin(@Context PageCall call) {
        try {
            Enrolment enrolment = factor.begin(credentials(call), call.origin(), call.context());
            return call.render(Screen.reading(
                    call.ui().t("factor.title"),
                    IdentityPages.TEMPLATES.factorcode(
                            call.ui(), call.form().text("account"), enrolment.secret(), enrolment.address())));
        } catch (ProblemException e) {
            return call.redisplay(e, formScreen(call));
        }
    }

    /** Takes the first code; shows the recovery codes, once. */
    @POST
    @Path("/second-factor/code")
    @AllowEveryone
    public Response confirm(@Context PageCall call) {
        try {
            List<String> codes = factor.confirm(credentials(call), call.origin(), call.context());
            return call.render(
                    Screen.reading(call.ui().t("factor.done"), IdentityPages.TEMPLATES.factordone(call.ui(), codes)));
        } catch (ProblemException e) {
            String account = call.form().text("account");
            return call.redisplay(
                    e,
                    Screen.reading(
                            call.ui().t("factor.title"),
                            IdentityPages.TEMPLATES.factorcode(call.ui(), account, "", "")));
        }
    }

    private static Credentials credentials(PageCall call) {
        return new Credentials(
                call.form().text("account"),
                call.form().exact("password"),
                call.form().text("code"));
    }

    /** Removes an account's authenticator. */
    @POST
    @Path("/accounts/of/{account}/second-factor")
    @RequiresPermission(IdentityPermission.MANAGE)
    public Response remove(@Context PageCall call, @PathParam("account") String account) {
        factor.remove(account, call.context());
        return call.redirect("/accounts/of/" + account, "factor-removed");
    }
}
