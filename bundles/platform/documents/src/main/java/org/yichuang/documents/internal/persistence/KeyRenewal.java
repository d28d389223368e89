package org.yichuang.documents.internal.persistence;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.ProblemException;

/** Renews keys of rows, each in a transaction of its own; one that cannot be read is left out and keeps no other. */
public final class KeyRenewal {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRenewal.class);

    private final JobRun run;
    private final Transactions transactions;

    public KeyRenewal(JobRun run, Transactions transactions) {
        this.run = run;
        this.transactions = transactions;
    }

    /** The master keys that are to be left. */
    @FunctionalInterface
    public interface Keys {
        List<String> in(UnitOfWork unit);
    }

    /** Ids under a master key, behind one, in their order. */
    @FunctionalInterface
    public interface Part {
        List<String> of(UnitOfWork unit, String key, String after);
    }

    /** Renews one. */
    @FunctionalInterface
    public interface Renewing {
        void renew(UnitOfWork unit, String id);
    }

    /** Renews what is under other keys. */
    public void each(Keys keys, Part parts, Renewing renewing) {
        for (String key : transactions.read(run.context(), keys::in)) {
            String after = "";
            List<String> part = part(parts, key, after);
            while (!part.isEmpty() && run.goesOn()) {
                part.forEach(id -> renew(id, renewing));
                after = part.get(part.size() - 1);
                part = part(parts, key, after);
            }
        }
    }

    private List<String> part(Part parts, String key, String after) {
        return transactions.read(run.context(), unit -> parts.of(unit, key, after));
    }

    private void renew(String id, Renewing renewing) {
        try {
            transactions.write(run.context(), Void.class, unit -> {
                unit.require(run.lease());
                renewing.renew(unit, id);
                return null;
            });
        } catch (ProblemException e) {
            if (e.code() != IdentityError.PERSONAL_DATA_UNREADABLE) {
                throw e;
            }
            LOG.warn(
                    "{}: {} cannot be put under the newest key and is left out for now",
                    run.context().tenant(),
                    id);
        }
    }
}
