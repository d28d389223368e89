package org.yichuang.identity.internal.oidc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedService;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * Which OpenID Connect provider there is (PID {@code org.yichuang.identity.oidc}); none until it is configured. All
 * values are weighed together: one that makes no sense is refused with key and reason, and the old ones stay.
 */
public final class OidcSettings implements ManagedService {
    private static final String ISSUER = "issuer";
    private static final String CLIENT = "client.id";
    private static final String SECRET_FILE = "client.secret.file";
    private static final String CALLBACK = "callback";
    private static final String SCOPE = "scope";
    private static final Pattern ADDRESS = Pattern.compile(
            "https://[^\\s?#]+|http://(?:localhost|127\\.0\\.0\\.1|\\[::1\\])(?::\\d+)?(?:/[^\\s?#]*)?");
    private static final int LONGEST = 500;

    private volatile Optional<Values> values = Optional.empty();

    /** The provider, when one is configured. */
    Optional<Values> now() {
        return values;
    }

    @Override
    public void updated(Dictionary<String, ?> properties) throws ConfigurationException {
        String issuer = text(ISSUER, properties);
        String client = text(CLIENT, properties);
        String callback = text(CALLBACK, properties);
        if (issuer.isEmpty() && client.isEmpty() && callback.isEmpty()) {
            values = Optional.empty();
            return;
        }
        if (issuer.isEmpty() || client.isEmpty() || callback.isEmpty()) {
            throw refused(ISSUER, "oidc-incomplete");
        }
        String scope = text(SCOPE, properties);
        values = Optional.of(new Values(
                address(ISSUER, issuer),
                client,
                text(SECRET_FILE, properties),
                address(CALLBACK, callback),
                scope.isEmpty() ? "openid profile" : scope));
    }

    private static String text(String key, Dictionary<String, ?> properties) throws ConfigurationException {
        Object given = properties == null ? null : properties.get(key);
        String text = given == null ? "" : given.toString().strip();
        if (text.length() > LONGEST || text.codePoints().anyMatch(Character::isISOControl)) {
            throw refused(key, "oidc-value-invalid", LONGEST);
        }
        return text;
    }

    private static String address(String key, String given) throws ConfigurationException {
        if (!ADDRESS.matcher(given).matches()) {
            throw refused(key, "oidc-address-invalid");
        }
        return given;
    }

    private static ConfigurationException refused(String key, String reason, Object... arguments) {
        LocalizedMessage message = LocalizedMessage.of(IdentityError.class, reason, arguments);
        return new ConfigurationException(key, message.forLog());
    }

    /**
     * @param issuer as the provider names itself, the beginning of its discovery document's address
     * @param clientId what the provider calls us
     * @param secretFile the file that holds our secret, readable by the owner only; empty for a client without one
     * @param callback our address to which the provider sends browsers back, as it knows it
     * @param scope what we ask for
     */
    record Values(String issuer, String clientId, String secretFile, String callback, String scope) {
        /** Whether an address of the provider is as well protected as its issuer. */
        boolean trusts(String address) {
            return ADDRESS.matcher(address.split("[?#]", 2)[0]).matches()
                    && (address.startsWith("https:") || issuer.startsWith("http:"));
        }

        /** Our secret, as it stands in its file now; empty for a client without one. */
        String secret() {
            if (secretFile.isEmpty()) {
                return "";
            }
            try {
                return Files.readString(Path.of(secretFile)).strip();
            } catch (IOException e) {
                ProblemException unavailable = ProblemException.of(IdentityError.PROVIDER_UNAVAILABLE);
                unavailable.initCause(e);
                throw unavailable;
            }
        }
    }
}
