package org.yichuang.journal.internal;

import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.TenantId;

/** What of the outbox is due, and whose it is for a while: an update that only one relay can win. */
final class OutboxClaims {
    private static final String NEXT_SENDER =
            "SELECT TENANT FROM JOURNAL_OUTBOX WHERE TENANT>? ORDER BY TENANT FETCH FIRST 1 ROWS ONLY";
    private static final String WAITING =
            Claimable.COLUMNS + "WHERE m.TOPIC=? AND m.STATE='WAITING' AND m.DUE_MICROS<=? AND m.CLAIMED_UNTIL<=?";
    private static final String TO_ONE = " AND m.RECEIVER=?";
    private static final String TO_OTHERS = " AND m.RECEIVER NOT IN (";
    /** Parked ones count as undelivered here: nothing overtakes them. */
    private static final String IN_ORDER = " "
            + """
            AND NOT EXISTS (SELECT 1 FROM JOURNAL_OUTBOX e WHERE e.TENANT=m.TENANT AND e.TOPIC=m.TOPIC
                AND e.RECEIVER=m.RECEIVER AND e.AGGREGATE_ID=m.AGGREGATE_ID AND e.SEQ<m.SEQ AND e.STATE<>'DELIVERED')
            ORDER BY m.DUE_MICROS FETCH FIRST ? ROWS ONLY""";

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
            WHERE TOPIC=? AND RECEIVER=? AND STATE='WAITING' AND (LAST_ERROR<>'' OR SENT_MICROS<=?)
              AND DUE_MICROS>? AND CLAIMED_UNTIL<=?""";

    /** As long as an answer may well take that comes by itself. */
    private static final Duration ANSWER = Duration.ofMinutes(1);

    private final TransactionBoundary boundary;
    private final Clock machineClock;

    OutboxClaims(TransactionBoundary boundary, Clock machineClock) {
        this.boundary = boundary;
        this.machineClock = machineClock;
    }

    List<DueRow> due(String topic, Set<String> except, int most) {
        String others =
                except.isEmpty() ? "" : TO_OTHERS + String.join(",", Collections.nCopies(except.size(), "?")) + ")";
        return due(WAITING + others + IN_ORDER, topic, except.stream(), most);
    }

    List<DueRow> dueFor(String topic, String receiver, int most) {
        return due(WAITING + TO_ONE + IN_ORDER, topic, Stream.of(receiver), most);
    }

    private List<DueRow> due(String sql, String topic, Stream<String> receivers, int most) {
        long now = now();
        Object[] arguments = Stream.of(Stream.of(topic, now, now), receivers, Stream.of(most))
                .flatMap(each -> each)
                .toArray();
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
}
