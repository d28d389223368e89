package org.yichuang.journal.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.yichuang.journal.internal.persistence.Sql;

/**
 * Messages behind others of their aggregate that have not been delivered: they are looked at once, stand back then
 * ({@code BEHIND}), and come to the front one by one when what is ahead of them is delivered. However many wait behind
 * one that is parked or unanswered, they cost a look at the outbox nothing. The mark is a help and not the rule: the
 * claim asks for itself whether anything is ahead.
 */
final class Followers {
    /**
     * Derby is to begin with what is due and to ask of each whether anything is ahead, and not the other way about, nor
     * once of all there is; by which index, of all receivers or of one: by the statistics of an empty table it takes
     * any. To PostgreSQL, which knows better, these are comments.
     */
    static final String FROM = "FROM --DERBY-PROPERTIES joinOrder=FIXED\n JOURNAL_OUTBOX m";

    static final String BY_DUE = " --DERBY-PROPERTIES index=JOURNAL_OUTBOX_FRONT\n";

    static final String BY_RECEIVER = " --DERBY-PROPERTIES index=JOURNAL_OUTBOX_WAYS\n";

    /** Something of the same aggregate, for the same receiver, that was written before has not been delivered. */
    static final String SOMETHING_AHEAD =
            """
            EXISTS (SELECT 1
              FROM JOURNAL_OUTBOX e --DERBY-PROPERTIES index=JOURNAL_OUTBOX_ORDER, joinStrategy=NESTEDLOOP
              WHERE e.TENANT=m.TENANT AND e.TOPIC=m.TOPIC AND e.RECEIVER=m.RECEIVER
              AND e.AGGREGATE_ID=m.AGGREGATE_ID AND e.SEQ<m.SEQ AND e.STATE<>'DELIVERED')""";

    static final String TO_ONE = " AND m.RECEIVER=?";

    private static final String QUEUES = "SELECT m.TENANT, m.TOPIC, m.RECEIVER, m.AGGREGATE_ID " + FROM;
    private static final String IN_FRONT =
            "WHERE m.TOPIC=? AND m.STATE='WAITING' AND m.BEHIND=0 AND m.DUE_MICROS>? AND m.DUE_MICROS<=?";

    private static final String SOME = " AND " + SOMETHING_AHEAD + " ORDER BY m.DUE_MICROS FETCH FIRST ? ROWS ONLY";
    private static final String OF_QUEUE = "WHERE TENANT=? AND TOPIC=? AND RECEIVER=? AND AGGREGATE_ID=?";
    private static final String FIRST = "SELECT MESSAGE_ID, SEQ, BEHIND FROM JOURNAL_OUTBOX"
            + " --DERBY-PROPERTIES index=JOURNAL_OUTBOX_ORDER\n" + OF_QUEUE
            + " AND SEQ>? AND STATE<>'DELIVERED' ORDER BY SEQ FETCH FIRST 1 ROWS ONLY";

    /** Whoever delivers it meanwhile waits here, and brings to the front then what stands behind. */
    private static final String HOLD =
            "UPDATE JOURNAL_OUTBOX SET BEHIND=0 WHERE TENANT=? AND MESSAGE_ID=? AND STATE<>'DELIVERED'";

    private static final String STAND_BACK =
            "UPDATE JOURNAL_OUTBOX SET BEHIND=1 " + OF_QUEUE + " AND SEQ>? AND STATE='WAITING' AND BEHIND=0";
    private static final String COME_TO_THE_FRONT =
            "UPDATE JOURNAL_OUTBOX SET BEHIND=0 WHERE TENANT=? AND MESSAGE_ID=?";

    private static final long BEFORE_ALL = Long.MIN_VALUE;
    private static final int PART = 200;
    private static final long OFTEN = Duration.ofSeconds(1).toNanos() / 1_000;
    private static final long RARELY = Duration.ofHours(1).toNanos() / 1_000;
    /** How late something may be seen that is due: longer than a transaction may take. */
    private static final long LATE = Duration.ofMinutes(3).toNanos() / 1_000;

