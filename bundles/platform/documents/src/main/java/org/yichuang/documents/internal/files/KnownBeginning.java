package org.yichuang.documents.internal.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.yichuang.kernel.api.ProblemException;

/** A file on its way in that is refused at its first bytes where it begins as none that is taken does. */
final class KnownBeginning extends FilterInputStream {
    private final byte[] beginning = new byte[FileInspection.BEGINNING];
    private int seen;

    KnownBeginning(InputStream content) {
        super(content);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws ProblemException {@code file-refused} */
    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int read = super.read(to, offset, length);
        if (read > 0 && seen < beginning.length) {
            int more = Math.min(read, beginning.length - seen);
            System.arraycopy(to, offset, beginning, seen, more);
            seen += more;
            if (!FileInspection.mayBegin(beginning, seen)) {
                throw FileInspection.notTaken();
            }
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
}
