package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Date;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.Test;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.ProviderSignIn.Answer;
import org.yichuang.identity.api.ProviderSignIn.Departure;
import org.yichuang.identity.internal.oidc.TestProvider;

/** What an outside identity provider says is proved, whether it keeps to OpenID Connect or does not. */
public class ProviderProofTest extends ProviderTrips {
    @Test
    public void proofsAreGoodWhileAnotherTimeIsRehearsed() {
        house.clock.moveBy(Duration.ofDays(8));

        assertEquals(Set.of("applicant"), signIn("sub-1", "李明", House.HAIYANG).roles());
    }

    @Test
    public void whoNeedsASecondFactorNeedsAProviderThatAskedForOne() throws Exception {
        house.open("chief", House.YANTAI, "chief-representative");
        provider.linkStaff("chief", "sub-c", house.admin(House.YANTAI));
        house.settings.updated(
                new Hashtable<>(Map.of("argon2.memory", "64", "argon2.iterations", "1", "second.factor", "required")));

        assertEquals(IdentityError.SECOND_FACTOR_REQUIRED, refusal(() -> signIn("sub-c", "首席", House.YANTAI)));
        outside.claims = claims -> claims.claim("amr", List.of("pwd"));
        assertEquals(IdentityError.SECOND_FACTOR_REQUIRED, refusal(() -> signIn("sub-c", "首席", House.YANTAI)));
        outside.claims = claims -> claims.claim("amr", List.of("pwd", "mfa"));
        assertEquals("chief", signIn("sub-c", "首席", House.YANTAI).account());
    }

    @Test
    public void aProofThatIsNotForThisSignInIsRefused() {
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> wrong = new LinkedHashMap<>();
        wrong.put("nonce", claims -> claims.claim("nonce", "another"));
        wrong.put("no nonce", claims -> claims.claim("nonce", null));
        wrong.put("audience", claims -> claims.audience("another"));
        wrong.put("party", claims -> claims.audience(List.of(TestProvider.CLIENT, "b"))
                .claim("azp", "b"));
        wrong.put("parties", claims -> claims.audience(List.of(TestProvider.CLIENT, "b")));
        wrong.put(
                "expired",
                claims -> claims.expirationTime(Date.from(house.clock.instant().minus(Duration.ofMinutes(2)))));
        wrong.put(
                "future",
                claims -> claims.issueTime(Date.from(house.clock.instant().plus(Duration.ofMinutes(2)))));
        wrong.put("issuer", claims -> claims.issuer("https://another.example.org"));
        wrong.put("no subject", claims -> claims.subject(null));
        wrong.put("long subject", claims -> claims.subject("s".repeat(256)));
        wrong.forEach((what, change) -> {
            outside.claims = change;
            assertEquals(
                    what, IdentityError.PROVIDER_PROOF_INVALID, refusal(() -> signIn("sub-1", "李明", House.YANTAI)));
        });
        outside.claims =
                claims -> claims.expirationTime(Date.from(house.clock.instant().minus(Duration.ofSeconds(30))));
        assertEquals(
                "clocks may differ by a minute",
                "李明",
                signIn("sub-1", "李明", House.YANTAI).name());
    }

    @Test
    public void aProofThatTheProviderDidNotSignIsRefused() {
        Map<String, UnaryOperator<String>> wrong = new LinkedHashMap<>();
        wrong.put("unsigned", token -> new PlainJWT(claims(token)).serialize());
        wrong.put("shared secret", token -> {
            try {
                SignedJWT forged = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(token));
                forged.sign(new MACSigner("0123456789".repeat(4)));
                return forged.serialize();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        wrong.put("changed", token -> token.substring(0, token.length() - 8) + "AAAAAAAA");
        wrong.put("no token", token -> "nonsense");
        wrong.forEach((what, change) -> {
            outside.token = change;
            assertEquals(
                    what, IdentityError.PROVIDER_PROOF_INVALID, refusal(() -> signIn("sub-1", "李明", House.YANTAI)));
        });
    }

    @Test
    public void aNewKeyCountsAsSoonAsItIsPublished() {
        signIn("sub-1", "李明", House.YANTAI);
        outside.rotate();
        assertEquals(IdentityError.PROVIDER_PROOF_INVALID, refusal(() -> signIn("sub-1", "李明", House.YANTAI)));
        outside.publish();

        assertEquals("李明", signIn("sub-1", "李明", House.YANTAI).name());
    }

    @Test
    public void aProviderThatIsDownIsSaidToBe() throws Exception {
        Trip begun = leave("", House.YANTAI);
        String code = outside.grant(begun.departure().address(), "sub-1", "李明");
        outside.close();

        assertEquals(
                IdentityError.PROVIDER_UNAVAILABLE,
                refusal(() -> provider.complete(answer(begun, code), ORIGIN, house.at(House.YANTAI))));
        DefaultProviderSignIn fresh = house.providerSignIn(outside.configured());
        assertEquals(IdentityError.PROVIDER_UNAVAILABLE, refusal(() -> fresh.begin("", house.at(House.YANTAI))));
    }

    @Test
    public void anAttemptEndsOnceAndACodeIsTakenOnce() {
        Trip trip = leave("", House.YANTAI);
        String code = outside.grant(trip.departure().address(), "sub-1", "李明");
        provider.complete(answer(trip, code), ORIGIN, house.at(House.YANTAI));

        assertEquals(
                IdentityError.PROVIDER_ATTEMPT_OVER,
                refusal(() -> provider.complete(answer(trip, code), ORIGIN, house.at(House.YANTAI))));
        assertEquals(
                IdentityError.PROVIDER_REFUSED,
                refusal(() ->
                        provider.complete(answer(leave("", House.YANTAI), code), ORIGIN, house.at(House.YANTAI))));
    }

    @Test
    public void anAttemptIsGoodInItsBrowserAtItsCentreAndForTenMinutes() {
        Trip trip = leave("", House.YANTAI);
        Departure other = leave("", House.YANTAI).departure();
        Answer right = answer(trip, "code");
        Answer stolen = new Answer("code", "", right.state(), other.secret());
        Answer bare = new Answer("code", "", right.state(), "");
        Answer forged = new Answer("code", "", "eA" + right.state(), right.secret());
        for (Answer answer : List.of(stolen, bare, forged, new Answer("code", "", "", right.secret()))) {
            assertEquals(
                    IdentityError.PROVIDER_ATTEMPT_OVER,
                    refusal(() -> provider.complete(answer, ORIGIN, house.at(House.YANTAI))));
        }
        assertEquals(
                IdentityError.PROVIDER_ATTEMPT_OVER,
                refusal(() -> provider.complete(right, ORIGIN, house.at(House.HAIYANG))));
        house.clock.forward(Duration.ofMinutes(10));
        assertEquals(
                IdentityError.PROVIDER_ATTEMPT_OVER,
                refusal(() -> provider.complete(right, ORIGIN, house.at(House.YANTAI))));
    }

    @Test
    public void whomTheProviderDoesNotLetInIsToldSo() {
        Trip trip = leave("", House.YANTAI);
        Answer denied =
                new Answer("", "access_denied", state(trip), trip.departure().secret());

        assertEquals(
                IdentityError.PROVIDER_REFUSED,
                refusal(() -> provider.complete(denied, ORIGIN, house.at(House.YANTAI))));
    }

    private static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (java.text.ParseException e) {
            throw new AssertionError(e);
        }
    }
}
