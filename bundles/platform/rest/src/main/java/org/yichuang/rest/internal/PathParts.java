package org.yichuang.rest.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.yichuang.kernel.api.TenantId;

/**
 * Tenant and root of a path, read from what the client sent and not from a decoded form of it: the door and the JAX-RS
 * server behind it must see the same path, so that nothing can be smuggled past the one into the other.
 *
 * @param tenant the first segment
 * @param root the second segment, empty when there is none
 */
record PathParts(TenantId tenant, String root) {
    private static final Pattern FORM = Pattern.compile("/([a-z][a-z0-9-]{1,39})(?:/([a-z][a-z0-9-]*)(?:/[^/]+)*)?/?");
    private static final Pattern SUSPECT = Pattern.compile("[;\\\\]|%(?:2f|5c|2e|00|3b)|/\\.{1,2}(?:/|$)");

    private static final Pattern BROKEN = Pattern.compile("%(?![0-9a-fA-F]{2})");

    /** Tells whether every percent sign of a query is followed by the two digits that it needs. */
    static boolean isReadable(String query) {
        return query == null || !BROKEN.matcher(query).find();
    }

    /** The part of the path behind the door's own. */
    static String behindDoor(HttpServletRequest request) {
        String door = request.getContextPath() + request.getServletPath();
        String uri = request.getRequestURI();
        return uri.startsWith(door) ? uri.substring(door.length()) : "";
    }

    static Optional<PathParts> of(String path) {
        if (SUSPECT.matcher(path.toLowerCase(Locale.ROOT)).find()) {
            return Optional.empty();
        }
        Matcher parts = FORM.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(new PathParts(new TenantId(parts.group(1)), parts.group(2) == null ? "" : parts.group(2)));
    }
}
