package org.yichuang.cases.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.yichuang.cases.internal.domain.StoredFile;
import org.yichuang.documents.api.FileStore;
import org.yichuang.kernel.api.CallContext;

/** The bytes of files: from the file store, or from the row of a file that has not been moved there yet. */
final class FileContents {
    private final FileStore store;

    FileContents(FileStore store) {
        this.store = store;
    }

    /** Writes a file's bytes; outside of a transaction. */
    void write(StoredFile file, OutputStream to, CallContext context) throws IOException {
        if (file.contentInRow().isPresent()) {
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
