package org.yichuang.identity.internal.rest;

import java.util.List;
import org.yichuang.identity.api.Accounts;
import org.yichuang.identity.api.ProviderSignIn;
import org.yichuang.identity.api.SecondFactor;
import org.yichuang.identity.api.SignIn;
import org.yichuang.identity.internal.IdentityDescriptor;
import org.yichuang.rest.api.RestModule;

/** Accounts and tokens over HTTP. */
public final class IdentityRest implements RestModule {
    private final List<Object> resources;

    /** Puts its resources in front of the services. */
    public IdentityRest(SignIn signIn, Accounts accounts, SecondFactor factor, ProviderSignIn provider) {
        resources = List.of(
                new TokenResource(signIn),
                new AccountResource(accounts, factor, provider),
                new SecondFactorResource(factor));
    }

    @Override
    public String module() {
        return "identity";
    }

    @Override
    public List<String> roots() {
        return IdentityDescriptor.REST_ROOTS;
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public long largestBody() {
        return 64L << 10;
    }
}
