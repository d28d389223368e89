package org.yichuang.identity.internal;

import java.util.Optional;
import org.yichuang.identity.api.SignIn;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.web.api.Authentication;
import org.yichuang.web.api.Authenticator;
import org.yichuang.web.api.BrowserSessions;
import org.yichuang.web.api.Credentials;

/** Tells the chain of requests whose a bearer token or a browser's session is, and the pages who may begin one. */
public class AccountAuthenticator implements Authenticator, BrowserSessions {
    private final SignIn signIn;
    private final Departments departments;

    /** Asks the service that gives them out, and the centre's list by which names the account's departments go. */
    public AccountAuthenticator(SignIn signIn, Departments departments) {
        this.signIn = signIn;
        this.departments = departments;
    }

    @Override
    public Optional<Authentication> authenticate(Credentials credentials, CallContext context) {
        if (credentials instanceof Credentials.BearerToken bearer
                && !bearer.value().isEmpty()) {
            return ofToken(bearer.value(), context);
        }
        if (credentials instanceof Credentials.SessionSecret session) {
            return ofSession(session, context);
        }
        return Optional.empty();
    }

    @Override
    public Session begin(Login login, String origin, CallContext context) {
        SignIn.BrowserSession begun =
                signIn.begin(new SignIn.Credentials(login.account(), login.password(), login.code()), origin, context);
        return new Session(begun.secret(), begun.actor());
    }

    @Override
    public void end(String secret, CallContext context) {
        signIn.revoke(secret, context);
    }

    private Optional<Authentication> ofToken(String token, CallContext context) {
        return signIn.bearer(token, context.at())
                .map(known -> new Authentication(
                        known.tenant(),
                        known.tenant().equals(context.tenant()),
                        serving(known.actor(), CallContext.system(known.tenant(), context.at(), context.requestId())),
                        known.passwordChangeRequired(),
                        Optional.empty()));
    }

    private Optional<Authentication> ofSession(Credentials.SessionSecret session, CallContext context) {
        return signIn.present(session.secret(), session.active(), context)
                .map(known -> new Authentication(
                        context.tenant(),
                        true,
                        serving(known.actor(), context),
                        known.passwordChangeRequired(),
                        Optional.of(known.left())));
    }

    /** Items and cases may say a former name of its departments, or the one that a centre above uses. */
    private Actor serving(Actor actor, CallContext there) {
        return actor.departments().isEmpty()
                ? actor
                : new Actor(
                        actor.account(),
                        actor.name(),
                        actor.roles(),
                        departments.allNames(actor.departments(), there),
                        actor.permissions());
    }
}
