package org.yichuang.rest.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * Counts the parts of a multipart body as it comes in, and refuses one with too many before the framework sees it: that
 * looks for the end of each part in all that follows, which for many small parts costs quadratic time.
 */
final class PartCounter {
    private static final int MAX_PARTS = 64;
    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]*)\"|([^\";,\\s]*))");
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9'()+_,./:=? -]{0,69}[A-Za-z0-9'()+_,./:=?-]");

    private final byte[] delimiter;
    /** The first boundary has no line break before it. */
    private int matched = 2;

    private int count;

    private PartCounter(String boundary) {
        delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * A counter for a body.
     *
     * @param contentType its media type, or null
     * @return null when it has no parts
     * @throws ProblemException {@code body-unreadable} when the media type does not tell one boundary
     */
    static PartCounter of(String contentType) {
        if (contentType == null || !contentType.regionMatches(true, 0, "multipart/", 0, "multipart/".length())) {
            return null;
        }
        String names = contentType.toLowerCase(Locale.ROOT);
        int at = names.indexOf("boundary=");
        Matcher boundary = BOUNDARY.matcher(contentType.replaceFirst("(?i)boundary=", "boundary="));
        if (at < 0 || names.indexOf("boundary=", at + 1) >= 0 || !boundary.find()) {
            throw unreadable();
        }
        String value = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        if (!ALLOWED.matcher(value).matches()) {
            throw unreadable();
        }
        return new PartCounter(value);
    }

    /** Looks at the next bytes. */
    void take(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            // Only its beginning is a CR: a mismatch never hides another start
            matched = bytes[i] == delimiter[matched] ? matched + 1 : bytes[i] == '\r' ? 1 : 0;
            if (matched == delimiter.length) {
                matched = 0;
                count++;
                if (count > MAX_PARTS + 1) { // the last one ends the body
                    throw unreadable();
                }
            }
        }
    }

    private static ProblemException unreadable() {
        return new ProblemException(
                CommonError.BODY_UNREADABLE, LocalizedMessage.of(PartCounter.class, "parts-unreadable"));
    }
}
