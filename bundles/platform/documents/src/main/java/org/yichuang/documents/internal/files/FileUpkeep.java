package org.yichuang.documents.internal.files;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.yichuang.documents.internal.persistence.KeyNames;
import org.yichuang.documents.internal.persistence.KeyRenewal;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;

/** Removes files that nobody has come to use, and puts keys of files under the newest master key. */
public class FileUpkeep implements LeasedJob {
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int PART = 20;

    private final DatabaseFileStore files;
    private final Transactions transactions;
    private final PersonalDataCipher cipher;
    private final Clock machineClock;

    /** @param machineClock nothing is removed before it is due by the machine's own time too */
    public FileUpkeep(
            DatabaseFileStore files, Transactions transactions, PersonalDataCipher cipher, Clock machineClock) {
        this.files = files;
        this.transactions = transactions;
        this.cipher = cipher;
        this.machineClock = machineClock;
    }

    @Override
    public String name() {
        return "documents-files";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void run(JobRun run) {
        // mostly there is nothing to remove: then nothing is written either
        boolean goesOn = run.goesOn() && transactions.read(run.context(), unit -> files.hasFree(unit, due(unit)));
        while (goesOn) {
            goesOn = removed(run) == PART && run.goesOn();
        }
        if (cipher.mayRenew()) {
            renewKeys(run);
        }
    }

    private int removed(JobRun run) {
        return transactions.write(run.context(), Integer.class, unit -> {
            unit.require(run.lease());
            return files.removeFree(unit, due(unit), PART);
        });
    }

    private Instant due(UnitOfWork unit) {
        Instant now = unit.context().at();
        Instant machine = machineClock.instant();
        return now.isBefore(machine) ? now : machine;
    }

    private void renewKeys(JobRun run) {
        String newest = cipher.newestKey();
        new KeyRenewal(run, transactions)
                .each(
                        unit -> KeyNames.ofFiles(unit).stream()
                                .filter(key -> !key.equals(newest))
                                .toList(),
                        (unit, key, after) -> files.under(unit, key, after, PART),
                        files::rewrap);
    }
}
