package org.yichuang.journal.internal;

import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.TenantId;

/** What of the outbox is due, and whose it is for a while: an update that only one relay can win. */
final class OutboxClaims {
    private static final String NEXT_SENDER =
            "SELECT TENANT FROM JOURNAL_OUTBOX WHERE TENANT>? ORDER BY TENANT FETCH FIRST 1 ROWS ONLY";
    private static final String ALL =
            Claimable.COLUMNS.stripTrailing().replace("FROM JOURNAL_OUTBOX m", Followers.FROM);
    private static final String WAITING =
            "WHERE m.TOPIC=? AND m.STATE='WAITING' AND m.BEHIND=0 AND m.DUE_MICROS<=? AND m.CLAIMED_UNTIL<=?"
                    + " AND m.FORM<=?";
    /** Parked ones count as undelivered here: nothing overtakes them. */
    private static final String IN_ORDER =
            " AND NOT " + Followers.SOMETHING_AHEAD + " ORDER BY m.DUE_MICROS FETCH FIRST ? ROWS ONLY";

    private static final String CLAIM =
            """
            UPDATE JOURNAL_OUTBOX SET CLAIMED_UNTIL=?, ATTEMPTS=ATTEMPTS+1, CLAIM_NUMBER=CLAIM_NUMBER+1
            WHERE TENANT=? AND MESSAGE_ID=? AND STATE='WAITING' AND CLAIMED_UNTIL=? AND CLAIM_NUMBER=?""";
    private static final String RELEASE =
            """
            UPDATE JOURNAL_OUTBOX SET CLAIMED_UNTIL=0, ATTEMPTS=ATTEMPTS-1
            WHERE TENANT=? AND MESSAGE_ID=? AND STATE='WAITING' AND CLAIMED_UNTIL<>0 AND CLAIM_NUMBER=?""";

    private static final String PROLONG =
            """
            UPDATE JOURNAL_OUTBOX SET CLAIMED_UNTIL=?
            WHERE TENANT=? AND MESSAGE_ID=? AND STATE='WAITING' AND CLAIMED_UNTIL<>0 AND CLAIM_NUMBER=?""";
    /** What has failed, and what has left without a receipt for a while: whoever had it may have died with it. */
    private static final String HASTEN =
            """
            UPDATE JOURNAL_OUTBOX SET DUE_MICROS=?, TRIED_MICROS=?
            WHERE TOPIC=? AND RECEIVER=? AND STATE='WAITING' AND BEHIND=0 AND (LAST_ERROR<>'' OR SENT_MICROS<=?)
              AND DUE_MICROS>? AND CLAIMED_UNTIL<=?""";

    /** As long as an answer may well take that comes by itself. */
    private static final Duration ANSWER = Duration.ofMinutes(1);

    private final TransactionBoundary boundary;
    private final Clock machineClock;
    private final Followers followers;
    /** Where the last round over the receivers of a topic has ended. */
    private final Map<String, String> rounds = new ConcurrentHashMap<>();

    OutboxClaims(TransactionBoundary boundary, Clock machineClock) {
        this.boundary = boundary;
        this.machineClock = machineClock;
        this.followers = new Followers(boundary);
    }

    /**
     * What may leave now. Where some receivers are left out, the others have their turn one after the other: what waits
     * to reach those, which may be very much, is not looked at.
     */
    List<DueRow> due(Reader reader, Set<String> except, int most) {
        if (except.isEmpty()) {
            return due(reader, Optional.empty(), most);
        }
        ReceiverRound round = new ReceiverRound(reader.topic, except, rounds.getOrDefault(reader.topic, ""), now());
        List<DueRow> found = new ArrayList<>();
        while (found.size() < most && !round.isOver()) {
            int open = most - found.size();
            List<String> part = boundary.readSql(
                    RowScope.acrossTenants("whom messages wait for"), connection -> round.next(open, connection));
            for (String receiver : part) {
                if (found.size() < most) {
                    found.addAll(due(reader, Optional.of(receiver), most - found.size()));
                    rounds.put(reader.topic, receiver);
                }
            }
        }
        return found;
    }

    List<DueRow> dueFor(Reader reader, String receiver, int most) {
        return due(reader, Optional.of(receiver), most);
    }

    private List<DueRow> due(Reader reader, Optional<String> receiver, int most) {
        long now = now();
        followers.standBack(reader.topic, receiver, now);
        Object[] arguments = Stream.of(
                        Stream.of(reader.topic, now, now, reader.form), receiver.stream(), Stream.of(most))
                .flatMap(each -> each)
                .toArray();
        String sql = receiver.isPresent()
                ? ALL + Followers.BY_RECEIVER + WAITING + Followers.TO_ONE + IN_ORDER
                : ALL + Followers.BY_DUE + WAITING + IN_ORDER;
        return boundary.readSql(
                RowScope.acrossTenants("messages that are due"),
                connection -> Sql.list(connection, sql, DueRow::read, arguments));
    }

    List<Pending> claim(List<Claimable> due, Duration claim) {
        return due.isEmpty()
                ? List.of()
                : boundary.commitSql(
                        RowScope.acrossTenants("messages that are due"),
                        connection -> claim(connection, due, now() + claim.toNanos() / 1_000));
    }

    private static List<Pending> claim(Connection connection, List<Claimable> due, long until) {
        List<Pending> ours = new ArrayList<>();
        // Always in the same order, so that two relays wait for each other at most, and never in a circle
        due.stream().sorted(Comparator.comparing(Claimable::key)).forEach(row -> {
            Pending message = row.pending();
            if (Sql.update(
                            connection,
                            CLAIM,
                            until,
                            message.tenant().value(),
                            message.message().id(),
                            row.claimedUntil(),
                            message.claim())
                    == 1) {
                ours.add(row.claimed());
            }
        });
        return ours;
    }

    void release(Pending message) {
        boundary.commitSql(
                RowScope.of(message.tenant()),
                connection -> Sql.update(
                        connection,
                        RELEASE,
                        message.tenant().value(),
                        message.message().id(),
                        message.claim()));
    }

    boolean prolong(Pending message, Duration claim) {
        return boundary.commitSql(
                        RowScope.of(message.tenant()),
                        connection -> Sql.update(
                                connection,
                                PROLONG,
                                now() + claim.toNanos() / 1_000,
                                message.tenant().value(),
                                message.message().id(),
                                message.claim()))
                == 1;
    }

    void hasten(String topic, String receiver) {
        long now = now();
        boundary.commitSql(
                RowScope.acrossTenants("messages whose way is open again"),
                connection -> Sql.update(
                        connection, HASTEN, now, now, topic, receiver, now - ANSWER.toNanos() / 1_000, now, now));
    }

    /** As many short looks at the index as there are senders. */
    List<TenantId> senders() {
        return StoredTenants.tenants(
                boundary.readSql(RowScope.acrossTenants("who has written messages"), OutboxClaims::allSenders));
    }

    private static List<String> allSenders(Connection connection) {
        List<String> all = new ArrayList<>();
        Optional<String> next = senderAfter(connection, "");
        while (next.isPresent()) {
            all.add(next.get());
            next = senderAfter(connection, next.get());
        }
        return all;
    }

    private static Optional<String> senderAfter(Connection connection, String tenant) {
        return Sql.first(connection, NEXT_SENDER, row -> row.getString(1), tenant);
    }

    private long now() {
        return JtaUnitOfWork.micros(machineClock.instant());
    }

    /**
     * Who asks.
     *
     * @param topic whose messages it carries
     * @param form the newest form of them that it reads
     */
    record Reader(String topic, int form) {}
}
