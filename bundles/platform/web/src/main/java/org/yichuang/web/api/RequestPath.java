package org.yichuang.web.api;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.TenantId;

/**
 * Centre and root of a path, read from what the client sent and not from a decoded form of it: the chain and the
 * server of
 * a module behind it must see the same path, so that nothing can be smuggled past the one into the other.
 *
 * @param tenant the first segment
 * @param root the second segment, empty when there is none
 */
public record RequestPath(TenantId tenant, String root) {
    private static final String MARKS = "/!$&'()*+,=:@";
    private static final Pattern AMBIGUOUS = Pattern.compile("%(?:2f|5c|2e|00|3b)|/\\.{1,2}(?:/|$)");
    private static final Pattern ROOT = Pattern.compile("[a-z_][a-zA-Z0-9._-]*");

    /**
     * Reads a path below a surface's own prefix.
     *
     * @param path still encoded, beginning with a slash
     * @return empty when it does not name a well-formed centre, or could mean two things
     */
    public static Optional<RequestPath> of(String path) {
        if (!isPlain(path)) {
            return Optional.empty();
        }
        String[] segments = path.split("/", 4);
        String tenant = segments.length > 1 ? segments[1] : "";
        String root = segments.length > 2 ? segments[2] : "";
        if (!TenantId.isWellFormed(tenant)
                || !root.isEmpty() && !ROOT.matcher(root).matches()) {
            return Optional.empty();
        }
        return Optional.of(new RequestPath(new TenantId(tenant), root));
    }

    /**
     * Tells whether a path is one of RFC 3986 with one meaning only: no empty or dotted segment, no hidden separator.
     */
    public static boolean isPlain(String path) {
        return UriText.isMadeOf(path, MARKS)
                && (path.isEmpty() || path.startsWith("/"))
                && !path.contains("//")
                && !AMBIGUOUS.matcher(path.toLowerCase(Locale.ROOT)).find();
    }
}
