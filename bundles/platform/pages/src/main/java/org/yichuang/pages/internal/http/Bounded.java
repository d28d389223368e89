package org.yichuang.pages.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** A body that is never longer than its limit. */
final class Bounded extends FilterInputStream {
    private final long limit;
    private long count;

    Bounded(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            count(1);
        }
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        if (n > 0) {
            count(n);
        }
        return n;
    }

    private void count(int n) {
        count += n;
        if (count > limit) {
            throw tooLarge(limit);
        }
    }

    static ProblemException tooLarge(long limit) {
        String size = limit >= 1 << 20 ? (limit >> 20) + " MB" : (limit >> 10) + " kB";
        return new ProblemException(
                CommonError.TOO_LARGE, LocalizedMessage.of(Bounded.class, "content-too-large", size));
    }
}
