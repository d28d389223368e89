package org.yichuang.documents.internal.files;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;

/** Removes files that nobody has come to use. */
public class FileUpkeep implements LeasedJob {
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int PART = 20;

    private final DatabaseFileStore files;
    private final Transactions transactions;
    private final Clock machineClock;

    /** @param machineClock nothing is removed before it is due by the machine's own time too */
    public FileUpkeep(DatabaseFileStore files, Transactions transactions, Clock machineClock) {
        this.files = files;
        this.transactions = transactions;
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
}
