package org.yichuang.web.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.web.api.RequestBody;
import org.yichuang.web.internal.WebSettings.Values;

/**
 * A body as it comes in. A thread that has to wait for it takes one of few places, so that slow senders, however many,
 * never hold all threads of the server; what has already arrived is read without one.
 */
final class DefaultRequestBody extends InputStream implements RequestBody {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultRequestBody.class);
    private static final long SECOND = 1_000_000_000L;
    private static final long GRACE = 10 * SECOND;
    private static final int DRAINED = 256 * 1024;
    private static final int CHUNK = 8192;

    private final HttpServletRequest request;
    private final String client;
    private final ConcurrencyLimit waiting;
    private final Values settings;
    private final LongSupplier nanos;
    private final SpoolFolder spool;
    private InputStream source;
    private long began;
    private long limit;
    private long count;
    private boolean holdsPlace;
    private boolean ended;

    /**
     * @param client whom the places are counted for
     * @param waiting the places of threads that wait for slow bodies
     * @param nanos a clock that only ever grows
     */
    DefaultRequestBody(
            HttpServletRequest request,
            String client,
            ConcurrencyLimit waiting,
            Values settings,
            SpoolFolder spool,
            LongSupplier nanos) {
        this.request = request;
        this.client = client;
        this.waiting = waiting;
        this.settings = settings;
        this.spool = spool;
        this.nanos = nanos;
    }

    @Override
    public long announcedLength() {
        return request.getContentLengthLong();
    }

    @Override
    public boolean isPresent() {
        return announcedLength() > 0 || announcedLength() < 0 && request.getHeader("Transfer-Encoding") != null;
    }

    @Override
    public InputStream open(long most) {
        limit = most;
        if (announcedLength() > most) {
            throw tooLarge(most);
        }
        return this;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int n = readSome(buffer, offset, length);
        if (count > limit) {
            throw tooLarge(limit);
        }
        return n;
    }

    private int readSome(byte[] buffer, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        if (source == null) {
            source = request.getInputStream();
            began = nanos.getAsLong();
        }
        if (!holdsPlace && !hasArrived()) {
            waiting.acquire(client);
            holdsPlace = true;
        }
        requireHaste();
        int n = source.read(buffer, offset, length);
        count += Math.max(n, 0);
        if (n < 0) {
            release();
            ended = true;
        }
        return n;
    }

    private void requireHaste() {
        long elapsed = nanos.getAsLong() - began;
        boolean late = elapsed > settings.bodySeconds() * SECOND;
        boolean slow = elapsed > GRACE && count < (elapsed - GRACE) / SECOND * settings.bodyRate();
        if (late || slow) {
            throw new ProblemException(
                    CommonError.BODY_TOO_SLOW,
                    LocalizedMessage.of(DefaultRequestBody.class, "default-request-body.body-arrives-too-slowly-try"));
        }
    }

    /**
     * Ends reading. When the answer is a refusal some of the rest is taken in, so that the client gets to read why:
     * what has already arrived, and of a known account more as it comes, for which no thread waits.
     *
     * @param known whether an account has sent it
     * @param response the answer, which is complete
     */
    void close(boolean known, HttpServletResponse response) {
        try {
            if (!ended && isPresent() && !request.isAsyncStarted()) {
                drainArrived();
            }
            if (!ended && known && isPresent() && request.isAsyncSupported() && !request.isAsyncStarted()) {
                LateDrain.begin(request, response, client, waiting);
            }
        } catch (IOException | ProblemException e) {
            LOG.debug("The rest of a body was not taken in: {}", e.getMessage());
        } finally {
            release();
        }
    }

    private void drainArrived() throws IOException {
        byte[] chunk = new byte[CHUNK];
        long left = DRAINED;
        while (!ended && left > 0 && hasArrived()) {
            left -= Math.max(readSome(chunk, 0, chunk.length), 1);
        }
    }

    @Override
    public Path createSpoolFile() throws IOException {
        return spool.createFile();
    }

    private boolean hasArrived() throws IOException {
        return count == announcedLength() || request.getInputStream().available() > 0;
    }

    private void release() {
        if (holdsPlace) {
            holdsPlace = false;
            waiting.release(client);
        }
    }

    private static ProblemException tooLarge(long most) {
        String size = most >= 1 << 20 ? (most >> 20) + " MiB" : most + " bytes";
        return new ProblemException(
                CommonError.TOO_LARGE,
                LocalizedMessage.of(DefaultRequestBody.class, "default-request-body.body-too-large-most", size));
    }
}
