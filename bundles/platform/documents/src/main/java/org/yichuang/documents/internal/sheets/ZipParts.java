package org.yichuang.documents.internal.sheets;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * The parts of a ZIP file that is in memory, by its directory. A small file may unpack to an endless one: what the
 * directory says is bounded before anything is unpacked, and no part unpacks to more than the directory says.
 */
final class ZipParts {
    private static final int MOST_PARTS = 1_000;
    private static final int MOST_RATIO = 200;
    private static final int RATIO_FROM = 1 << 20;
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ByteBuffer zip;
    private final Map<String, Part> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private record Part(int header, int packed, int size, int method) {}

    /**
     * @param most bytes of all parts together
     * @throws ZipException when it is no ZIP file, or an encrypted one
     */
    ZipParts(byte[] bytes, int most) throws ZipException {
        zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            read(most);
        } catch (IndexOutOfBoundsException e) {
            throw damaged(e);
        }
    }

    private void read(int most) throws ZipException {
        int end = end();
        int count = Short.toUnsignedInt(zip.getShort(end + 10));
        int at = zip.getInt(end + 16);
        long unpacked = 0;
        if (count > MOST_PARTS) {
            throw tooLarge(most);
        }
        for (int i = 0; i < count; i++) {
            if (zip.getInt(at) != ENTRY || (zip.getShort(at + 8) & 1) != 0) {
                throw new ZipException("No entry that can be read at " + at);
            }
            long packed = Integer.toUnsignedLong(zip.getInt(at + 20));
            long size = Integer.toUnsignedLong(zip.getInt(at + 24));
            unpacked += size;
            if (unpacked > most || size > RATIO_FROM && size > packed * MOST_RATIO) {
                throw tooLarge(most);
            }
            int nameLength = Short.toUnsignedInt(zip.getShort(at + 28));
            byte[] name = new byte[nameLength];
            zip.get(at + ENTRY_SIZE, name);
            int method = zip.getShort(at + 10);
            if (packed <= zip.capacity()) {
                parts.put(
                        new String(name, StandardCharsets.UTF_8).replace('\\', '/'),
                        new Part(zip.getInt(at + 42), (int) packed, (int) size, method));
            }
            at += ENTRY_SIZE
                    + nameLength
                    + Short.toUnsignedInt(zip.getShort(at + 30))
                    + Short.toUnsignedInt(zip.getShort(at + 32));
        }
    }

    private int end() throws ZipException {
        int last = zip.capacity() - END_SIZE;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (zip.getInt(at) == END) {
                return at;
            }
        }
        throw new ZipException("No directory");
    }

    private static ProblemException tooLarge(int most) {
        return new ProblemException(
                CommonError.TOO_LARGE, LocalizedMessage.of(ZipParts.class, "xlsx.unpacks-too-large", most >> 20));
    }

    private static ZipException damaged(Exception cause) {
        ZipException damaged = new ZipException("Damaged");
        damaged.initCause(cause);
        return damaged;
    }

    boolean has(String name) {
        return parts.containsKey(name);
    }

    /** Unpacks a part; one that is not there is empty. */
    InputStream open(String name) throws IOException {
        Part part = parts.get(name);
        if (part == null) {
            return InputStream.nullInputStream();
        }
        try {
            return open(part);
        } catch (IndexOutOfBoundsException e) {
            throw damaged(e);
        }
    }

    private InputStream open(Part part) throws ZipException {
        int at = part.header();
        if (zip.getInt(at) != LOCAL) {
            throw new ZipException("No part at " + at);
        }
        int from = at
                + LOCAL_SIZE
                + Short.toUnsignedInt(zip.getShort(at + 26))
                + Short.toUnsignedInt(zip.getShort(at + 28));
        InputStream packed = new ByteArrayInputStream(zip.array(), from, part.packed());
        return switch (part.method()) {
            case STORED -> new Bounded(packed, part.size(), () -> {});
            case DEFLATED -> {
                Inflater inflater = new Inflater(true);
                yield new Bounded(new InflaterInputStream(packed, inflater), part.size(), inflater::end);
            }
            default -> throw new ZipException("Unknown method " + part.method());
        };
    }

    /** Lets through what the directory has announced. */
    private static final class Bounded extends FilterInputStream {
        private final Runnable freeing;
        private long left;

        Bounded(InputStream in, long size, Runnable freeing) {
            super(in);
            this.left = size;
            this.freeing = freeing;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int count = super.read(to, offset, length);
            left -= Math.max(0, count);
            if (left < 0) {
                throw new EOFException("Longer than the directory says");
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            super.close();
            freeing.run();
        }
    }
}
