package org.yichuang.journal.internal;

import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.SettlementListener;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.CallContext;

/** How messages of the outbox end their way or are parked, and who hears of it in the same transaction. */
final class Settlement {
    /** Tells nobody that a message is parked. */
    static final ParkedNews TO_NOBODY = (message, reason, unit) -> {};

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    /** What it says stays for a while: the receiver may be set back to before it had it. */
    private static final String DELIVERED =
            """
            UPDATE JOURNAL_OUTBOX SET STATE='DELIVERED', RECEIPT=?, LAST_ERROR='', CLAIMED_UNTIL=0, BEHIND=0,
              SETTLED_MICROS=?
            WHERE TENANT=? AND MESSAGE_ID=? AND STATE<>'DELIVERED' AND (ANSWERED_FROM IS NULL OR ANSWERED_FROM<=?)""";

    private static final String AGAIN =
            """
            UPDATE JOURNAL_OUTBOX SET STATE='WAITING', DUE_MICROS=?, TRIED_MICROS=?, ATTEMPTS=0, CLAIMED_UNTIL=0,
              CLAIM_NUMBER=CLAIM_NUMBER+1, SETTLED_MICROS=NULL, BEHIND=0
            WHERE TENANT=? AND RECEIVER=? AND SETTLED_MICROS>=?""";
    private static final String VOID =
            """
            UPDATE JOURNAL_OUTBOX SET ANSWERED_FROM=?
            WHERE TENANT=? AND RECEIVER=? AND STATE IN ('WAITING', 'PARKED')""";

    private static final String SET_ASIDE =
            """
            UPDATE JOURNAL_OUTBOX SET STATE=?, DUE_MICROS=?, LAST_ERROR=?, CLAIMED_UNTIL=0
            WHERE TENANT=? AND MESSAGE_ID=? AND STATE='WAITING'""";

    /** Whoever has claimed it since has a say, and nobody who saw it before. */
    private static final String FAILED = SET_ASIDE + " AND CLAIM_NUMBER=?";

    private static final String PUT_OFF =
            """
            UPDATE JOURNAL_OUTBOX SET DUE_MICROS=?, LAST_ERROR=?, TRIED_MICROS=?, CLAIMED_UNTIL=0, ATTEMPTS=0
            WHERE TENANT=? AND MESSAGE_ID=? AND STATE='WAITING' AND CLAIM_NUMBER=?""";

    /** Only while it is claimed: an answer may be faster than the one who notes that it has been sent. */
    private static final String HANDED_OVER =
            """
            UPDATE JOURNAL_OUTBOX SET SENT_MICROS=?, DUE_MICROS=?, LAST_ERROR='', CLAIMED_UNTIL=0
            WHERE TENANT=? AND MESSAGE_ID=? AND STATE='WAITING' AND CLAIMED_UNTIL<>0 AND CLAIM_NUMBER=?""";

    /** Whoever adds to the digests waits here for the one who is at it, and sees then what that one has added. */
    private static final String LOCK =
            "UPDATE JOURNAL_OUTBOX SET SEALED_DIGESTS=SEALED_DIGESTS WHERE TENANT=? AND MESSAGE_ID=?";

    private static final String DIGESTS = "SELECT SEALED_DIGESTS FROM JOURNAL_OUTBOX WHERE TENANT=? AND MESSAGE_ID=?";
    private static final String SEALED = "UPDATE JOURNAL_OUTBOX SET SEALED_DIGESTS=? WHERE TENANT=? AND MESSAGE_ID=?";
    private static final int MOST_DIGESTS = 16;

    private final TransactionBoundary boundary;
    private final Transactions transactions;
    private final Clock machineClock;
    private final Map<String, List<SettlementListener>> listeners = new ConcurrentHashMap<>();

    Settlement(TransactionBoundary boundary, Transactions transactions, Clock machineClock) {
        this.boundary = boundary;
        this.transactions = transactions;
        this.machineClock = machineClock;
    }

    AutoCloseable add(String topic, SettlementListener listener) {
        List<SettlementListener> ofTopic = listeners.computeIfAbsent(topic, key -> new CopyOnWriteArrayList<>());
        ofTopic.add(listener);
        return () -> ofTopic.remove(listener);
    }

    void delivered(Pending message, String receipt, long answered) {
        long now = JtaUnitOfWork.micros(machineClock.instant());
        settle(message, unit -> {
            boolean isNews =
                    Sql.update(unit.connection(), DELIVERED, receipt, now, tenant(message), id(message), answered) == 1;
            if (isNews) {
                bringNext(message, unit.connection());
                heard(message).forEach(each -> each.delivered(message, receipt, unit));
            }
        });
    }

    private static void bringNext(Pending delivered, Connection connection) {
        OutgoingMessage message = delivered.message();
        Followers.next(
                tenant(delivered),
                message.topic(),
                message.receiver(),
                message.aggregateId(),
                message.sequence(),
                connection);
    }

