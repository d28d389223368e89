package org.yichuang.identity.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.IdentityProvider.Attempt;
import org.yichuang.identity.api.ProviderSignIn.Answer;
import org.yichuang.journal.api.KeyedDigests;
import org.yichuang.kernel.api.ProblemException;

/**
 * What a browser takes to an outside provider and brings back. Nothing is kept here: the state carries what is to be
 * known again, under a digest that only this deployment makes, and only with the secret that the browser keeps.
 */
public final class ProviderAttempts {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String STATE = "identity-provider-state";
    private static final String SEPARATOR = "\n";
    private static final int DIGEST = 64;
    private static final int LONGEST = 2000;
    private static final int PARTS = 4;

    private final KeyedDigests digests;

    public ProviderAttempts(KeyedDigests digests) {
        this.digests = digests;
    }

    /** What is known again when the browser is back. */
    record Known(String centre, String account, String text, Instant expires) {}

    /**
     * Makes a state.
     *
     * @param account who begins; empty for nobody yet
     * @param text where to go afterwards
     * @param secret what the browser keeps
     */
    Attempt begin(String centre, String account, String text, String secret, Instant at) {
        return attempt(sealed(STATE, centre, account, text, at, secret), secret);
    }

    /** The attempt that a browser has come back from. */
    Attempt attempt(String state, String secret) {
        return new Attempt(
                state,
                digests.digest("identity-provider-nonce", secret),
                digests.digest("identity-provider-verifier", secret));
    }

    /** Names an attempt in the database, for the time in which it could come a second time. */
    String digest(String secret) {
        return digests.digest("identity-provider-attempt", secret);
    }

    /** Reads the state of an answer, whenever it was made; empty when it is none of ours or of another browser. */
    Optional<Known> read(Answer answer) {
        return opened(STATE, answer.state(), answer.secret());
    }

    /**
     * Reads the state of an answer.
     *
     * @throws ProblemException {@code provider-attempt-over}
     */
    Known require(Answer answer, Instant at) {
        return require(read(answer), at);
    }

    private static Known require(Optional<Known> known, Instant at) {
        return known.filter(found -> at.isBefore(found.expires()))
                .orElseThrow(() -> ProblemException.of(IdentityError.PROVIDER_ATTEMPT_OVER));
    }

    /** Seals a text for whoever holds a secret, for as long as an attempt is good. */
    String sealed(String purpose, String centre, String account, String text, Instant at, String secret) {
        String plain = String.join(
                SEPARATOR,
                centre,
                account,
                text.replace(SEPARATOR, " "),
                String.valueOf(at.plus(LIFE).getEpochSecond()));
        String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        return payload + "." + digests.digest(purpose, payload, secret);
    }

    /**
     * Opens what was sealed.
     *
     * @throws ProblemException {@code provider-attempt-over}
     */
    Known require(String purpose, String sealed, String secret, Instant at) {
        return require(opened(purpose, sealed, secret), at);
    }

    private Optional<Known> opened(String purpose, String sealed, String secret) {
        int dot = sealed.lastIndexOf('.');
        boolean whole = dot > 0 && sealed.length() - dot - 1 == DIGEST && sealed.length() <= LONGEST;
        if (!whole || !digests.matches(sealed.substring(dot + 1), purpose, sealed.substring(0, dot), secret)) {
            return Optional.empty();
        }
        String plain = new String(Base64.getUrlDecoder().decode(sealed.substring(0, dot)), StandardCharsets.UTF_8);
        List<String> parts = List.of(plain.split(SEPARATOR, -1));
        return parts.size() == PARTS
                ? Optional.of(new Known(
                        parts.get(0), parts.get(1), parts.get(2), Instant.ofEpochSecond(Long.parseLong(parts.get(3)))))
                : Optional.empty();
    }
}
