package org.yichuang.pages.internal.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.UploadedFile;
import org.yichuang.web.api.RequestBody;

/**
 * An uploaded file on its way: small ones stay in memory, others go to a temporary file, and of one that is refused
 * nothing is kept but its digest.
 */
final class Spool extends OutputStream implements UploadedFile {
    private static final int IN_MEMORY = 256 * 1024;

    private final String name;
    private final String mediaType;
    private final RequestBody files;
    private final Optional<ProblemException> refusal;
    private final MessageDigest digest;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Path path;
    private OutputStream file;
    private long size;

    /**
     * @param files makes files for large ones
     * @param refusal why it is not taken, if so
     */
    Spool(String name, String mediaType, RequestBody files, Optional<ProblemException> refusal) {
        this.name = name;
        this.mediaType = mediaType;
        this.files = files;
        this.refusal = refusal;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        digest.update(bytes, offset, length);
        size += length;
        if (refusal.isPresent()) {
            return;
        }
        if (file == null && size > IN_MEMORY) {
            path = files.createSpoolFile();
            file = Files.newOutputStream(path);
            memory.writeTo(file);
            memory.reset();
        }
        (file == null ? memory : file).write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    /** The SHA-256 of its content, once it is complete. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() throws IOException {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return path == null ? new ByteArrayInputStream(memory.toByteArray()) : Files.newInputStream(path);
    }

    void discard() throws IOException {
        close();
        if (path != null) {
            Files.deleteIfExists(path);
        }
    }
}
