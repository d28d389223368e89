package org.yichuang.documents.internal;

import java.util.List;
import java.util.Map;
import org.yichuang.documents.internal.domain.IssuedDocument;
import org.yichuang.documents.internal.files.DatabaseFileStore;
import org.yichuang.documents.internal.files.FileRows;
import org.yichuang.documents.internal.persistence.DocumentRows;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.identity.keys.EncryptedTables;
import org.yichuang.identity.keys.KeyRenewalJob;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.tenancy.api.Tenants;

/** The master keys of files and documents. */
final class DocumentKeys {
    private DocumentKeys() {}

    /** Says under which there is something. */
    static PersonalDataHolder holder(Transactions transactions, Tenants tenants) {
        return new EncryptedTables("documents", List.of(FileRows.TABLE, DocumentRows.TABLE), transactions, tenants);
    }

    /** Puts all under the newest one. */
    static LeasedJob job(
            Printer printer, DatabaseFileStore files, Transactions transactions, PersonalDataCipher cipher) {
        return new KeyRenewalJob(
                "documents-keys",
                transactions,
                cipher,
                List.of(
                        new KeyRenewalJob.Rows(FileRows.TABLE, files::rewrap),
                        new KeyRenewalJob.Rows(DocumentRows.TABLE, (id, unit) -> renew(id, printer, unit))));
    }

    private static void renew(String id, Printer printer, UnitOfWork unit) {
        IssuedDocument document = printer.rows().held(id, unit);
        printer.seal().renew(document, unit.context().tenant());
        printer.rows().record(unit, document, "renew-key", Map.of());
    }
}
