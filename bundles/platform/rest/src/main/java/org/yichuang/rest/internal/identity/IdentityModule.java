package org.yichuang.rest.internal.identity;

import java.util.List;
import org.yichuang.identity.api.Accounts;
import org.yichuang.identity.api.SecondFactor;
import org.yichuang.identity.api.SignIn;
import org.yichuang.rest.api.RestModule;

/** Accounts and tokens over HTTP. It lives here because identity stands below rest and cannot see it. */
public final class IdentityModule implements RestModule {
    private final List<Object> resources;

    /** Puts its resources in front of the services. */
    public IdentityModule(SignIn signIn, Accounts accounts, SecondFactor factor) {
        resources = List.of(
                new TokenResource(signIn), new AccountResource(accounts, factor), new SecondFactorResource(factor));
    }

    @Override
    public String module() {
        return "identity";
    }

    @Override
    public List<String> roots() {
        return List.of("tokens", "accounts");
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
