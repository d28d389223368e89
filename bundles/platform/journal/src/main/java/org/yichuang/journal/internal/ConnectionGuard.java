package org.yichuang.journal.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.internal.persistence.DatabaseFailure;

/**
 * Looks at the connection of each transaction before anything is done with it: whether it lives, when there is
 * reason to
 * doubt it; whether its work ends by itself; whether its database is ours. In the quiet case it asks the driver only
 * and
 * costs no round trip.
 */
final class ConnectionGuard {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionGuard.class);
    private static final Duration LOCK_WAIT = Duration.ofSeconds(10);
    /**
     * How long a transaction may say nothing before the server ends it. Of a container that is gone or suspended
     * without a word it hears nothing, and whoever waits for what it has locked would wait as long. Nothing of ours
     * takes so long between two statements.
     */
    private static final Duration SILENCE = Duration.ofSeconds(30);
    /** After a connection was lost, the others of the pool may be dead as well; so long each is tried first. */
    private static final Duration DOUBT = Duration.ofMinutes(1);

    private static final int VALID_SECONDS = 2;
    private static final String NAME = "ApplicationName";

    private final Duration patience;
    private final String limited;
    private volatile Predicate<Connection> admission = connection -> true;
    private volatile String admitted = "";
    private volatile int changes;
    private volatile boolean isAskedAgain;
    private volatile long doubtedAt;
    private volatile boolean isInDoubt;

    /** @param patience how long a transaction may take */
    ConnectionGuard(Duration patience) {
        this.patience = patience;
        this.limited = "yichuang-" + patience.toMillis();
    }

    /**
     * Has every database admitted before it is worked with: the first, and each that comes in its place.
     *
     * @param ours throws when the database is not ours; false when it is to be asked again
     */
    void admitOnly(Predicate<Connection> ours) {
        admission = ours;
        admitted = "";
    }

    /** Has the database admitted once more before it is worked with next: another program may have come to it. */
    void askAgain() {
        isAskedAgain = true;
    }

    /** How often another database has come: whatever was remembered of the one before is void. */
    int changes() {
        return changes;
    }

    /** A connection was lost. */
    void doubt() {
        doubtedAt = System.nanoTime();
        isInDoubt = true;
        admitted = "";
    }

    /** Whether a connection can be worked with; asked of the database only while there is doubt. */
    boolean isAlive(Connection connection) {
        if (!isInDoubt) {
            return true;
        }
        if (System.nanoTime() - doubtedAt > DOUBT.toNanos()) {
            isInDoubt = false;
            return true;
        }
        try {
            return connection.isValid(VALID_SECONDS);
        } catch (SQLException e) {
            LOG.debug("A connection cannot be tried", e);
            return false;
        }
    }

    /**
     * Gives a connection its limits, and has its database admitted.
     *
     * @return whether it was looked at anew, so that whatever is known of it is to be asked again
     */
    boolean prepare(Connection connection) {
        try {
            String address = connection.getMetaData().getURL();
            limit(connection, address);
            boolean isNew = isAskedAgain || !address.equals(admitted);
            if (isNew) {
                admit(connection, address);
            }
            return isNew;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private void admit(Connection connection, String address) {
        Predicate<Connection> ours = admission;
        if (ours.test(connection)) {
            changes += address.equals(admitted) ? 0 : 1;
            admitted = address;
            isAskedAgain = false;
        }
    }

    /**
     * Once for each connection of a pool: PostgreSQL keeps the limits, and the driver knows the name that goes with
     * them.
     */
    private void limit(Connection connection, String address) throws SQLException {
        if (!address.startsWith("jdbc:postgresql:") || limited.equals(connection.getClientInfo(NAME))) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET statement_timeout=" + patience.toMillis() + "; SET lock_timeout="
                    + Math.min(LOCK_WAIT.toMillis(), patience.toMillis())
                    + "; SET idle_in_transaction_session_timeout="
                    + SILENCE.toMillis()
                    + "; SET application_name='" + limited + "'");
        }
    }
}
