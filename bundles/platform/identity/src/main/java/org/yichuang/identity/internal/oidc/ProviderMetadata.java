package org.yichuang.identity.internal.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.yichuang.identity.internal.oidc.OidcSettings.Values;

/**
 * What a provider says of itself in its discovery document.
 *
 * @param authorization where browsers are sent
 * @param token where codes are told
 * @param inForm whether our secret goes into the form instead of the header
 * @param keys its public keys: remembered, and asked for again when a proof names one that is not known
 */
record ProviderMetadata(String authorization, String token, boolean inForm, JWKSource<SecurityContext> keys) {
    private static final String DOCUMENT = "/.well-known/openid-configuration";
    private static final long KEYS_KEPT_MILLIS = 15 * 60_000L;
    private static final long REFRESH_MILLIS = 8_000L;

    /**
     * Reads the document.
     *
     * @param interval milliseconds in which unknown keys are asked for at most twice
     */
    static ProviderMetadata read(Values values, ProviderHttp http, long interval) throws IOException {
        String base = values.issuer().endsWith("/")
                ? values.issuer().substring(0, values.issuer().length() - 1)
                : values.issuer();
        try {
            Map<String, Object> document = JSONObjectUtils.parse(http.get(base + DOCUMENT));
            if (!values.issuer().equals(document.get("issuer"))) {
                throw new IOException("The document of " + values.issuer() + " is of " + document.get("issuer"));
            }
            List<String> methods = JSONObjectUtils.getStringList(document, "token_endpoint_auth_methods_supported");
            String keys = address(document, "jwks_uri", values);
            return new ProviderMetadata(
                    address(document, "authorization_endpoint", values),
                    address(document, "token_endpoint", values),
                    methods != null
                            && !methods.contains("client_secret_basic")
                            && methods.contains("client_secret_post"),
                    JWKSourceBuilder.create(URI.create(keys).toURL(), http)
                            .cache(KEYS_KEPT_MILLIS, REFRESH_MILLIS)
                            .refreshAheadCache(false)
                            .rateLimited(interval)
                            .build());
        } catch (ParseException | IllegalArgumentException e) {
            throw new IOException("The document of " + values.issuer() + " cannot be read", e);
        }
    }

    private static String address(Map<String, Object> document, String key, Values values)
            throws IOException, ParseException {
        String address = JSONObjectUtils.getString(document, key);
        if (address == null || !values.trusts(address)) {
            throw new IOException("The " + key + " of " + values.issuer() + " is not to be trusted: " + address);
        }
        return address;
    }
}
