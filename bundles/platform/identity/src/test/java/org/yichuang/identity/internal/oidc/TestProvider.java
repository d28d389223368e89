package org.yichuang.identity.internal.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.yichuang.identity.api.IdentityProvider;

/** A provider of OpenID Connect on this machine, which keeps to the protocol until a test has it do otherwise. */
public final class TestProvider implements AutoCloseable {
    public static final String CLIENT = "yichuang";
    /** On a busy machine an answer takes its time. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String SECRET = "secret & more";
    private static final String CALLBACK = "http://localhost:8181/shandong/provider/callback";

    private final HttpServer server;
    private final Supplier<Instant> clock;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final List<RSAKey> published = new ArrayList<>();
    private RSAKey signing = key("first");
    /** How often its discovery document was asked for. */
    final AtomicInteger documents = new AtomicInteger();
    /** Whether that cannot be had. */
    volatile boolean isDown;
    /** What a test makes of the claims. */
    public UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();
    /** What a test makes of the signed token. */
    public UnaryOperator<String> token = UnaryOperator.identity();

    /** Somebody has said who they are. */
    private record Grant(String subject, String name, Map<String, String> asked) {}

    public TestProvider(Supplier<Instant> clock) throws Exception {
        this.clock = clock;
        published.add(signing);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> {
            documents.incrementAndGet();
            answer(exchange, isDown ? 503 : 200, document());
        });
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(List.copyOf(published)).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Our side of it, configured for this provider. */
    public IdentityProvider configured() throws Exception {
        return configured(System::nanoTime);
    }

    /** @param nanos as {@link System#nanoTime()} */
    IdentityProvider configured(LongSupplier nanos) throws Exception {
        Path secret = Files.createTempFile("oidc", ".secret");
        secret.toFile().deleteOnExit();
        Files.writeString(secret, SECRET + "\n");
        OidcSettings settings = new OidcSettings();
        settings.updated(new Hashtable<>(Map.of(
                "issuer",
                issuer(),
                "client.id",
                CLIENT,
                "client.secret.file",
                secret.toString(),
                "callback",
                CALLBACK)));
        return new OidcProvider(settings, 1, nanos, PATIENCE);
    }

    /** Somebody says who they are; the browser gets a code. */
    public String grant(URI address, String subject, String name) {
        Map<String, String> asked = fields(address.getRawQuery());
        if (!asked.get("response_type").equals("code")
                || !asked.get("redirect_uri").equals(CALLBACK)) {
            throw new AssertionError(asked);
        }
        String code = "code-" + grants.size();
        grants.put(code, new Grant(subject, name, asked));
        return code;
    }

    /** Signs with a new key from now on; it is published when a test says so. */
    public void rotate() {
        signing = key("second");
    }

    public void publish() {
        published.add(signing);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String document() {
        return "{\"issuer\":\"" + issuer() + "\",\"authorization_endpoint\":\"" + issuer()
                + "/authorize\",\"token_endpoint\":\"" + issuer() + "/token\",\"jwks_uri\":\"" + issuer() + "/keys\"}";
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String pair = new String(
                Base64.getDecoder()
                        .decode(exchange.getRequestHeaders()
                                .getFirst("Authorization")
                                .substring("Basic ".length())),
                StandardCharsets.UTF_8);
        Grant grant = grants.remove(form.get("code"));
        boolean right = grant != null
                && pair.equals("yichuang:secret+%26+more")
                && form.get("redirect_uri").equals(CALLBACK)
                && grant.asked().get("code_challenge").equals(challenge(form.get("code_verifier")));
        if (right) {
            answer(
                    exchange,
                    200,
                    "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + signed(grant) + "\"}");
        } else {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
        }
    }

    private String signed(Grant grant) {
        Instant now = clock.get();
        JWTClaimsSet.Builder usual = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(grant.subject())
                .audience(CLIENT)
                .claim("name", grant.name())
                .claim("nonce", grant.asked().get("nonce"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(signing.getKeyID())
                            .build(),
                    claims.apply(usual).build());
            jwt.sign(new RSASSASigner(signing));
            return token.apply(jwt.serialize());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The fields of a query or form. */
    public static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
