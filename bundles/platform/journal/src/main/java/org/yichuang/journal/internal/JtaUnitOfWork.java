package org.yichuang.journal.internal;

import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.internal.persistence.Dialect;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.journal.internal.persistence.StepRows;
import org.yichuang.journal.rows.LoadedRows;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** One running transaction. It gathers the append-only rows and writes them in one go at the end. */
final class JtaUnitOfWork implements UnitOfWork {
    private static final Logger LOG = LoggerFactory.getLogger(JtaUnitOfWork.class);
    /** EclipseLink's property of the tenant; an entity manager without it refuses to read. */
    private static final String TENANT_PROPERTY = "eclipselink.tenant-id";

    private static final String SEEN = "SELECT ANSWER FROM JOURNAL_INBOX WHERE TENANT=? AND TOPIC=? AND MESSAGE_ID=?";
    /** Changes nothing, but locks the row until the commit: a take-over waits for us, or we fail. */
    private static final String HOLD_LEASE =
            "UPDATE JOURNAL_LEASE SET TOKEN = TOKEN WHERE LEASE_NAME=? AND TOKEN=? AND HOLDER=?";

    private final Ground ground;
    private final long machineMicros;
    private final CallContext context;
    private final RowScope scope;
    private final boolean writing;
    private final StepRows rows;
    private final Map<EntityManagerFactory, EntityManager> managers = new IdentityHashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private Connection connection;
    private boolean open = true;

    JtaUnitOfWork(Ground ground, long machineMicros, CallContext context, RowScope scope, boolean writing) {
        this.ground = ground;
        this.machineMicros = machineMicros;
        this.context = context;
        this.scope = scope;
        this.writing = writing;
        this.rows = new StepRows(context.tenant().value());
    }

    /** What all units of this container stand on. */
    record Ground(TransactionBoundary boundary, ChainKey key, String node, AnchorWatch anchors, FormerRows formers) {}

    @Override
    public CallContext context() {
        return context;
    }

    @Override
    public EntityManager entities(EntityManagerFactory persistenceUnit) {
        requireOpen();
        return managers.computeIfAbsent(persistenceUnit, this::bound);
    }

    private EntityManager bound(EntityManagerFactory persistenceUnit) {
        String tenant = context.tenant().value();
        EntityManager manager = writing
                ? LoadedRows.open(persistenceUnit, tenant)
                : persistenceUnit.createEntityManager(Map.of(TENANT_PROPERTY, tenant));
        manager.setProperty(TENANT_PROPERTY, tenant);
        manager.joinTransaction();
        return manager;
    }

    @Override
    public Connection connection() {
        requireOpen();
        if (connection == null) {
            connection = ground.boundary.connection();
        }
        return connection;
    }

    @Override
    public ChainHead record(AuditEntry entry, ChainHead previous) {
        return record(entry, previous, context);
    }

    /** Adds an entry about another call at the same tenant. */
    ChainHead record(AuditEntry step, ChainHead previous, CallContext call) {
        requireWriting();
        AuditEntry entry = ground.formers.compared(step, previous, rows.tenant(), this::connection, managers.values());
        EntryRow sealed = new EntryRow(
                        context.tenant().value(),
                        entry.aggregateType(),
                        entry.aggregateId(),
                        previous.sequence() + 1,
                        micros(call.at()),
                        call.actor().account(),
                        call.actor().name(),
                        entry.action(),
                        entry.before(),
                        entry.after(),
                        Json.write(new TreeMap<>(entry.details())),
                        call.requestId(),
                        entry.event().version() > 0 ? entry.event() : DomainEvent.NONE,
                        "")
                .sealed(ground.key, previous.hash());
        rows.add(sealed);
        return new ChainHead(sealed.sequence(), sealed.hash());
    }

    @Override
    public void send(OutgoingMessage message) {
        requireWriting();
        String seal = new MessageSeals(ground.key).of(context.tenant().value(), message);
        rows.add(new StepRows.MessageRow(message, machineMicros, seal));
    }

    @Override
    public String firstSeen(String topic, String messageId) {
        requireWriting();
        Optional<String> kept = Sql.first(connection(), SEEN, row -> row.getString(1), rows.tenant(), topic, messageId);
        if (kept.isEmpty()) {
            // Forgotten by the machine's clock, hence noted by it, whatever a rehearsal's clock says
            rows.addSeen(topic, messageId, machineMicros);
        }
        return kept.orElse(null);
    }

    @Override
    public void answer(String topic, String messageId, String answer) {
        requireWriting();
        rows.answer(topic, messageId, answer);
    }

    @Override
    public long place(String topic, String sender, String aggregate, long epoch, long number) {
        requireWriting();
        return new InboxStream(connection(), rows.tenant(), topic, sender, aggregate).place(epoch, number);
    }

    @Override
    public void require(Lease lease) {
        requireWriting();
        if (Sql.update(connection(), HOLD_LEASE, lease.name(), lease.token(), ground.node) != 1) {
            throw Failures.leaseLost();
        }
    }

    @Override
    public void requireAnchored() {
        requireWriting();
        if (ground.anchors.isOverdue(context.tenant())) {
            throw ProblemException.of(JournalError.ANCHORS_OVERDUE);
        }
    }

    @Override
    public <T> T reading(TenantId tenant, Transactions.Work<T> work) {
        requireOpen();
        if (tenant.equals(context.tenant())) {
            return work.run(this);
        }
        CallContext there = new CallContext(
                tenant, context.actor(), context.at(), context.requestId(), Optional.empty(), Optional.empty());
        JtaUnitOfWork visit = new JtaUnitOfWork(ground, machineMicros, there, RowScope.of(tenant), false);
        return ground.boundary.rowSecurity().showing(connection(), visit.scope, scope, () -> {
            try {
                return work.run(visit);
            } finally {
                visit.close();
            }
        });
    }

    @Override
    public void afterCommit(Runnable action) {
        requireWriting();
        afterCommit.add(action);
    }

    /**
     * Writes everything that is still in memory; the commit comes next.
     *
     * @param fingerprint what is kept of a command's fingerprint
     */
    <T> void complete(T answer, Function<IdempotencyKey, String> fingerprint) {
        managers.values().forEach(EntityManager::flush);
        context.idempotencyKey()
                .ifPresent(given -> rows.keep(new StepRows.KeyRow(
                        context.actor().account(),
                        given.key(),
                        fingerprint.apply(given),
                        Json.write(answer),
                        machineMicros)));
        if (!rows.isEmpty()) {
            Dialect.of(connection()).append(connection(), rows);
        }
        giveBackConnection();
    }

    /** Ends the unit's life, after the transaction's. */
    void close() {
        open = false;
        giveBackConnection();
        managers.values().forEach(JtaUnitOfWork::close);
    }

    /** The transaction has ended; a manager that cannot be closed must not make it look failed. */
    private static void close(EntityManager manager) {
        try {
            manager.close();
        } catch (RuntimeException e) {
            LOG.warn("An entity manager could not be closed", e);
        }
    }

    List<Runnable> afterCommit() {
        return afterCommit;
    }

    /** Whose rows the database shows it. */
    RowScope scope() {
        return scope;
    }

    StepRows rows() {
        return rows;
    }

    private void giveBackConnection() {
        if (connection != null) {
            TransactionBoundary.close(connection);
            connection = null;
        }
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("This transaction has ended: a Unit is not to be kept");
        }
    }

    private void requireWriting() {
        requireOpen();
        if (!writing) {
            throw new IllegalStateException("A read writes nothing: use Transactions.write");
        }
    }

    static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    static Instant moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
