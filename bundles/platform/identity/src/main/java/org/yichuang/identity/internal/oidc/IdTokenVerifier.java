package org.yichuang.identity.internal.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.yichuang.identity.internal.oidc.OidcSettings.Values;

/** Checks a provider's proof: signed by one of its keys, by it, for us, for this attempt, and not over. */
final class IdTokenVerifier {
    private static final int SKEW_SECONDS = 60;
    private static final int LONGEST_SUBJECT = 255;

    /** Signatures with public keys alone: with a shared secret, everybody who checks could sign. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final Values values;
    private final ProviderMetadata provider;

    IdTokenVerifier(Values values, ProviderMetadata provider) {
        this.values = values;
        this.provider = provider;
    }

    /**
     * Checks an ID token.
     *
     * @param nonce what it must carry
     * @param at the moment of the call
     */
    JWTClaimsSet verify(String token, String nonce, Instant at) throws Exception {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, provider.keys()));
        processor.setJWTClaimsSetVerifier(new Claims(values, nonce, at));
        return processor.process(token, null);
    }

    /** The claims by our clock; the library's own reads the machine's. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
        private final String clientId;
        private final Instant at;

        Claims(Values values, String nonce, Instant at) {
            super(
                    values.clientId(),
                    new JWTClaimsSet.Builder()
                            .issuer(values.issuer())
                            .claim("nonce", nonce)
                            .build(),
                    Set.of("sub", "exp", "iat"));
            this.clientId = values.clientId();
            this.at = at;
            setMaxClockSkew(SKEW_SECONDS);
        }

        @Override
        protected Date currentTime() {
            return Date.from(at);
        }

        @Override
        public void verify(JWTClaimsSet claims, SecurityContext context) throws BadJWTException {
            super.verify(claims, context);
            Object party = claims.getClaim("azp");
            boolean several = claims.getAudience().size() > 1;
            if (party == null ? several : !clientId.equals(party)) {
                throw new BadJWTException("The token is for another party: " + party);
            }
            if (claims.getIssueTime().toInstant().isAfter(at.plusSeconds(SKEW_SECONDS))) {
                throw new BadJWTException("The token is of the future");
            }
            String subject = claims.getSubject();
            if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
                throw new BadJWTException("The token has no usable subject");
            }
        }
    }
}
