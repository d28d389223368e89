package org.yichuang.documents.internal.files;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;

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
        int part;
        do {
            part = removed(run);
        } while (part == PART && run.goesOn());
        if (cipher.mayRenew()) {
            renewKeys(run);
        }
    }

    private int removed(JobRun run) {
        return transactions.write(run.context(), Integer.class, unit -> {
            unit.require(run.lease());
            Instant now = unit.context().at();
            Instant machine = machineClock.instant();
            return files.removeFree(unit, now.isBefore(machine) ? now : machine, PART);
        });
    }

    private void renewKeys(JobRun run) {
        String after = "";
        List<String> part = older(after, run);
        while (!part.isEmpty() && run.goesOn()) {
            for (String sha256 : part) {
                transactions.write(run.context(), Void.class, unit -> {
                    unit.require(run.lease());
                    files.rewrap(unit, sha256);
                    return null;
                });
            }
            after = part.get(part.size() - 1);
            part = older(after, run);
        }
    }

    private List<String> older(String after, JobRun run) {
        return transactions.read(run.context(), unit -> files.underOlderKeys(unit, after, PART));
    }
}
