package org.yichuang.shell.internal.metrics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Dictionary;
import java.util.HexFormat;
import java.util.Objects;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.cm.ManagedService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may read the metrics: whoever shows the token. It is set (PID {@code org.yichuang.metrics}), else it lies in a
 * file that this container makes and its owner reads. Where a request comes from says nothing: through a plain proxy on
 * this machine everybody comes from here.
 */
public class MetricsAccess implements ManagedService {
    private static final Logger LOG = LoggerFactory.getLogger(MetricsAccess.class);
    private static final int SHORTEST_TOKEN = 20;
    private static final int OWN_BYTES = 32;
    private static final String BEARER = "Bearer ";

    private final Path file;
    private volatile String set = "";
    private volatile String own = "";

    /** @param base the instance's folder, in which {@code keys/metrics.token} lies */
    public MetricsAccess(String base) {
        file = Path.of(base, "keys", "metrics.token");
    }

    /** Reads the container's own token, and makes one where there is none; without either nobody is let in. */
    public void start() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            own = longEnough(Files.readString(file), file.getFileName().toString());
        } catch (IOException e) {
            LOG.warn("{} can neither be read nor made: metrics need a token in org.yichuang.metrics.cfg", file, e);
        }
    }

    private void make() throws IOException {
        byte[] random = new byte[OWN_BYTES];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.getParent(), ownerOnly("rwx------"));
        try {
            Files.createFile(file, ownerOnly("rw-------"));
            Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Somebody has made {} just now", file, e);
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void updated(Dictionary<String, ?> properties) {
        String given = properties == null ? "" : Objects.toString(properties.get("token"), "");
        set = longEnough(given, "org.yichuang.metrics.cfg token");
    }

    private static String longEnough(String given, String what) {
        String stripped = given.strip();
        if (!stripped.isEmpty() && stripped.length() < SHORTEST_TOKEN) {
            LOG.warn("{}: shorter than {} characters; it does not hold", what, SHORTEST_TOKEN);
            return "";
        }
        return stripped;
    }

    /** Tells whether a request may read the metrics. */
    boolean admits(HttpServletRequest request) {
        String wanted = set.isEmpty() ? own : set;
        String authorization = request.getHeader("Authorization");
        return !wanted.isEmpty()
                && authorization != null
                && authorization.startsWith(BEARER)
                && MessageDigest.isEqual(
                        wanted.getBytes(StandardCharsets.UTF_8),
                        authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8));
    }
}
