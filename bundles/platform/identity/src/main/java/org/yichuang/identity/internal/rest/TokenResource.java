package org.yichuang.identity.internal.rest;

import java.util.Set;
import java.util.TreeSet;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.identity.api.SignIn;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.rest.api.Origin;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.web.api.AllowOldPassword;
import org.yichuang.web.api.AllowSignedIn;

/** Signing in and out. */
@Path("/{tenant}/tokens")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {
    private final SignIn signIn;

    TokenResource(SignIn signIn) {
        this.signIn = signIn;
    }

    /** Signs in. */
    @POST
    @AllowEveryone
    public SignIn.Token signIn(Credentials credentials, @Context Origin origin, @Context CallContext context) {
        return signIn.signIn(credentials.complete(), origin.address(), context);
    }

    /** Tells who is signed in. */
    @GET
    @Path("current")
    @AllowOldPassword
    @AllowSignedIn
    public Current current(@Context CallContext context) {
        return new Current(
                context.tenant().value(),
                context.actor().account(),
                context.actor().name(),
                new TreeSet<>(context.actor().roles()),
                new TreeSet<>(context.actor().departments()));
    }

    /** Signs out. */
    @DELETE
    @Path("current")
    @AllowOldPassword
    @AllowSignedIn
    public void signOut(@Context Origin origin, @Context CallContext context) {
        signIn.revoke(origin.token().orElseThrow(), context);
    }

    /** What signing in takes; the code of an authenticator where the account has one. */
    public record Credentials(
            @NotBlank @Size(max = 100) String account,
            @NotBlank @Size(max = 200) String password,
            @Size(max = 20) String code) {
        SignIn.Credentials complete() {
            return new SignIn.Credentials(account, password, code == null ? "" : code);
        }
    }

    /** Who is signed in. */
    public record Current(String tenant, String account, String name, Set<String> roles, Set<String> departments) {}
}
