package org.yichuang.cases.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.internal.domain.MediaTypes;
import org.yichuang.cases.internal.domain.MediaTypes.Recognition;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * An upload on its way in. What is not taken is refused while it is read, as soon as that can be told: so whoever keeps
 * it has kept nothing.
 */
final class UploadStream extends FilterInputStream {
    /** The field of a form that files come in. */
    static final String FIELD = "file";

    private final String saidType;
    private final long most;
    private final Recognition recognition = new Recognition();
    private long size;
    private MediaTypes type;

    /**
     * @param saidType what the client says it is, or null
     * @param most the most bytes that are taken
     */
    UploadStream(InputStream content, String saidType, long most) {
        super(content);
        this.saidType = saidType;
        this.most = most;
    }

    /** What the content has shown itself to be, once all of it has been read. */
    MediaTypes type() {
        return type;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /**
     * @throws ProblemException {@link CaseError#MATERIAL_INVALID} when it is too long, empty, or not of a kind that is
     *     taken
     */
    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int read = super.read(to, offset, length);
        if (read < 0) {
            end();
            return read;
        }
        size += read;
        if (size > most) {
            throw invalid(LocalizedMessage.of(UploadStream.class, "file.too-large"));
        }
        recognition.take(to, offset, read);
        if (recognition.isHopeless()) {
            throw notTaken();
        }
        return read;
    }

    @Override
    public long skip(long bytes) {
        throw new UnsupportedOperationException("All of it is looked at");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void end() {
        if (size == 0) {
            throw invalid(LocalizedMessage.of(UploadStream.class, "file.empty"));
        }
        type = recognition.result().orElseThrow(UploadStream::notTaken);
        if (!type.agrees(saidType)) {
            throw invalid(LocalizedMessage.of(UploadStream.class, "file.content-of-other-type"));
        }
    }

    private static ProblemException notTaken() {
        return invalid(LocalizedMessage.of(UploadStream.class, "file.type-not-taken", MediaTypes.taken()));
    }

    private static ProblemException invalid(LocalizedMessage message) {
        return ProblemException.field(CaseError.MATERIAL_INVALID, FIELD, message);
    }
}
