package org.yichuang.identity.api;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.yichuang.kernel.api.ProblemException;

/**
 * SPI: an identity provider outside of the deployment, such as a province's unified identity (统一身份认证). A browser is
 * sent to it and comes back with a code, for which it proves who that is.
 */
public interface IdentityProvider {
    /** Tells whether it is configured; one that is not is offered to nobody. */
    boolean isOn();

    /** Names the provider in links and journal; two providers never share subjects. */
    String issuer();

    /**
     * Makes the address to which a browser is sent.
     *
     * @throws ProblemException {@code provider-unavailable}
     */
    URI begin(Attempt attempt);

    /**
     * Proves who has come back with a code. It may take seconds and is called outside of transactions.
     *
     * @param at the moment of the call, by which a proof has expired or not
     * @throws ProblemException {@code provider-unavailable}; {@code provider-refused} when it does not take the code;
     *     {@code provider-proof-invalid} when what it says is not signed by it, not for us, not for this attempt or old
     */
    ProvenSubject complete(String code, Attempt attempt, Instant at);

    /**
     * What ties a sign-in to the browser that began it. Whoever does not have the browser's secret can make none of it.
     *
     * @param state comes back with the browser
     * @param nonce stands in the proof
     * @param verifier is told with the code (RFC 7636), 43 to 128 characters
     */
    record Attempt(String state, String nonce, String verifier) {
        @Override
        public String toString() {
            return "Attempt";
        }
    }

    /**
     * Who it is.
     *
     * @param issuer the provider's name for itself, as in {@link IdentityProvider#issuer()}
     * @param subject the provider's key of the person or enterprise, for ever the same, at most 255 characters
     * @param name for people; empty when it is not told
     * @param methods by which the provider made sure, as RFC 8176 names them, e.g. {@code mfa}
     */
    record ProvenSubject(String issuer, String subject, String name, Set<String> methods) {}
}
