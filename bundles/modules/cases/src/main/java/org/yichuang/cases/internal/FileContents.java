package org.yichuang.cases.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.yichuang.cases.internal.domain.StoredFile;
import org.yichuang.documents.api.FileStore;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;

/** The bytes of files: from the file store, or from the row of a file that has not been moved there yet. */
final class FileContents {
    private final FileStore store;

    FileContents(FileStore store) {
        this.store = store;
    }

    /** @throws ProblemException {@code file-not-scanned}, {@code file-infected} when it is not given out */
    void requireOpen(StoredFile file, CallContext context) {
        String sha256 = file.about().sha256();
        store.states(Set.of(sha256), context).get(sha256).require();
    }

    /** Writes a file's bytes; outside of a transaction. */
    void write(StoredFile file, OutputStream to, CallContext context) throws IOException {
        if (file.contentInRow().isPresent()) {
            requireOpen(file, context);
            to.write(file.contentInRow().get());
        } else {
            store.write(file.about().sha256(), to, context);
        }
    }

    /** A file's bytes as a whole, for whoever takes them only so; outside of a transaction. */
    byte[] bytes(StoredFile file, CallContext context) {
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream(Math.toIntExact(file.about().size()));
        try {
            write(file, bytes, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
