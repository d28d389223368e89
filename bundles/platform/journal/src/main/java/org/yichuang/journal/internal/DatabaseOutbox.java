package org.yichuang.journal.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;

/** The outbox as rows. A message is claimed by an update that only one relay can win; the query keeps the order. */
public class DatabaseOutbox implements Outbox {
    /** Why a message is parked that is not what was written. */
    private static final String ALTERED = JournalError.MESSAGE_ALTERED.code();

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseOutbox.class);
    private static final int LONGEST_REASON = 1000;
    private static final int PAGE = 200;
    private static final int MOST_SHOWN = 20;

    private static final String COLUMNS = Claimable.COLUMNS;
    private static final String MOVE =
            """
            UPDATE JOURNAL_OUTBOX SET STATE=?, DUE_MICROS=?, LAST_ERROR=?, CLAIMED_UNTIL=0, CLAIM_NUMBER=CLAIM_NUMBER+1
            WHERE TENANT=? AND MESSAGE_ID=? AND STATE<>'DELIVERED'""";
    /** Tried as patiently as a new one. */
    private static final String REPLAY =
            """
            UPDATE JOURNAL_OUTBOX SET STATE=?, DUE_MICROS=?, LAST_ERROR=?, TRIED_MICROS=?, CLAIMED_UNTIL=0, ATTEMPTS=0,
              CLAIM_NUMBER=CLAIM_NUMBER+1, BEHIND=0
            WHERE TENANT=? AND MESSAGE_ID=? AND STATE<>'DELIVERED'""";

    private static final String ONE = COLUMNS + "WHERE m.TENANT=? AND m.MESSAGE_ID=?";
    private static final String UNDELIVERED =
            COLUMNS + "WHERE m.TENANT=? AND m.STATE=? AND m.MESSAGE_ID>? ORDER BY m.MESSAGE_ID FETCH FIRST ? ROWS ONLY";
    private static final String ALTERED_ONES =
            """
            SELECT TENANT, MESSAGE_ID FROM JOURNAL_OUTBOX WHERE STATE='PARKED' AND LAST_ERROR=?
            ORDER BY TENANT, MESSAGE_ID FETCH FIRST ? ROWS ONLY""";
    private final TransactionBoundary boundary;
    private final Transactions transactions;
    private final CommitListeners afterwards;
    private final MessageSeals seals;
    private final Clock machineClock;
    private final Settlement settlement;
    private final OutboxClaims claims;
    private final OutboxReads reads;
    private final ReadForms forms;

    public DatabaseOutbox(
            TransactionBoundary boundary,
            Transactions transactions,
            CommitListeners afterwards,
            MessageSeals seals,
            Clock machineClock) {
        this.boundary = boundary;
        this.transactions = transactions;
        this.afterwards = afterwards;
        this.seals = seals;
        this.machineClock = machineClock;
        this.settlement = new Settlement(boundary, transactions, machineClock);
        this.claims = new OutboxClaims(boundary, machineClock);
        this.reads = new OutboxReads(transactions);
        this.forms = new ReadForms(boundary);
    }

    @Override
    public List<Pending> claim(String topic, int form, Set<String> except, int most, Duration claim) {
        forms.note(topic, form);
        return claim(claims.due(new OutboxClaims.Reader(topic, form), except, most), claim);
    }

    @Override
    public List<Pending> claimFor(String topic, int form, String receiver, int most, Duration claim) {
        return claim(claims.dueFor(new OutboxClaims.Reader(topic, form), receiver, most), claim);
    }

    @Override
    public int newestForm(String topic) {
        return forms.newest(topic);
    }

    private List<Pending> claim(List<DueRow> found, Duration claim) {
        found.stream().filter(row -> row.message().isEmpty()).forEach(this::setAside);
        List<Claimable> due =
                found.stream().flatMap(row -> row.message().stream()).toList();
        due.stream().filter(row -> !row.isIntact(seals)).forEach(row -> setAside(row.pending()));
        return claims.claim(due.stream().filter(row -> row.isIntact(seals)).toList(), claim);
    }

    @Override
    public void release(Pending message) {
        claims.release(message);
    }

    @Override
    public boolean prolong(Pending message, Duration claim) {
        return claims.prolong(message, claim);
    }

    @Override
    public void hasten(String topic, String receiver) {
        claims.hasten(topic, receiver);
        afterwards.wake(topic);
    }

    /** What is not as it was written leaves under nobody's name: it is parked, journaled and shown. */
    private void setAside(Pending message) {
        LOG.error(
                "Message {} of {} has been changed in the database: it is parked, and does not leave",
                message.message().id(),
                message.tenant());
        CallContext context = CallContext.system(message.tenant(), machineClock.instant(), "outbox");
        move(message.message().id(), State.PARKED, ALTERED, "park", context, Settlement.TO_NOBODY);
    }

    /** No trail can tell of a message of a tenant that cannot be: it is parked, so that it holds up nobody. */
    private void setAside(DueRow row) {
        LOG.error("Message {} is of no tenant ({}): it is parked, and does not leave", row.id(), row.tenant());
        settlement.setAside(row.tenant(), row.id(), ALTERED, now());
    }

    /** The first messages that were found changed and are parked for it, as tenant and id. */
    public List<String> altered() {
        return boundary.readSql(
                RowScope.acrossTenants("messages that were changed"),
                connection -> Sql.list(
                        connection,
                        ALTERED_ONES,
                        row -> row.getString(1) + "/" + row.getString(2),
                        ALTERED,
                        MOST_SHOWN));
    }

    /** The first message of a tenant that has not been delivered and is not what was written. */
    Optional<String> firstAltered(TenantId tenant) {
        return Stream.of(State.WAITING, State.PARKED)
                .flatMap(state -> firstAltered(tenant, state).stream())
                .findFirst();
    }

    private Optional<String> firstAltered(TenantId tenant, State state) {
        String after = "";
        List<Claimable> page = undelivered(tenant, state, after);
        while (!page.isEmpty()) {
            for (Claimable row : page) {
                after = row.pending().message().id();
                if (!row.isIntact(seals)) {
                    return Optional.of(after);
                }
            }
            page = undelivered(tenant, state, after);
        }
        return Optional.empty();
    }

    private List<Claimable> undelivered(TenantId tenant, State state, String after) {
        return boundary.readSql(
                RowScope.of(tenant),
                connection ->
                        Sql.list(connection, UNDELIVERED, Claimable::read, tenant.value(), state.name(), after, PAGE));
    }

    @Override
    public void delivered(Pending message, String receipt) {
        delivered(message, receipt, Long.MAX_VALUE);
    }

    @Override
    public void delivered(Pending message, String receipt, Instant answered) {
        delivered(message, receipt, JtaUnitOfWork.micros(answered));
    }

    private void delivered(Pending message, String receipt, long answered) {
        settlement.delivered(message, receipt, answered);
        afterwards.wake(message.message().topic());
    }

    @Override
    public void failed(Pending message, String reason, Optional<Duration> retryAfter) {
        if (retryAfter.isPresent()) {
            long due = now() + retryAfter.get().toNanos() / 1_000;
            settlement.failed(message, shortened(reason), due);
        } else {
            settlement.parked(message, shortened(reason), now());
        }
    }

    @Override
    public void handedOver(Pending message, Duration again) {
        long now = now();
        settlement.handedOver(message, now, now + again.toNanos() / 1_000);
    }

    @Override
    public Optional<Pending> find(TenantId sender, String messageId) {
        return boundary.readSql(
                RowScope.of(sender),
                connection -> Sql.first(connection, ONE, Claimable::readPending, sender.value(), messageId));
    }

    @Override
    public void sealed(Pending message, String payloadDigest) {
        settlement.sealed(message, payloadDigest);
    }

    @Override
    public List<String> sealedDigests(Pending message) {
        return settlement.sealedDigests(message);
    }

    @Override
    public int resend(String receiver, Instant since, Instant answered, UnitOfWork unit) {
        return settlement.again(receiver, since, answered, unit);
    }

    @Override
    public void putOff(Pending message, String reason, Duration retryAfter) {
        settlement.putOff(message, shortened(reason), now() + retryAfter.toNanos() / 1_000);
    }

    @Override
    public Page<Pending> messages(Optional<State> state, PageRequest page, CallContext context) {
        return reads.messages(state, page, context);
    }

    @Override
    public Page<String> ids(State state, Optional<String> receiver, PageRequest page, CallContext context) {
        return reads.ids(state, receiver, page, context);
    }

    @Override
    public Optional<Pending> oldestWaiting(CallContext context) {
        return reads.oldestWaiting(context);
    }

    @Override
    public List<TenantId> senders() {
        return claims.senders();
    }

    @Override
    public List<Backlog> backlog(CallContext context) {
        return reads.backlog(context);
    }

    @Override
    public List<Pending> ofAggregate(String topic, String aggregateId, CallContext context) {
        return reads.ofAggregate(topic, aggregateId, context);
    }

    @Override
    public void replay(String messageId, CallContext context) {
        String topic = move(messageId, State.WAITING, "", "replay", context, Settlement.TO_NOBODY);
        afterwards.wake(topic);
    }

    @Override
    public void park(String messageId, String reason, CallContext context) {
        settlement.withNewsOrWithout(
                messageId, news -> move(messageId, State.PARKED, shortened(reason), "park", context, news));
    }

    private String move(
            String messageId, State to, String reason, String action, CallContext context, Settlement.ParkedNews news) {
        return transactions.write(context, String.class, unit -> {
            Claimable found = find(unit, messageId);
            Pending message = found.pending();
            if (message.state() == State.DELIVERED || (to == State.PARKED && message.state() == State.PARKED)) {
                throw new ProblemException(
                        JournalError.MESSAGE_STATE,
                        LocalizedMessage.of(
                                DatabaseOutbox.class, "database-outbox.message-cannot-done", message.state()));
            }
            if (to == State.WAITING && !found.isIntact(seals)) { // what was delivered has no payload any more
                throw ProblemException.of(JournalError.MESSAGE_ALTERED, messageId);
            }
            String tenant = context.tenant().value();
            long now = now();
            if (to == State.WAITING) {
                Sql.update(unit.connection(), REPLAY, to.name(), now, reason, now, tenant, messageId);
            } else {
                Sql.update(unit.connection(), MOVE, to.name(), now, reason, tenant, messageId);
            }
            unit.record(
                    new AuditEntry(
                            "message",
                            messageId,
                            action,
                            message.state().name(),
                            to.name(),
                            Map.of("receiver", message.message().receiver(), "reason", reason)),
                    EntryQueries.head(unit.connection(), tenant, "message", messageId));
            if (to == State.PARKED) {
                news.tell(message, reason, unit);
            }
            return message.message().topic();
        });
    }

    private static Claimable find(UnitOfWork unit, String messageId) {
        return Sql.first(
                        unit.connection(),
                        ONE,
                        Claimable::read,
                        unit.context().tenant().value(),
                        messageId)
                .orElseThrow(() -> new ProblemException(
                        JournalError.MESSAGE_UNKNOWN,
                        LocalizedMessage.of(DatabaseOutbox.class, "database-outbox.no-message", messageId)));
    }

    @Override
    public AutoCloseable onMessage(String topic, Runnable wake) {
        return afterwards.onMessage(topic, wake);
    }

    @Override
    public AutoCloseable onSettled(String topic, SettlementListener listener) {
        return settlement.add(topic, listener);
    }

    private long now() {
        return JtaUnitOfWork.micros(machineClock.instant());
    }

    private static String shortened(String reason) {
        return TextRules.first(reason, LONGEST_REASON);
    }
}
