package org.yichuang.documents.internal.files;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.internal.domain.FileRow;
import org.yichuang.documents.internal.domain.FileRow.DataKey;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataCipher.DataScope;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** The bytes of kept files, in clear, and the keys that they are under. */
public final class FileBytes {
    private static final String PURPOSE = "documents.file-key";

    private final Transactions transactions;
    private final PersonalDataCipher cipher;
    private final ChunkRows chunks = new ChunkRows();

    public FileBytes(Transactions transactions, PersonalDataCipher cipher) {
        this.transactions = transactions;
        this.cipher = cipher;
    }

    /** A file's key, encrypted with the newest master key. */
    DataKey encrypted(TenantId tenant, String id, String key) {
        String encrypted = cipher.encrypt(new DataScope(tenant, PURPOSE, id), key);
        return new DataKey(encrypted, cipher.keyName(encrypted));
    }

    /** A file's key, encrypted anew with the newest master key. */
    DataKey rewrapped(TenantId tenant, FileRow file) {
        String encrypted = cipher.rewrap(new DataScope(tenant, PURPOSE, file.id()), file.dataKey());
        return new DataKey(encrypted, cipher.keyName(encrypted));
    }

    /**
     * Writes a file part by part, outside of a transaction.
     *
     * @throws ProblemException {@code file-damaged}; then its last part has not been written
     */
    public void write(FileRow file, OutputStream to, CallContext context) throws IOException {
        PartCipher parts = cipher(file, context.tenant());
        MessageDigest digest = Spool.sha256Digest();
        long left = file.size();
        int part = 0;
        do {
            byte[] plain = plain(parts, part, left <= Spool.PART, kept(file.id(), part, context));
            digest.update(plain);
            left -= plain.length;
            part++;
            if (left <= 0 && !HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
                throw ProblemException.of(DocumentError.FILE_DAMAGED); // its last part is not given out
            }
            to.write(plain);
        } while (left > 0);
    }

    private Optional<byte[]> kept(String id, int part, CallContext context) {
        return transactions.read(context, unit -> chunks.part(unit, id, part));
    }

    /** Its parts in clear, in a running transaction. */
    SpooledBytes parts(FileRow file, UnitOfWork unit) {
        PartCipher parts = cipher(file, unit.context().tenant());
        long last = Math.max(0, (file.size() - 1) / Spool.PART);
        return new SpooledBytes(
                file.size(), part -> plain(parts, part, part == last, chunks.part(unit, file.id(), part)));
    }

    private PartCipher cipher(FileRow file, TenantId tenant) {
        return PartCipher.of(cipher.decrypt(new DataScope(tenant, PURPOSE, file.id()), file.dataKey()));
    }

    private static byte[] plain(PartCipher parts, int part, boolean isLast, Optional<byte[]> kept) {
        byte[] content = kept.orElseThrow(() -> ProblemException.of(DocumentError.FILE_DAMAGED));
        try {
            return parts.decrypt(part, isLast, content);
        } catch (GeneralSecurityException e) {
            ProblemException damaged = ProblemException.of(DocumentError.FILE_DAMAGED);
            damaged.initCause(e);
            throw damaged;
        }
    }
}
