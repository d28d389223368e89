package org.yichuang.documents.internal.check;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * A ZIP in which every byte has its place: entries one behind the other from the beginning of the file, then the
 * directory, which lists the same in the same order, then the end. What ordinary programs would pass over (bytes
 * between entries, a second directory, names that differ) is refused here. An entry is never read beyond the size that
 * the directory gives it.
 */
final class PackageZip implements Closeable {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int DESCRIPTOR_LENGTH = 16;
    /** Sizes follow the bytes, names are in UTF-8; deflated. */
    private static final int FLAGS = 0x0808;

    private static final int DEFLATED = 8;
    private static final int LARGEST_DIRECTORY = 16 << 20;
    private static final int BUFFER = 1 << 16;
    private static final int SHORT = 0xffff;
    private static final long INT = 0xffff_ffffL;

    private final SeekableByteChannel file;
    private final List<Entry> entries = new ArrayList<>();

    private PackageZip(SeekableByteChannel file) {
        this.file = file;
    }

    /** @throws DamagedZipException when it is no such ZIP */
    static PackageZip open(Path path) throws IOException {
        PackageZip zip = new PackageZip(Files.newByteChannel(path));
        try {
            zip.readDirectory();
            return zip;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /**
     * An entry as the directory lists it.
     *
     * @param offset where it begins
     * @param data where its bytes begin
     */
    record Entry(String name, long size, long compressed, long crc, long offset, long data) {}

    List<Entry> entries() {
        return entries;
    }

    private void readDirectory() throws IOException {
        long length = file.size();
        require(length >= END_LENGTH, "zip.truncated");
        ByteBuffer end = read(length - END_LENGTH, END_LENGTH);
        require(end.getInt(0) == END, "zip.truncated");
        long size = end.getInt(12) & INT;
        long start = end.getInt(16) & INT;
        boolean isOneDisk = end.getInt(4) == 0 && end.getShort(8) == end.getShort(10) && end.getShort(20) == 0;
        require(isOneDisk && start + size + END_LENGTH == length && size <= LARGEST_DIRECTORY, "zip.end");
        ByteBuffer directory = read(start, (int) size);
        long next = 0;
        while (directory.hasRemaining()) {
            Entry entry = entry(directory, next);
            entries.add(entry);
            next = entry.data() + entry.compressed() + DESCRIPTOR_LENGTH;
        }
        require(next == start && entries.size() == (end.getShort(10) & SHORT), "zip.gap");
    }

    private Entry entry(ByteBuffer directory, long offset) throws IOException {
        require(directory.remaining() >= CENTRAL_LENGTH && directory.getInt() == CENTRAL, "zip.directory");
        directory.position(directory.position() + 4);
        boolean isUsual = directory.getShort() == FLAGS && directory.getShort() == DEFLATED;
        int time = directory.getInt();
        int crc = directory.getInt();
        int compressed = directory.getInt();
        int size = directory.getInt();
        int nameLength = directory.getShort() & SHORT;
        boolean isPlain = directory.getInt() == 0 && directory.getInt() == 0 && directory.getInt() == 0;
        long place = directory.getInt() & INT;
        require(isUsual && isPlain && nameLength <= directory.remaining(), "zip.directory");
        byte[] bytes = new byte[nameLength];
        directory.get(bytes);
        String name = new String(bytes, StandardCharsets.UTF_8);
        require(place == offset, name, "zip.gap");
        long data = offset + LOCAL_LENGTH + nameLength;
        requireSame(local(bytes, time), read(offset, LOCAL_LENGTH + nameLength), name);
        ByteBuffer descriptor = little(DESCRIPTOR_LENGTH)
                .putInt(DESCRIPTOR)
                .putInt(crc)
                .putInt(compressed)
                .putInt(size);
        requireSame(descriptor, read(data + (compressed & INT), DESCRIPTOR_LENGTH), name);
        return new Entry(name, size & INT, compressed & INT, crc & INT, offset, data);
    }

    private static ByteBuffer local(byte[] name, int time) {
        return little(LOCAL_LENGTH + name.length)
                .putInt(LOCAL)
                .putShort((short) 20)
                .putShort((short) FLAGS)
                .putShort((short) DEFLATED)
                .putInt(time)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putShort((short) name.length)
                .putShort((short) 0)
                .put(name);
    }

    private static void requireSame(ByteBuffer expected, ByteBuffer found, String name) throws IOException {
        require(expected.flip().equals(found), name, "zip.header");
    }

    /**
     * Writes an entry's bytes, at most as many as the directory says.
     *
     * @throws DamagedZipException when they are not as many, or not those that its checksum is of
     */
    void write(Entry entry, OutputStream to) throws IOException {
        Inflater inflater = new Inflater(true);
        try (InputStream raw = new Slice(entry);
                InputStream bytes = new InflaterInputStream(raw, inflater, BUFFER)) {
            CRC32 crc = new CRC32();
            byte[] part = new byte[BUFFER];
            long left = entry.size();
            for (int read = bytes.read(part); read >= 0; read = bytes.read(part)) {
                left -= read;
                require(left >= 0, entry.name(), "zip.size");
                crc.update(part, 0, read);
                to.write(part, 0, read);
            }
            boolean isWhole = left == 0 && inflater.getBytesRead() == entry.compressed();
            require(isWhole && crc.getValue() == entry.crc(), entry.name(), "zip.content");
        } catch (ZipException | java.io.EOFException e) {
            throw new DamagedZipException(Finding.of(entry.name(), "zip.content"));
        } finally {
            inflater.end();
        }
    }

    private ByteBuffer read(long offset, int length) throws IOException {
        require(offset + length <= file.size(), "zip.truncated");
        ByteBuffer bytes = little(length);
        file.position(offset);
        while (bytes.hasRemaining()) {
            require(file.read(bytes) >= 0, "zip.truncated");
        }
        return bytes.flip();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void require(boolean isSo, String kind) throws DamagedZipException {
        require(isSo, "ZIP", kind);
    }

    private static void require(boolean isSo, String place, String kind) throws DamagedZipException {
        if (!isSo) {
            throw new DamagedZipException(Finding.of(place, kind));
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The bytes of one entry as they stand in the file. */
    private final class Slice extends FilterInputStream {
        private long left;

        Slice(Entry entry) throws IOException {
            super(new BufferedInputStream(Channels.newInputStream(file.position(entry.data())), BUFFER));
            left = entry.compressed();
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int read = left == 0 ? -1 : super.read(bytes, from, (int) Math.min(most, left));
            left -= Math.max(read, 0);
            return read;
        }

        @Override
        public void close() {
            left = 0; // the file stays open for the next entry
        }
    }
}
