package org.yichuang.rest.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/**
 * The body of a request: never longer than its limit, and readable a second time once it has been {@link #keep kept}.
 * What is larger than a page of memory is kept in a file.
 */
final class Body extends ServletInputStream {
    private static final Logger LOG = LoggerFactory.getLogger(Body.class);
    private static final int IN_MEMORY = 256 * 1024;
    private static final int DRAINED = 16 * 1024 * 1024;
    private static final int CHUNK = 8192;

    private final InputStream source;
    private final long limit;
    private long count;
    private boolean finished;
    private byte[] memory;
    private Path file;
    private InputStream replay;

    Body(InputStream source, long limit) {
        this.source = source;
        this.limit = limit;
    }

    /** Reads everything, so that it can be looked through beforehand and read again. */
    void keep() throws IOException {
        if (memory != null) {
            return;
        }
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        int n = 0;
        while (first.size() < IN_MEMORY && (n = read(chunk)) >= 0) {
            first.write(chunk, 0, n);
        }
        if (n >= 0) {
            file = Files.createTempFile("yichuang-body", ".bin");
            try (OutputStream rest = Files.newOutputStream(file)) {
                while ((n = read(chunk)) >= 0) {
                    rest.write(chunk, 0, n);
                }
            }
        }
        memory = first.toByteArray();
        replay = kept();
    }

    /** What has been kept, from its beginning, however much of it has been read. */
    InputStream kept() throws IOException {
        InputStream first = new ByteArrayInputStream(memory);
        return file == null ? first : new SequenceInputStream(first, Files.newInputStream(file));
    }

    /** Reads on to the end of a refused body, so that the client gets to read the refusal; gives up on endless ones. */
    void drain() {
        byte[] chunk = new byte[CHUNK];
        try {
            int n = 0;
            for (long left = DRAINED; left > 0 && n >= 0; left -= Math.max(n, 1)) {
                n = source.read(chunk);
            }
        } catch (IOException e) {
            LOG.debug("The client has gone before it was refused: {}", e.getMessage());
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        InputStream from = replay == null ? source : replay;
        int n = from.read(buffer, offset, length);
        finished = n < 0;
        if (replay == null && n > 0) {
            count += n;
            if (count > limit) {
                throw tooLarge(limit);
            }
        }
        return n;
    }

    /** The refusal of a body that is longer than {@code limit}. */
    static ProblemException tooLarge(long limit) {
        String size = limit >= 1 << 20 ? (limit >> 20) + " MiB" : limit + " bytes";
        return new ProblemException(
                CommonError.TOO_LARGE, "请求内容过大，最多 " + size, "The body is too large: at most " + size);
    }

    /** Forgets what was kept. */
    void discard() throws IOException {
        if (replay != null) {
            replay.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public boolean isFinished() {
        return finished;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("Bodies are read by blocking");
    }
}
