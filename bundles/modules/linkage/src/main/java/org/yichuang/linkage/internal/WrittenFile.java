package org.yichuang.linkage.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.LinkedModule.Content;
import org.yichuang.kernel.api.ProblemException;

/**
 * The bytes of a file for whoever reads them, while another thread has them written: no more of them is in memory than
 * fits between both. Whether it is given out at all is known when this begins.
 */
public final class WrittenFile extends InputStream {
    private static final Logger LOG = LoggerFactory.getLogger(WrittenFile.class);
    private static final int BETWEEN = 1 << 16;

    private final PipedInputStream pipe = new PipedInputStream(BETWEEN);
    private volatile RuntimeException failure;
    /** Whether it could not be handed over: nobody reads any more. */
    private volatile boolean isCut;

    private int first;
    private boolean isBegun;

    /**
     * Begins.
     *
     * @throws ProblemException when it is not given out now
     */
    WrittenFile(Content content) throws IOException {
        PipedOutputStream end = new PipedOutputStream(pipe);
        Thread writer = new Thread(() -> write(content, end), "linkage-file");
        writer.setDaemon(true);
        writer.start();
        first = pipe.read();
        if (failure != null) {
            throw failure;
        }
    }

    private void write(Content content, PipedOutputStream end) {
        try (end) {
            writeOrFail(content, new Line(end));
        } catch (IOException e) {
            LOG.debug("Nobody sees the end of the file any more", e);
        }
    }

    /** What has failed, for whatever reason, is known before its end is seen. */
    private void writeOrFail(Content content, OutputStream line) {
        try {
            content.write(line);
        } catch (RuntimeException | IOException e) {
            if (isCut) { // whatever its writer makes of that, it is not to blame
                LOG.debug("Nobody reads the file any more", e);
            } else {
                failure = e instanceof RuntimeException mine ? mine : new UncheckedIOException((IOException) e);
            }
        } catch (Throwable e) { // an Error must not make half a file look like a whole one
            LOG.error("A file could not be read to its end", e);
            failure = new IllegalStateException("The file could not be read to its end", e);
        }
    }

    /** Why it could not be written to its end; null where it could, or has not been yet. */
    public RuntimeException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        if (!isBegun) {
            isBegun = true;
            return first;
        }
        return checked(pipe.read());
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (!isBegun) {
            int one = read();
            if (one >= 0) {
                into[from] = (byte) one;
                return 1;
            }
            return -1;
        }
        return checked(pipe.read(into, from, most));
    }

    /** What ends because its writer has failed is not whole. */
    private int checked(int read) throws IOException {
        if (read < 0 && (failure != null || isCut)) {
            throw new IOException("The file could not be read to its end", failure);
        }
        return read;
    }

    /** Whoever writes it still hears that nobody reads any more. */
    @Override
    public void close() throws IOException {
        pipe.close();
    }

    /** To whoever reads: what fails on it is not the file's fault. */
    private final class Line extends FilterOutputStream {
        private Line(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int many) throws IOException {
            try {
                out.write(bytes, from, many);
            } catch (IOException e) {
                isCut = true;
                throw e;
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                isCut = true;
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            flush(); // its end is seen once it is known how it has ended
        }
    }
}
