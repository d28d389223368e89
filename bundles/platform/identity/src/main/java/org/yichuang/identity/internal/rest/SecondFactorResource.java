package org.yichuang.identity.internal.rest;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.identity.api.SecondFactor;
import org.yichuang.identity.internal.rest.TokenResource.Credentials;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.rest.api.Origin;
import org.yichuang.web.api.AllowEveryone;

/** Enrolling an authenticator. */
@Path("/{tenant}/tokens/second-factor")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SecondFactorResource {
    private final SecondFactor factor;

    SecondFactorResource(SecondFactor factor) {
        this.factor = factor;
    }

    /** Begins to enrol the account whose password is given; returns the secret. */
    @POST
    @AllowEveryone
    public SecondFactor.Enrolment begin(Credentials credentials, @Context Origin origin, @Context CallContext context) {
        return factor.begin(credentials.complete(), origin.address(), context);
    }

    /** Ends the enrolment with the password and a first code; returns the recovery codes, once. */
    @POST
    @Path("confirmation")
    @AllowEveryone
    public Recovery confirm(Credentials credentials, @Context Origin origin, @Context CallContext context) {
        return new Recovery(factor.confirm(credentials.complete(), origin.address(), context));
    }

    /** Codes that replace a one-time code once each. */
    public record Recovery(List<String> codes) {}
}
