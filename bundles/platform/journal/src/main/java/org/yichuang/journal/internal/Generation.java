package org.yichuang.journal.internal;

import java.sql.Connection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * Keeps containers of two versions from working with one database. The database keeps the generation of the newest
 * program that has worked with it; a program of an earlier one does nothing with it any more: it would not read what
 * the newer one has written, and would write what that one takes for tampering.
 */
final class Generation {
    /**
     * Counted up by each version whose rows, files or messages an earlier one cannot read or would damage: 2 has sealed
     * messages and encrypted personal data, 3 keeps scans in the file store, 4 has hearings, branches and appointments
     * in a case, which an earlier one would write back without, 5 keeps what became of meetings and agreements, and
     * that reconsideration comes first, 6 keeps what was said of last days, when what was entered afterwards had come,
     * and what shows a delivery or a withdrawal, 7 keeps from when on an answer is waited for, until when a centre goes
     * on without it, and what was said with a decision, and counts on over the epochs of a sender, 8 keeps the limits
     * of stages beside those of the law, and of a joint case what of it a centre above decides, 9 seals with a message
     * in which form it is written, and marks what waits behind another one, 10 keeps which department days of a joint
     * case are charged to, what was said of special procedures, and the days in which a refusal is delivered. What is
     * kept of a case may not change without it ({@code StoredFormTest} of cases).
     */
    static final int OURS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Generation.class);
    private static final String FIND = "SELECT MARK FROM JOURNAL_MARK WHERE MARK_NAME='generation'";
    private static final String KEEP = "INSERT INTO JOURNAL_MARK (MARK_NAME, MARK) VALUES ('generation', ?)";
    private static final String RAISE = "UPDATE JOURNAL_MARK SET MARK=? WHERE MARK_NAME='generation' AND MARK=?";

    private final AtomicBoolean told = new AtomicBoolean();

    /**
     * Lets a program of this generation work with a database that knows none later.
     *
     * @return false when the mark has just been written, so that it stands only if the transaction is committed
     * @throws ProblemException {@code unavailable} when a newer program has worked with it
     */
    boolean admits(Connection connection) {
        Optional<String> present = Sql.first(connection, FIND, row -> row.getString(1));
        if (present.isEmpty()) {
            Sql.update(connection, KEEP, Integer.toString(OURS));
            return false;
        }
        int newest = Integer.parseInt(present.get());
        if (newest < OURS) {
            Sql.update(connection, RAISE, Integer.toString(OURS), present.get());
            return false;
        }
        if (newest > OURS) {
            if (!told.getAndSet(true)) {
                LOG.error(
                        "A newer program (generation {}) works with this database: stop this container, of generation {}",
                        newest,
                        OURS);
            }
            throw new ProblemException(
                    CommonError.UNAVAILABLE, LocalizedMessage.of(Generation.class, "generation-newer"));
        }
        told.set(false);
        return true;
    }
}
