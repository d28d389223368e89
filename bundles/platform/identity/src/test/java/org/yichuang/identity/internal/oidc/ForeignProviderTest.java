package org.yichuang.identity.internal.oidc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.IdentityProvider.Attempt;
import org.yichuang.identity.api.IdentityProvider.ProvenSubject;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;

/** Our side of OpenID Connect against a provider that others have written. */
public class ForeignProviderTest {
    private static final String CALLBACK = "http://localhost:8181/shandong/provider/callback";
    private static final Attempt ATTEMPT = new Attempt("state-1", "nonce-1", "v".repeat(64));

    private final MockOAuth2Server server = new MockOAuth2Server();
    private String issuer;

    @Before
    public void open() throws IOException {
        server.start();
        issuer = server.issuerUrl("province").toString();
    }

    @After
    public void close() {
        server.shutdown();
    }

    @Test
    public void somebodySignsInWithACodeAndItsProof() throws Exception {
        says("sub-1", Map.of("name", "李明", "amr", List.of("pwd", "otp")), 300);
        OidcProvider provider = provider("");

        assertEquals(
                new ProvenSubject(issuer, "sub-1", "李明", Set.of("pwd", "otp")),
                provider.complete(code(provider), ATTEMPT, Instant.now()));
    }

    @Test
    public void aClientWithASecretSaysIt() throws Exception {
        Path secret = Files.createTempFile("oidc", ".secret");
        Files.writeString(secret, "a secret");
        says("sub-2", Map.of(), 300);
        OidcProvider provider = provider(secret.toString());

        assertEquals(
                "sub-2",
                provider.complete(code(provider), ATTEMPT, Instant.now()).subject());
        Files.delete(secret);
        assertEquals(
                "without its file nobody signs in",
                IdentityError.PROVIDER_UNAVAILABLE,
                refusal(() -> provider.complete("code", ATTEMPT, Instant.now())));
    }

    @Test
    public void anotherAttemptsProofOrVerifierIsRefused() throws Exception {
        OidcProvider provider = provider("");

        assertEquals(
                IdentityError.PROVIDER_PROOF_INVALID,
                refusal(() -> provider.complete(
                        code(provider), new Attempt("state-1", "nonce-2", ATTEMPT.verifier()), Instant.now())));
        assertEquals(
                IdentityError.PROVIDER_REFUSED,
                refusal(() -> provider.complete(
                        code(provider), new Attempt("state-1", "nonce-1", "w".repeat(64)), Instant.now())));
    }

    @Test
    public void anExpiredProofIsRefused() throws Exception {
        says("sub-1", Map.of(), 300);
        OidcProvider provider = provider("");
        String code = code(provider);

        assertEquals(
                IdentityError.PROVIDER_PROOF_INVALID,
                refusal(() -> provider.complete(code, ATTEMPT, Instant.now().plusSeconds(420))));
    }

    @Test
    public void aProviderThatNamesItselfOtherwiseIsNone() throws Exception {
        OidcProvider provider = provider("", issuer + "/");

        assertEquals(IdentityError.PROVIDER_UNAVAILABLE, refusal(() -> provider.begin(ATTEMPT)));
    }

    private void says(String subject, Map<String, Object> claims, long seconds) {
        server.enqueueCallback(
                new DefaultOAuth2TokenCallback("province", subject, "JWT", List.of("yichuang"), claims, seconds));
    }

    private OidcProvider provider(String secretFile) throws Exception {
        return provider(secretFile, issuer);
    }

    private static OidcProvider provider(String secretFile, String issuer) throws Exception {
        OidcSettings settings = new OidcSettings();
        settings.updated(new Hashtable<>(Map.of(
                "issuer", issuer, "client.id", "yichuang", "client.secret.file", secretFile, "callback", CALLBACK)));
        return new OidcProvider(settings, 30_000, System::nanoTime, TestProvider.PATIENCE);
    }

    /** What a browser comes back with. */
    private static String code(OidcProvider provider) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(provider.begin(ATTEMPT)).build(), BodyHandlers.ofString());
            URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
            Map<String, String> fields = TestProvider.fields(back.getRawQuery());
            assertEquals("state-1", fields.get("state"));
            assertEquals(CALLBACK, back.toString().substring(0, back.toString().indexOf('?')));
            return fields.get("code");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static ErrorCode refusal(Runnable action) {
        return assertThrows(ProblemException.class, action::run).code();
    }
}
