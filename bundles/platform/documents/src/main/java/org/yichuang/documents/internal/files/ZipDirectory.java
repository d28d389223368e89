package org.yichuang.documents.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The directory of an archive, as it stands at its end; nothing is unpacked. */
final class ZipDirectory {
    /** The most entries that are looked at. */
    static final int MOST_ENTRIES = 10_000;

    private static final int END = 0x06054B50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENTRY = 0x02014B50;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL = 0x04034B50;
    private static final int LOCAL_SIZE = 30;
    private static final int LARGEST = 4 << 20;
    private static final int UTF_8 = 1 << 11;

    private ZipDirectory() {}

    /**
     * An entry.
     *
     * @param name as bytes that are read one by one where it is not said to be UTF-8
     * @param flags as they stand
     * @param method how it is packed
     * @param packed bytes in the archive
     * @param unpacked bytes that it says to have
     * @param header where its own header stands
     */
    record Entry(String name, int flags, int method, long packed, long unpacked, long header) {
        boolean isEncrypted() {
            return (flags & 1) != 0;
        }
    }

    /** The entries; empty where the archive has no directory that can be read whole. */
    static Optional<List<Entry>> entries(SpooledBytes file) throws IOException {
        ByteBuffer end = end(file);
        if (end == null) {
            return Optional.empty();
        }
        int count = end.getShort(10) & 0xFFFF;
        long size = end.getInt(12) & 0xFFFFFFFFL;
        long from = end.getInt(16) & 0xFFFFFFFFL;
        boolean isOneWhole = end.getInt(4) == 0 && end.getShort(8) == end.getShort(10);
        if (!isOneWhole || count > MOST_ENTRIES || size > LARGEST || from + size > file.size()) {
            return Optional.empty();
        }
        ByteBuffer directory = buffer(file.read(from, (int) size));
        List<Entry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (directory.remaining() < ENTRY_SIZE || directory.getInt(directory.position()) != ENTRY) {
                return Optional.empty();
            }
            Optional<Entry> entry = entry(directory);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            entries.add(entry.get());
        }
        return directory.hasRemaining() ? Optional.empty() : Optional.of(entries);
    }

    /** The record at the end; null where there is none, or the file goes on behind it. */
    private static ByteBuffer end(SpooledBytes file) throws IOException {
        int most = (int) Math.min(file.size(), END_SIZE + LONGEST_COMMENT);
        ByteBuffer tail = buffer(file.read(file.size() - most, most));
        for (int at = most - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END && at + END_SIZE + (tail.getShort(at + 20) & 0xFFFF) == most) {
                return tail.position(at).slice().order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        return null;
    }

    private static Optional<Entry> entry(ByteBuffer directory) {
        int at = directory.position();
        int nameLength = directory.getShort(at + 28) & 0xFFFF;
        int rest = (directory.getShort(at + 30) & 0xFFFF) + (directory.getShort(at + 32) & 0xFFFF);
        if (directory.remaining() < ENTRY_SIZE + nameLength + rest) {
            return Optional.empty();
        }
        int flags = directory.getShort(at + 8) & 0xFFFF;
        byte[] name = new byte[nameLength];
        directory.position(at + ENTRY_SIZE).get(name);
        directory.position(at + ENTRY_SIZE + nameLength + rest);
        return Optional.of(new Entry(
                text(name, flags),
                flags,
                directory.getShort(at + 10) & 0xFFFF,
                directory.getInt(at + 20) & 0xFFFFFFFFL,
                directory.getInt(at + 24) & 0xFFFFFFFFL,
                directory.getInt(at + 42) & 0xFFFFFFFFL));
    }

    /** Where the bytes of an entry begin; empty where its own header is none, or says another name or packing. */
    static Optional<Long> begin(Entry entry, SpooledBytes file) throws IOException {
        ByteBuffer header = buffer(file.read(entry.header(), LOCAL_SIZE));
        if (header.remaining() < LOCAL_SIZE || header.getInt(0) != LOCAL) {
            return Optional.empty();
        }
        int nameLength = header.getShort(26) & 0xFFFF;
        int rest = header.getShort(28) & 0xFFFF;
        int flags = header.getShort(6) & 0xFFFF;
        String name = text(file.read(entry.header() + LOCAL_SIZE, nameLength), flags);
        boolean isSame = name.equals(entry.name()) && (header.getShort(8) & 0xFFFF) == entry.method();
        long begin = entry.header() + LOCAL_SIZE + nameLength + rest;
        return isSame && begin + entry.packed() <= file.size() ? Optional.of(begin) : Optional.empty();
    }

    private static String text(byte[] name, int flags) {
        return new String(name, (flags & UTF_8) != 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
