package org.yichuang.documents.internal;

import java.time.Duration;
import java.util.Map;
import org.yichuang.documents.internal.domain.IssuedDocument;
import org.yichuang.documents.internal.persistence.DocumentRows;
import org.yichuang.documents.internal.persistence.KeyNames;
import org.yichuang.documents.internal.persistence.KeyRenewal;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;

/** Puts documents under the newest master key. */
public class KeyJob implements LeasedJob {
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int PART = 50;

    private final DocumentRows rows;
    private final ContentSeal seal;
    private final Transactions transactions;
    private final PersonalDataCipher cipher;

    public KeyJob(Printer printer, Transactions transactions, PersonalDataCipher cipher) {
        this.rows = printer.rows();
        this.seal = printer.seal();
        this.transactions = transactions;
        this.cipher = cipher;
    }

    @Override
    public String name() {
        return "documents-keys";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void run(JobRun run) {
        if (!cipher.mayRenew()) {
            return;
        }
        String newest = cipher.newestKey();
        new KeyRenewal(run, transactions)
                .each(
                        unit -> KeyNames.ofDocuments(unit).stream()
                                .filter(key -> !key.equals(newest))
                                .toList(),
                        (unit, key, after) -> rows.under(key, after, PART, unit),
                        (unit, id) -> renew(id, run, unit));
    }

    private void renew(String id, JobRun run, UnitOfWork unit) {
        IssuedDocument document = rows.held(id, unit);
        seal.renew(document, run.context().tenant());
        rows.record(unit, document, "renew-key", Map.of());
    }
}
