package org.yichuang.rest.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.web.api.Authentication;
import org.yichuang.web.api.Authenticator;
import org.yichuang.web.api.Credentials;

/** Tokens that a test gives out; those that begin with {@code first-} ask for a new password. */
final class TestTokens implements Authenticator {
    private static final Map<String, Set<String>> PERMISSIONS =
            Map.of("clerk", Set.of("cases.work", "cases.submit"), "applicant", Set.of("cases.submit"));

    final Map<String, Holder> tokens = new HashMap<>();
    final AtomicInteger asked = new AtomicInteger();

    private volatile Runnable before = () -> {};

    /** From now on this comes before every answer. */
    void fail(Runnable failure) {
        before = failure;
    }

    void give(String token, String tenant, String account, String role) {
        Actor actor = new Actor(account, account, Set.of(role)).permitted(PERMISSIONS.get(role));
        tokens.put(token, new Holder(new TenantId(tenant), actor, token.startsWith("first-")));
    }

    void revoke(String token) {
        tokens.remove(token);
    }

    @Override
    public Optional<Authentication> authenticate(Credentials credentials, CallContext context) {
        if (!(credentials instanceof Credentials.BearerToken bearer)) {
            return Optional.empty();
        }
        asked.incrementAndGet();
        before.run();
        return Optional.ofNullable(tokens.get(bearer.value()))
                .map(known -> new Authentication(
                        known.tenant(),
                        known.tenant().equals(context.tenant()),
                        known.actor(),
                        known.first(),
                        Optional.empty()));
    }

    /** Who holds a token. */
    record Holder(TenantId tenant, Actor actor, boolean first) {}
}
