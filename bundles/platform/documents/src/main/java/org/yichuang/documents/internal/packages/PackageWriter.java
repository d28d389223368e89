package org.yichuang.documents.internal.packages;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.yichuang.documents.api.PackageService.Bytes;
import org.yichuang.kernel.api.CallContext;

/** Writes the ZIP of a package, file by file, and remembers what it has written. */
final class PackageWriter {
    private final ZipOutputStream zip;
    private final LocalDateTime at;
    private final List<Map<String, Object>> files = new ArrayList<>();

    PackageWriter(OutputStream to, Instant at) {
        this.zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        this.at = LocalDateTime.ofInstant(at, CallContext.ZONE);
    }

    /**
     * Writes a file that the manifest lists.
     *
     * @param said what the manifest says of it besides name, size and digest
     */
    void add(String name, Map<String, Object> said, Bytes content) throws IOException {
        Counting counting = new Counting(write(name));
        content.writeTo(counting);
        zip.closeEntry();
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("name", name);
        file.put("size", counting.size);
        file.put("sha256", HexFormat.of().formatHex(counting.digest.digest()));
        file.putAll(said);
        files.add(file);
    }

    /** Writes a file that no manifest lists: the manifest itself, and its signature. */
    void addUnlisted(String name, byte[] content) throws IOException {
        write(name).write(content);
        zip.closeEntry();
    }

    /** What has been written so far, as the manifest lists it. */
    List<Map<String, Object>> files() {
        return files;
    }

    /** Ends the ZIP; what it is written to stays open. */
    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    private OutputStream write(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(at);
        zip.putNextEntry(entry);
        return zip;
    }

    /** Counts and digests; closing it does not close the ZIP. */
    private static final class Counting extends FilterOutputStream {
        private final MessageDigest digest;
        private long size;

        Counting(OutputStream to) {
            super(null);
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
            out = new DigestOutputStream(to, digest);
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            size++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            size += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
