package org.yichuang.pages.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.web.api.Authentication;
import org.yichuang.web.api.Authenticator;
import org.yichuang.web.api.BrowserSessions;
import org.yichuang.web.api.Credentials;

/** Everybody's password is {@code right}, but who is called {@code new-…} must change it. */
final class TestSessions implements Authenticator, BrowserSessions {
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(12);
    final Map<String, Set<String>> roles = new HashMap<>();
    final Set<String> fallen = new HashSet<>();
    private final Map<String, Kept> sessions = new HashMap<>();

    private Actor actor(String account) {
        Set<String> held = roles.getOrDefault(account, Set.of());
        return new Actor(account, account, held).permitted(held.contains("clerk") ? Set.of("cases.work") : Set.of());
    }

    @Override
    public Session begin(Login login, String origin, CallContext context) {
        if (!login.password().equals("right") || !roles.containsKey(login.account())) {
            throw new ProblemException(
                    CommonError.NOT_SIGNED_IN,
                    language -> language.equals(Locale.ENGLISH) ? "Account or password is wrong" : "账号或密码错误");
        }
        String secret = "secret-" + sessions.size();
        sessions.put(context.tenant() + " " + secret, new Kept(login.account(), context.at(), context.at()));
        return new Session(secret, actor(login.account()));
    }

    @Override
    public Optional<Authentication> authenticate(Credentials credentials, CallContext context) {
        if (!(credentials instanceof Credentials.SessionSecret given)) {
            return Optional.empty();
        }
        String key = context.tenant() + " " + given.secret();
        Kept session = sessions.get(key);
        if (session == null || fallen.contains(session.account())) {
            return Optional.empty();
        }
        Instant seen = given.active() ? context.at() : session.seen();
        Instant silent = session.seen().plus(IDLE);
        Instant ends = session.began().plus(LONGEST);
        if (!context.at().isBefore(silent) || !context.at().isBefore(ends)) {
            return Optional.empty();
        }
        sessions.put(key, new Kept(session.account(), session.began(), seen));
        return Optional.of(new Authentication(
                context.tenant(),
                true,
                actor(session.account()),
                session.account().startsWith("new-"),
                Optional.of(Duration.between(context.at(), seen.plus(IDLE)))));
    }

    @Override
    public void end(String secret, CallContext context) {
        sessions.remove(context.tenant() + " " + secret);
    }

    private record Kept(String account, Instant began, Instant seen) {}
}
