package org.yichuang.documents.internal.files;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.kernel.api.ProblemException;

/**
 * A file on its way in, of which only the whole tells under which name it is kept: encrypted part by part beside the
 * database, so that neither memory nor disk ever holds it in clear.
 */
final class Spool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    /** The size of a part, in bytes. */
    static final int PART = 256 << 10;

    private static final String PREFIX = "kept";
    private static final String SUFFIX = ".parts";
    private static final Duration LONGEST = Duration.ofHours(6);

    private final Path parts;
    private final PartCipher cipher = PartCipher.fresh();
    private int count;
    private long size;
    private String sha256;
    private String storedSha256;

    private Spool(Path parts) {
        this.parts = parts;
    }

    /** @param most more bytes than these are not read */
    static Spool of(InputStream content, long most) throws IOException {
        Spool spool = new Spool(Files.createTempFile(PREFIX, SUFFIX));
        boolean isWhole = false;
        try {
            spool.fill(content, most);
            isWhole = true;
        } finally {
            if (!isWhole) {
                spool.close();
            }
        }
        return spool;
    }

    /** Removes what a container that was killed has left behind: what is older than any file takes to come in. */
    static void removeLeftOvers(Path folder, Instant now) {
        FileTime old = FileTime.from(now.minus(LONGEST));
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : found) {
                if (Files.getLastModifiedTime(file).compareTo(old) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("What was left of files on their way in cannot be removed from {}", folder, e);
        }
    }

    private void fill(InputStream content, long most) throws IOException {
        MessageDigest plainDigest = sha256Digest();
        MessageDigest storedDigest = sha256Digest();
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(parts)))) {
            DigestInputStream in = new DigestInputStream(content, plainDigest);
            byte[] part = in.readNBytes(PART);
            boolean isLast;
            do {
                byte[] next = in.readNBytes(PART);
                isLast = next.length == 0;
                size += part.length;
                if (size + next.length > most) {
                    throw ProblemException.of(DocumentError.FILE_TOO_LARGE, most);
                }
                byte[] kept = cipher.encrypt(count++, isLast, part, part.length);
                storedDigest.update(kept);
                out.writeInt(kept.length);
                out.write(kept);
                part = next;
            } while (!isLast);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A part cannot be encrypted", e);
        }
        sha256 = HexFormat.of().formatHex(plainDigest.digest());
        storedSha256 = HexFormat.of().formatHex(storedDigest.digest());
    }

    static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String sha256() {
        return sha256;
    }

    String storedSha256() {
        return storedSha256;
    }

    long size() {
        return size;
    }

    /** The key of the parts as text. */
    String key() {
        return cipher.text();
    }

    /** Hands out the parts, in their order. */
    void forEach(PartTaker taker) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(parts)))) {
            for (int part = 0; part < count; part++) {
                taker.take(part, in.readNBytes(in.readInt()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One part in clear again. */
    byte[] plain(int part) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(parts.toFile(), "r")) {
            in.seek((long) part * (Integer.BYTES + PartCipher.TAG_BYTES + PART));
            byte[] kept = new byte[in.readInt()];
            in.readFully(kept);
            return cipher.decrypt(part, part == count - 1, kept);
        } catch (GeneralSecurityException e) {
            throw new IOException("A part on its way in has been altered", e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(parts);
    }

    /** Takes the parts of a file. */
    @FunctionalInterface
    interface PartTaker {
        void take(int part, byte[] kept);
    }
}
