package org.yichuang.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * A request's body. Until it is opened nobody has read a byte of it. While it is read, slow senders share a bounded
 * number
 * of threads, must keep up a least rate and end before a deadline.
 */
public interface RequestBody {
    /** The length that the client has announced in bytes, -1 when it has announced none. */
    long announcedLength();

    /** Tells whether the request has a body at all. */
    boolean isPresent();

    /**
     * Begins to read; may be called again and then goes on where it was.
     *
     * @param limit how many bytes it may have
     * @return its bytes; reading throws a {@code ProblemException} of {@code too-large}, {@code body-too-slow} or
     *     {@code unavailable} (too many slow senders at the moment)
     */
    InputStream open(long limit);

    /**
     * Makes an empty file for what is too large to be held in memory. Whoever asks deletes it; what is left when the
     * process dies is deleted at the next start.
     */
    Path createSpoolFile() throws IOException;
}