    void failed(Pending message, String reason, long due) {
        boundary.commitSql(
                RowScope.of(message.tenant()),
                connection -> Sql.update(
                        connection,
                        FAILED,
                        State.WAITING.name(),
                        due,
                        reason,
                        tenant(message),
                        id(message),
                        message.claim()));
    }

    void putOff(Pending message, String reason, long due) {
        boundary.commitSql(
                RowScope.of(message.tenant()),
                connection -> Sql.update(
                        connection, PUT_OFF, due, reason, due, tenant(message), id(message), message.claim()));
    }

    void handedOver(Pending message, long now, long due) {
        boundary.commitSql(
                RowScope.of(message.tenant()),
                connection ->
                        Sql.update(connection, HANDED_OVER, now, due, tenant(message), id(message), message.claim()));
    }

    /** The first one stays: a receipt of the first copy may be the last to come. */
    void sealed(Pending message, String digest) {
        boundary.commitSql(RowScope.of(message.tenant()), connection -> {
            Sql.update(connection, LOCK, tenant(message), id(message));
            List<String> all = new ArrayList<>(digests(connection, message));
            if (!all.isEmpty() && all.get(0).equals(digest)) {
                return 0;
            }
            all.remove(digest);
            all.add(digest);
            if (all.size() > MOST_DIGESTS) {
                all.remove(1);
            }
            return Sql.update(connection, SEALED, String.join(" ", all), tenant(message), id(message));
        });
    }

    List<String> sealedDigests(Pending message) {
        return boundary.readSql(RowScope.of(message.tenant()), connection -> digests(connection, message));
    }

    private static List<String> digests(Connection connection, Pending message) {
        return Sql.list(connection, DIGESTS, row -> row.getString(1), tenant(message), id(message)).stream()
                .filter(column -> column != null && !column.isEmpty())
                .flatMap(column -> Stream.of(column.split(" ")))
                .toList();
    }

    /** Makes due again what a receiver was given since a moment; what it answered before another one is void. */
    int again(String receiver, Instant since, Instant answered, UnitOfWork unit) {
        Connection connection = unit.connection();
        String sender = unit.context().tenant().value();
        long now = JtaUnitOfWork.micros(machineClock.instant());
        int again = Sql.update(connection, AGAIN, now, now, sender, receiver, JtaUnitOfWork.micros(since));
        Sql.update(connection, VOID, JtaUnitOfWork.micros(answered), sender, receiver);
        Map<String, String> facts = Map.of(
                "receiver", receiver,
                "since", since.toString(),
                "answered", answered.toString(),
                "messages", Integer.toString(again));
        unit.record(
                new AuditEntry(DatabaseEpochs.AGGREGATE, sender, "resend", "", "", facts),
                EntryQueries.head(connection, sender, DatabaseEpochs.AGGREGATE, sender));
        return again;
    }

    void parked(Pending message, String reason, long now) {
        withNewsOrWithout(id(message), news -> {
            settle(message, unit -> {
                boolean isNews = Sql.update(
                                unit.connection(),
                                FAILED,
                                State.PARKED.name(),
                                now,
                                reason,
                                tenant(message),
                                id(message),
                                message.claim())
                        == 1;
                if (isNews) {
                    news.tell(message, reason, unit);
                }
            });
            return null;
        });
    }

    /** Parks a message of a tenant that cannot be. */
    void setAside(String tenant, String id, String reason, long now) {
        boundary.commitSql(
                RowScope.acrossTenants("messages of tenants that are none"),
                connection -> Sql.update(connection, SET_ASIDE, State.PARKED.name(), now, reason, tenant, id));
    }

    /** Parks with those who hear of it, or when one of them fails without: nobody keeps a message on its way. */
    <T> T withNewsOrWithout(String id, Function<ParkedNews, T> parking) {
        AtomicBoolean told = new AtomicBoolean();
        try {
            return parking.apply((message, reason, unit) -> {
                told.set(true);
                heard(message).forEach(each -> each.parked(message, reason, unit));
            });
        } catch (RuntimeException | Error e) {
            if (!told.get() || !Failures.isSurvivable(e)) {
                throw e;
            }
            LOG.warn("That message {} is parked could not be told to its module", id, e);
            return parking.apply(TO_NOBODY);
        }
    }

    private void settle(Pending message, Consumer<UnitOfWork> work) {
        CallContext context = CallContext.system(message.tenant(), machineClock.instant(), "outbox");
        transactions.write(context, Void.class, unit -> {
            work.accept(unit);
            return null;
        });
    }

    private List<SettlementListener> heard(Pending message) {
        return listeners.getOrDefault(message.message().topic(), List.of());
    }

    private static String tenant(Pending message) {
        return message.tenant().value();
    }

    private static String id(Pending message) {
        return message.message().id();
    }

    /** Tells whoever hears of it that a message is parked. */
    @FunctionalInterface
    interface ParkedNews {
        void tell(Pending message, String reason, UnitOfWork unit);
    }
}
