package org.yichuang.documents.internal.files;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file on its way in, or of one that is kept, from any place; one part of it in memory. */
final class SpooledBytes {
    private final Parts parts;
    private final long size;
    private byte[] present;
    private int number = -1;

    SpooledBytes(Spool spool) {
        this(spool.size(), spool::plain);
    }

    /** @param parts where its parts are read in clear */
    SpooledBytes(long size, Parts parts) {
        this.size = size;
        this.parts = parts;
    }

    long size() {
        return size;
    }

    /** The parts of a file, each in clear. */
    @FunctionalInterface
    interface Parts {
        byte[] plain(int part) throws IOException;
    }

    /** Bytes from a place; fewer where the file ends. */
    byte[] read(long from, int most) throws IOException {
        byte[] bytes = new byte[(int) Math.max(0, Math.min(most, size() - from))];
        for (int done = 0; done < bytes.length; ) {
            done += read(from + done, bytes, done, bytes.length - done);
        }
        return bytes;
    }

    private int read(long from, byte[] to, int offset, int most) throws IOException {
        int part = (int) (from / Spool.PART);
        if (part != number) {
            present = parts.plain(part);
            number = part;
        }
        int within = (int) (from % Spool.PART);
        int length = Math.min(most, present.length - within);
        System.arraycopy(present, within, to, offset, length);
        return length;
    }

    /** A stretch of the file as a stream. */
    InputStream stream(long from, long length) {
        return new Stretch(from, Math.min(size(), from + length));
    }

    private final class Stretch extends InputStream {
        private final long end;
        private long at;

        Stretch(long from, long end) {
            this.at = from;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (at >= end) {
                return -1;
            }
            int read = SpooledBytes.this.read(at, to, offset, (int) Math.min(length, end - at));
            at += read;
            return read;
        }
    }
}
