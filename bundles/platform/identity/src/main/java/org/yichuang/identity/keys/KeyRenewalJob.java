package org.yichuang.identity.keys;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.ProblemException;

/**
 * Puts the rows of a module under the newest master key, each in a transaction of its own that fails when the lease is
 * lost. One that cannot be read is left out and keeps no other; it is tried again with the next run.
 */
public final class KeyRenewalJob implements LeasedJob {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRenewalJob.class);
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int PART = 50;

    private final String name;
    private final Transactions transactions;
    private final PersonalDataCipher cipher;
    private final List<Rows> renewed;

    /** @param name the job's name, e.g. {@code documents-keys} */
    public KeyRenewalJob(String name, Transactions transactions, PersonalDataCipher cipher, List<Rows> renewed) {
        this.name = name;
        this.transactions = transactions;
        this.cipher = cipher;
        this.renewed = List.copyOf(renewed);
    }

    /**
     * Rows that are renewed.
     *
     * @param table where they are
     * @param renewal what it does with one
     */
    public record Rows(EncryptedTable table, Renewal renewal) {}

    /** Renews one row. */
    @FunctionalInterface
    public interface Renewal {
        /** Encrypts the row's values, or their keys, under the newest master key, and writes it with its entry. */
        void renew(String id, UnitOfWork unit);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public boolean rewritesRows() {
        return true;
    }

    @Override
    public void run(JobRun run) {
        if (cipher.mayRenew()) {
            renewed.forEach(rows -> renewAll(rows, run));
        }
    }

    private void renewAll(Rows rows, JobRun run) {
        String newest = cipher.newestKey();
        for (String key : transactions.read(run.context(), rows.table()::keys)) {
            if (!key.equals(newest)) {
                renewUnder(key, rows, run);
            }
        }
    }

    private void renewUnder(String key, Rows rows, JobRun run) {
        List<String> part = part(rows.table(), key, "", run);
        while (!part.isEmpty() && run.goesOn()) {
            part.forEach(id -> renew(id, rows, run));
            part = part(rows.table(), key, part.get(part.size() - 1), run);
        }
    }

    private List<String> part(EncryptedTable table, String key, String after, JobRun run) {
        return transactions.read(run.context(), unit -> table.under(key, after, PART, unit));
    }

    private void renew(String id, Rows rows, JobRun run) {
        try {
            transactions.write(run.context(), Void.class, unit -> {
                unit.require(run.lease());
                rows.renewal().renew(id, unit);
                return null;
            });
        } catch (ProblemException e) {
            if (e.code() != IdentityError.PERSONAL_DATA_UNREADABLE) {
                throw e;
            }
            LOG.warn(
                    "{}: {} {} cannot be put under the newest key and is left out for now",
                    run.context().tenant(),
                    rows.table().name(),
                    id);
        }
    }
}
