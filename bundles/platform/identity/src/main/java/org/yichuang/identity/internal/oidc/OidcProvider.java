package org.yichuang.identity.internal.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.IdentityProvider;
import org.yichuang.identity.internal.oidc.OidcSettings.Values;
import org.yichuang.kernel.api.ProblemException;

/** A provider that speaks OpenID Connect: authorization code with PKCE, state and nonce. */
public final class OidcProvider implements IdentityProvider {
    private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);
    private static final Duration METADATA_KEPT = Duration.ofHours(1);
    private static final Duration METADATA_RETRIED = Duration.ofMinutes(1);
    private static final Duration WHOLE = Duration.ofSeconds(6);
    private static final long KEY_INTERVAL_MILLIS = 30_000;
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final OidcSettings settings;
    private final long keyInterval;
    private final Duration patience;
    private final ProviderHttp http;
    private final LongSupplier nanos;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Known known;

    public OidcProvider(OidcSettings settings) {
        this(settings, KEY_INTERVAL_MILLIS, System::nanoTime, WHOLE);
    }

    /**
     * @param keyInterval milliseconds in which unknown keys are asked for at most twice
     * @param nanos as {@link System#nanoTime()}
     * @param patience how long an answer of the provider may take
     */
    OidcProvider(OidcSettings settings, long keyInterval, LongSupplier nanos, Duration patience) {
        this.patience = patience;
        this.http = new ProviderHttp(patience);
        this.nanos = nanos;
        this.settings = settings;
        this.keyInterval = keyInterval;
    }

    /** What was read, for which settings, and when it is to be read again (by a clock that only grows). */
    private record Known(Values values, ProviderMetadata metadata, long nextLook) {}

    @Override
    public boolean isOn() {
        return settings.now().isPresent();
    }

    @Override
    public String issuer() {
        return values().issuer();
    }

    private Values values() {
        return settings.now().orElseThrow(() -> ProblemException.of(IdentityError.PROVIDER_OFF));
    }

    private ProviderMetadata metadata(Values values) {
        Known present = known;
        if (present == null || !present.values().equals(values)) {
            return first(values);
        }
        if (nanos.getAsLong() - present.nextLook() >= 0 && reading.tryLock()) {
            try {
                renew(present);
            } finally {
                reading.unlock();
            }
        }
        return present.metadata();
    }

    /** One request reads the document, the others that have nothing to go on with wait for it. */
    private ProviderMetadata first(Values values) {
        reading.lock();
        try {
            Known present = known;
            if (present == null || !present.values().equals(values)) {
                present = read(values);
                known = present;
            }
            return present.metadata();
        } catch (IOException e) {
            throw unavailable(values, e);
        } finally {
            reading.unlock();
        }
    }

    /** What is known goes on being used: by the others meanwhile, by all when the document cannot be had now. */
    private void renew(Known present) {
        try {
            known = read(present.values());
        } catch (IOException e) {
            LOG.warn("{} is used as it was known: {}", present.values().issuer(), e.toString());
            known = new Known(present.values(), present.metadata(), nanos.getAsLong() + METADATA_RETRIED.toNanos());
        }
    }

    private Known read(Values values) throws IOException {
        ProviderMetadata metadata = ProviderMetadata.read(values, http, keyInterval);
        return new Known(values, metadata, nanos.getAsLong() + METADATA_KEPT.toNanos());
    }

    private static ProblemException unavailable(Values values, Exception cause) {
        LOG.warn("The identity provider {} cannot be used: {}", values.issuer(), cause.toString());
        ProblemException unavailable = ProblemException.of(IdentityError.PROVIDER_UNAVAILABLE);
        unavailable.initCause(cause);
        return unavailable;
    }

    @Override
    public URI begin(Attempt attempt) {
        Values values = values();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", values.clientId());
        query.put("redirect_uri", values.callback());
        query.put("scope", values.scope());
        query.put("state", attempt.state());
        query.put("nonce", attempt.nonce());
        query.put("code_challenge", challenge(attempt.verifier()));
        query.put("code_challenge_method", "S256");
        String address = metadata(values).authorization();
        return URI.create(address + (address.contains("?") ? "&" : "?") + form(query));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public ProvenSubject complete(String code, Attempt attempt, Instant at) {
        Values values = values();
        ProviderMetadata metadata = metadata(values);
        String token = exchange(code, attempt, values, metadata);
        try {
            JWTClaimsSet claims = new IdTokenVerifier(values, metadata).verify(token, attempt.nonce(), at);
            String name = claims.getClaim("name") instanceof String text ? text.strip() : "";
            return new ProvenSubject(values.issuer(), claims.getSubject(), name, methods(claims));
        } catch (JOSEException e) {
            throw unavailable(values, e); // its keys cannot be had
        } catch (Exception e) {
            LOG.warn("A proof of the identity provider {} is not valid: {}", values.issuer(), e.getMessage());
            ProblemException invalid = ProblemException.of(IdentityError.PROVIDER_PROOF_INVALID);
            invalid.initCause(e);
            throw invalid;
        }
    }

    private static Set<String> methods(JWTClaimsSet claims) throws ParseException {
        List<String> methods = claims.getStringListClaim("amr");
        return methods == null ? Set.of() : new HashSet<>(methods);
    }

    /** Tells the code; what comes back is the proof, not checked yet. */
    private String exchange(String code, Attempt attempt, Values values, ProviderMetadata metadata) {
        String secret = values.secret();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", values.callback());
        fields.put("code_verifier", attempt.verifier());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(metadata.token()))
                .timeout(patience)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded");
        if (secret.isEmpty() || metadata.inForm()) {
            fields.put("client_id", values.clientId());
        }
        if (!secret.isEmpty() && metadata.inForm()) {
            fields.put("client_secret", secret);
        } else if (!secret.isEmpty()) {
            String pair = encoded(values.clientId()) + ":" + encoded(secret);
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        try {
            return proof(
                    http.send(
                            request.POST(BodyPublishers.ofString(form(fields))).build()),
                    values);
        } catch (IOException | ParseException e) {
            throw unavailable(values, e);
        }
    }

    private static String proof(HttpResponse<byte[]> answer, Values values) throws IOException, ParseException {
        if (answer.statusCode() >= SERVER_ERROR) {
            throw new IOException("The token endpoint answers " + answer.statusCode());
        }
        if (answer.statusCode() != OK) {
            LOG.warn("The identity provider {} does not take a code: {}", values.issuer(), answer.statusCode());
            throw ProblemException.of(IdentityError.PROVIDER_REFUSED);
        }
        String token = JSONObjectUtils.getString(
                JSONObjectUtils.parse(new String(answer.body(), StandardCharsets.UTF_8)), "id_token");
        if (token == null) {
            throw ProblemException.of(IdentityError.PROVIDER_PROOF_INVALID);
        }
        return token;
    }
}
