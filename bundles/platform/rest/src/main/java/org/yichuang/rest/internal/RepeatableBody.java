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
import javax.servlet.http.HttpServletRequest;
import org.yichuang.web.api.RequestBody;

/**
 * The body of a request for a module: not opened before it is read, never longer than its limit, and readable a second
 * time once it has been {@link #keep kept}. What is larger than a page of memory is kept in a file.
 */
final class RepeatableBody extends ServletInputStream {
    private static final String ATTRIBUTE = RepeatableBody.class.getName();
    private static final int IN_MEMORY = 256 * 1024;
    private static final int CHUNK = 8192;

    private final RequestBody body;
    private final String contentType;
    private final long limit;
    private PartCounter parts;
    private InputStream source;
    private boolean finished;
    private boolean refused;
    private byte[] memory;
    private Path file;
    private InputStream replay;

    RepeatableBody(HttpServletRequest request, RequestBody body, long limit) {
        this.body = body;
        this.limit = limit;
        this.contentType = request.getContentType();
        request.setAttribute(ATTRIBUTE, this);
    }

    static RepeatableBody of(HttpServletRequest request) {
        return (RepeatableBody) request.getAttribute(ATTRIBUTE);
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
            file = body.createSpoolFile();
            try (OutputStream rest = Files.newOutputStream(file)) {
                while ((n = read(chunk)) >= 0) {
                    rest.write(chunk, 0, n);
                }
            }
        }
        memory = first.toByteArray();
        replay = kept();
    }

    /** Ends the body here: what is refused the framework would read on to its end, however slowly. */
    void refuse() {
        refused = true;
    }

    /** What has been kept, from its beginning, however much of it has been read. */
    InputStream kept() throws IOException {
        InputStream first = new ByteArrayInputStream(memory);
        return file == null ? first : new SequenceInputStream(first, Files.newInputStream(file));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (refused) {
            finished = true;
            return -1;
        }
        if (replay != null) {
            int n = replay.read(buffer, offset, length);
            finished = n < 0;
            return n;
        }
        if (source == null) {
            source = body.open(limit);
            parts = PartCounter.of(contentType);
        }
        int n = source.read(buffer, offset, length);
        finished = n < 0;
        if (n > 0 && parts != null) {
            parts.take(buffer, offset, n);
        }
        return n;
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
