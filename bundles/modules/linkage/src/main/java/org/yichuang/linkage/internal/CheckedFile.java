package org.yichuang.linkage.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.linkage.api.LinkageError;

/** The bytes of a file as they come, which at their end must be what their digest says: else the last read fails. */
final class CheckedFile extends FilterInputStream {
    private final String sha256;
    private final MessageDigest digest = sha256();
    private boolean isOver;

    CheckedFile(InputStream content, String sha256) {
        super(content);
        this.sha256 = sha256;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int many = super.read(into, from, most);
        if (many > 0) {
            digest.update(into, from, many);
        } else if (many < 0 && !isOver) {
            isOver = true;
            if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                throw new OtherContentException();
            }
        }
        return many;
    }

    @Override
    public long skip(long most) throws IOException {
        return 0; // whatever is not read is not known
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Has whoever takes it see its end. */
    void toItsEnd() throws IOException {
        transferTo(OutputStream.nullOutputStream());
    }

    /** It is not what its digest says. */
    static ProblemException other() {
        return new ProblemException(
                LinkageError.DIGEST_MISMATCH, LocalizedMessage.of(FileReceiver.class, "file.digest-mismatch"));
    }

    /** How whoever reads it hears that. */
    static final class OtherContentException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
