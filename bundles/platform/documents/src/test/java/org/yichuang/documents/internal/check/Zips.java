package org.yichuang.documents.internal.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** What a forger does with a ZIP. */
final class Zips {
    private static final int END = 22;

    private Zips() {}

    static Map<String, byte[]> read(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    /** Nothing for what cannot be read. */
    static Map<String, byte[]> readUnchecked(byte[] zip) {
        try {
            return read(zip);
        } catch (IOException | IllegalArgumentException e) {
            return Map.of();
        }
    }

    static boolean isSame(Map<String, byte[]> one, Map<String, byte[]> other) {
        return List.copyOf(one.keySet()).equals(List.copyOf(other.keySet()))
                && one.entrySet().stream().allMatch(file -> Arrays.equals(file.getValue(), other.get(file.getKey())));
    }

    static byte[] write(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(LocalDateTime.of(2026, 3, 2, 9, 0));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** The same with a name replaced by another of its length, wherever it stands. */
    static byte[] renamed(byte[] zip, String from, String to) {
        String text = new String(zip, StandardCharsets.ISO_8859_1).replace(from, to);
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The same with a byte between the last entry and the directory, which says where it is. */
    static byte[] withGapBeforeDirectory(byte[] zip) {
        int directory = little(zip).getInt(zip.length - END + 16);
        byte[] gap = new byte[zip.length + 1];
        System.arraycopy(zip, 0, gap, 0, directory);
        System.arraycopy(zip, directory, gap, directory + 1, zip.length - directory);
        little(gap).putInt(gap.length - END + 16, directory + 1);
        return gap;
    }

    /** The same with another size of an entry in directory and descriptor. */
    static byte[] withSize(byte[] zip, String name, int size) {
        byte[] lying = zip.clone();
        ByteBuffer bytes = little(lying);
        int at = bytes.getInt(zip.length - END + 16);
        while (bytes.getInt(at) == 0x02014b50) {
            int length = bytes.getShort(at + 28);
            if (new String(lying, at + 46, length, StandardCharsets.UTF_8).equals(name)) {
                bytes.putInt(at + 24, size);
                int descriptor = bytes.getInt(at + 42) + 30 + length + bytes.getInt(at + 20);
                bytes.putInt(descriptor + 12, size);
            }
            at += 46 + length;
        }
        return lying;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
