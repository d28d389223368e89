package org.yichuang.journal.internal;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.journal.internal.persistence.Sql;

/**
 * One round over those for whom messages of a topic wait, beginning behind the one with whom the last has ended, so that
 * each has his turn. It goes no further than it is asked to: by a short look at the index for each receiver that it
 * passes.
 */
final class ReceiverRound {
    private static final String NEXT =
            """
            SELECT RECEIVER FROM JOURNAL_OUTBOX --DERBY-PROPERTIES index=JOURNAL_OUTBOX_WAYS
            WHERE TOPIC=? AND STATE='WAITING' AND BEHIND=0 AND RECEIVER>?
            ORDER BY RECEIVER FETCH FIRST 1 ROWS ONLY""";

    private static final String DUE_FOR =
            """
            SELECT 1 FROM JOURNAL_OUTBOX --DERBY-PROPERTIES index=JOURNAL_OUTBOX_WAYS
            WHERE TOPIC=? AND STATE='WAITING' AND BEHIND=0 AND RECEIVER=? AND DUE_MICROS<=?
            FETCH FIRST 1 ROWS ONLY""";

    private final String topic;
    private final Set<String> except;
    private final long now;
    private String at;
    /** Whom it has met first, null before: there it ends. */
    private String first;
    /** Whether it has gone on at the beginning. */
    private boolean isTurned;

    private boolean isOver;

    /**
     * One that has not begun.
     *
     * @param except who is left out
     * @param behind where the last has ended, empty for none
     * @param now what is due by then, in microseconds
     */
    ReceiverRound(String topic, Set<String> except, String behind, long now) {
        this.topic = topic;
        this.except = except;
        this.at = behind;
        this.now = now;
    }

    /** Whether it has come to its end. */
    boolean isOver() {
        return isOver;
    }

    /** Returns the next for whom something is due; whatever waits for an answer is passed over. */
    List<String> next(int most, Connection connection) {
        List<String> due = new ArrayList<>();
        while (due.size() < most && step(connection)) {
            if (!except.contains(at) && isDue(connection)) {
                due.add(at);
            }
        }
        return due;
    }

    /** No order but that of the database is asked for: some compare names otherwise than Java does. */
    private boolean step(Connection connection) {
        Optional<String> next = after(at, connection);
        if (next.isEmpty() && !isTurned) {
            isTurned = true;
            next = after("", connection);
        }
        if (next.isEmpty() || isTurned && next.get().equals(first)) {
            isOver = true;
            return false;
        }
        at = next.get();
        first = first == null ? at : first;
        return true;
    }

    private boolean isDue(Connection connection) {
        return Sql.first(connection, DUE_FOR, row -> at, topic, at, now).isPresent();
    }

    private Optional<String> after(String name, Connection connection) {
        return Sql.first(connection, NEXT, row -> row.getString(1), topic, name);
    }
}
