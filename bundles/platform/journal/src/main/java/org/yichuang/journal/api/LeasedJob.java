package org.yichuang.journal.api;

import java.time.Duration;

/**
 * Whiteboard: work that the house does by itself from time to time. A service of this type is run by one node at a
 * time,
 * the one that holds the lease of the job's name; the lease is renewed while the work lasts.
 *
 * <p>A tenant on which the work fails is logged and shown, and the next one follows. A lost race, an absent database or
 * a lost lease ends the run; what is left is done by the next.
 */
public interface LeasedJob {
    /** For whom the work is done. */
    enum Scope {
        /** Once per run. */
        ONCE,
        /** Once for each tenant, parents before children. */
        EACH_TENANT
    }

    /** Its name for ever, also that of its lease, e.g. {@code identity-purge}; at most 60 characters. */
    String name();

    /** The time from the end of one run to the start of the next. */
    Duration period();

    /** For whom the work is done. */
    default Scope scope() {
        return Scope.EACH_TENANT;
    }

    /**
     * Whether the work writes many rows anew that nobody acts on, e.g. re-encrypts them. Then it is not done for a
     * tenant whose rows have yet to be compared with what was left of them before an upgrade.
     */
    default boolean rewritesRows() {
        return false;
    }

    /**
     * Does a part of the work in transactions of its own, each of which begins with {@code unit.require(run.lease())}.
     * Long work asks {@link JobRun#goesOn()} between its transactions. Inside of one it reads other modules through
     * their ports that take the unit.
     */
    void run(JobRun run);
}