    private final TransactionBoundary boundary;
    private final ForgottenFollowers forgotten;
    private final Map<String, Long> looked = new ConcurrentHashMap<>();
    private final Map<String, Long> lookedAtAll = new ConcurrentHashMap<>();
    /** Until when what was due has been looked at. */
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    Followers(TransactionBoundary boundary) {
        this.boundary = boundary;
        this.forgotten = new ForgottenFollowers(boundary);
    }

    /**
     * Has those stand back, once a second, that have become due of a topic, or of it for one receiver, and once an hour
     * whatever is due.
     */
    void standBack(String topic, Optional<String> receiver, long now) {
        String name = topic + "/" + receiver.orElse("");
        if (isTime(looked, name, now, OFTEN)) {
            forgotten.look(now);
            if (isTime(lookedAtAll, name, now, RARELY)) {
                seen.remove(name);
            }
            Long before = seen.get(name);
            long since = before == null ? BEFORE_ALL : Math.min(before, now) - LATE;
            List<Queue> found = following(topic, receiver, since, now);
            while (!found.isEmpty()) {
                Set<Queue> queues = new LinkedHashSet<>(found);
                queues.forEach(this::standBack);
                found = found.size() < PART ? List.of() : following(topic, receiver, since, now);
            }
            seen.put(name, now);
        }
    }

    /** A clock that was put back does not stop it. */
    private static boolean isTime(Map<String, Long> last, String name, long now, long pause) {
        Long before = last.get(name);
        boolean isTime = before == null || now - before >= pause || now < before;
        if (isTime) {
            last.put(name, now);
        }
        return isTime;
    }

    private List<Queue> following(String topic, Optional<String> receiver, long since, long now) {
        Object[] arguments = Stream.of(Stream.of(topic, since, now), receiver.stream(), Stream.of(PART))
                .flatMap(each -> each)
                .toArray();
        String sql = receiver.isPresent()
                ? QUEUES + BY_RECEIVER + IN_FRONT + TO_ONE + SOME
                : QUEUES + BY_DUE + IN_FRONT + SOME;
        return boundary.readSql(
                RowScope.acrossTenants("messages behind others"),
                connection -> Sql.list(connection, sql, Queue::read, arguments));
    }

    private void standBack(Queue queue) {
        boundary.commitSql(RowScope.acrossTenants("messages behind others"), connection -> {
            Optional<Place> first = queue.after(BEFORE_ALL, connection);
            return first.isPresent() && Sql.update(connection, HOLD, queue.tenant, first.get().id) == 1
                    ? Sql.update(
                            connection,
                            STAND_BACK,
                            queue.tenant,
                            queue.topic,
                            queue.receiver,
                            queue.aggregate,
                            first.get().sequence)
                    : 0;
        });
    }

    /** The next one comes to the front, in the transaction in which the one ahead of it is delivered. */
    static void next(
            String tenant, String topic, String receiver, String aggregate, long delivered, Connection connection) {
        toTheFront(new Queue(tenant, topic, receiver, aggregate), delivered, connection);
    }

    /** The first one comes to the front, where it stands back for nothing. */
    static void first(Queue queue, Connection connection) {
        toTheFront(queue, BEFORE_ALL, connection);
    }

    private static void toTheFront(Queue queue, long after, Connection connection) {
        queue.after(after, connection)
                .filter(place -> place.isBehind)
                .ifPresent(place -> Sql.update(connection, COME_TO_THE_FRONT, queue.tenant, place.id));
    }

    /** What leaves one by one. */
    record Queue(String tenant, String topic, String receiver, String aggregate) {
        static Queue read(ResultSet row) throws SQLException {
            return new Queue(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
        }

        private Optional<Place> after(long sequence, Connection connection) {
            return Sql.first(connection, FIRST, Place::read, tenant, topic, receiver, aggregate, sequence);
        }
    }

    /** A message that has not been delivered. */
    private record Place(String id, long sequence, boolean isBehind) {
        static Place read(ResultSet row) throws SQLException {
            return new Place(row.getString(1), row.getLong(2), row.getInt(3) == 1);
        }
    }
}
