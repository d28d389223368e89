package org.yichuang.shell.internal.metrics;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Dictionary;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.cm.ManagedService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may read the metrics (PID {@code org.yichuang.metrics}): whoever asks from this machine itself and not through a
 * proxy on it, and whoever shows the token, if one is set.
 */
public class MetricsAccess implements ManagedService {
    private static final Logger LOG = LoggerFactory.getLogger(MetricsAccess.class);
    private static final int SHORTEST_TOKEN = 20;
    private static final String BEARER = "Bearer ";
    private static final List<String> OF_PROXIES =
            List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via");
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]+(?:%.*)?");
    private static final Pattern OWN_NAME = Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::\\d+)?");

    private volatile String token = "";

    @Override
    public void updated(Dictionary<String, ?> properties) {
        String given = properties == null ? "" : Objects.toString(properties.get("token"), "");
        String stripped = given.strip();
        if (!stripped.isEmpty() && stripped.length() < SHORTEST_TOKEN) {
            LOG.warn("org.yichuang.metrics.cfg token: shorter than {} characters; none holds", SHORTEST_TOKEN);
            stripped = "";
        }
        token = stripped;
    }

    /** Tells whether a request may read the metrics. */
    boolean admits(HttpServletRequest request) {
        return showsToken(request.getHeader("Authorization")) || isFromHere(request);
    }

    private boolean showsToken(String authorization) {
        String wanted = token;
        return !wanted.isEmpty()
                && authorization != null
                && authorization.startsWith(BEARER)
                && MessageDigest.isEqual(
                        wanted.getBytes(StandardCharsets.UTF_8),
                        authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isFromHere(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return isLoopback(request.getRemoteAddr())
                && OF_PROXIES.stream().allMatch(name -> request.getHeader(name) == null)
                && host != null
                && OWN_NAME.matcher(host).matches();
    }

    private static boolean isLoopback(String address) {
        try {
            return ADDRESS.matcher(address).matches()
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
