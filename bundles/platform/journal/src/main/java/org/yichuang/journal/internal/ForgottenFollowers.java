package org.yichuang.journal.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.yichuang.journal.internal.persistence.Sql;

/**
 * What stands back for nothing: one of an earlier generation, without marks, has delivered what was ahead. All that
 * waits is gone through once after the start and hourly then, a part at a look, so that no claim waits for it long.
 */
final class ForgottenFollowers {
    private static final String NEXT_SENDER =
            """
            SELECT TENANT FROM JOURNAL_OUTBOX --DERBY-PROPERTIES index=JOURNAL_OUTBOX_STATE
            WHERE TENANT>? ORDER BY TENANT FETCH FIRST 1 ROWS ONLY""";

    /** Also what stands in front: a part is to end soon where nothing else waits. */
    private static final String WAITING =
            """
            SELECT m.TENANT, m.TOPIC, m.RECEIVER, m.AGGREGATE_ID, m.BEHIND, m.CREATED_MICROS, m.MESSAGE_ID
            FROM JOURNAL_OUTBOX m --DERBY-PROPERTIES index=JOURNAL_OUTBOX_STATE
            WHERE m.TENANT=? AND m.STATE='WAITING' AND m.CREATED_MICROS<=? AND (m.CREATED_MICROS<? OR m.MESSAGE_ID<?)
            ORDER BY m.CREATED_MICROS DESC, m.MESSAGE_ID DESC FETCH FIRST 200 ROWS ONLY""";

    /** It stands in the statement too: a plan for any number, or for many, may sort all that waits. */
    private static final int PART = 200;

    private static final long OFTEN = Duration.ofSeconds(1).toNanos() / 1_000;
    private static final long RARELY = Duration.ofHours(1).toNanos() / 1_000;

    private final TransactionBoundary boundary;
    private final AtomicBoolean busy = new AtomicBoolean();
    private Place at = Place.BEGINNING;
    /** When it has looked last, null before. */
    private Long looked;

    ForgottenFollowers(TransactionBoundary boundary) {
        this.boundary = boundary;
    }

    /** Goes on by a part, when it is time; whoever comes meanwhile does not wait for it. */
    void look(long now) {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            if (isTime(now)) {
                Place from = at;
                at = boundary.commitSql(
                        RowScope.acrossTenants("messages behind others"), connection -> part(from, connection));
                looked = now; // what has failed is gone through at the next look
            }
        } finally {
            busy.set(false);
        }
    }

    /** A clock that was put back does not stop it. */
    private boolean isTime(long now) {
        long pause = at.equals(Place.BEGINNING) ? RARELY : OFTEN;
        return looked == null || now - looked >= pause || now < looked;
    }

    /**
     * Brings to the front what is first in its queue; returns where the part has ended. Who has little waiting is
     * followed by the next, as there may be many of them, each of whom counts for one at least.
     */
    private static Place part(Place before, Connection connection) {
        Place place = before;
        int seen = 0;
        while (seen < PART) {
            Optional<Place> next = place.isEnd() ? sender(place.tenant, connection) : Optional.of(place);
            if (next.isEmpty()) {
                return Place.BEGINNING;
            }
            List<Waiting> waiting = waiting(next.get(), connection);
            waiting.stream()
                    .filter(Waiting::isBehind)
                    .map(Waiting::queue)
                    .distinct()
                    .forEach(queue -> Followers.first(queue, connection));
            seen += Math.max(1, waiting.size());
            place = waiting.size() < PART
                    ? Place.end(next.get().tenant)
                    : waiting.get(waiting.size() - 1).place();
        }
        return place;
    }

    private static List<Waiting> waiting(Place from, Connection connection) {
        return Sql.list(connection, WAITING, Waiting::read, from.tenant, from.created, from.created, from.message);
    }

    private static Optional<Place> sender(String after, Connection connection) {
        return Sql.first(connection, NEXT_SENDER, row -> Place.beginning(row.getString(1)), after);
    }

    /** Up to where all of a sender has been gone through, the latest first. */
    private record Place(String tenant, long created, String message) {
        /** Before all senders. */
        static final Place BEGINNING = end("");

        static Place beginning(String tenant) {
            return new Place(tenant, Long.MAX_VALUE, "");
        }

        static Place end(String tenant) {
            return new Place(tenant, Long.MIN_VALUE, "");
        }

        boolean isEnd() {
            return created == Long.MIN_VALUE;
        }
    }

    /** A message that waits. */
    private record Waiting(Followers.Queue queue, boolean isBehind, Place place) {
        static Waiting read(ResultSet row) throws SQLException {
            return new Waiting(
                    Followers.Queue.read(row),
                    row.getInt(5) == 1,
                    new Place(row.getString(1), row.getLong(6), row.getString(7)));
        }
    }
}
