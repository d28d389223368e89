package org.yichuang.testing;

import java.io.File;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import javax.sql.DataSource;
import javax.transaction.RollbackException;
import javax.transaction.TransactionManager;
import org.apache.commons.dbcp2.managed.BasicManagedDataSource;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.EventDelivery;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Leases;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.WaitingMessages;
import org.yichuang.journal.internal.AnchorJob;
import org.yichuang.journal.internal.EventDispatcher;
import org.yichuang.journal.internal.JobScheduler;
import org.yichuang.journal.internal.JournalCore;
import org.yichuang.journal.internal.JournalDelivery;
import org.yichuang.journal.internal.JournalProof;
import org.yichuang.journal.internal.JournalSettings;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.TenantId;

/**
 * The journal's services of one container, put together as its Blueprint does it. Several nodes may share a database;
 * each has a pool and an identity of its own.
 */
public final class TestNode implements AutoCloseable {
    /** Two tenants that are always there. */
    public static final TenantId NORTH = new TenantId("north");

    /** The other one. */
    public static final TenantId SOUTH = new TenantId("south");

    private static final Logger LOG = System.getLogger(TestNode.class.getName());

    private final TestDatabase.Kind kind;
    private final PlatformClock clock;
    private final BasicManagedDataSource pool;
    private final Set<Connection> taken = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final Transactions transactions;
    private final Leases leases;
    private final Outbox outbox;
    private final WaitingMessages waiting;
    private final EventDispatcher events;
    private final EventDelivery delivery;
    private final JobScheduler jobs;
    private final AnchorJob anchoring;
    private final Journal journal;
    private final List<ChainHeadProvider> providers = new CopyOnWriteArrayList<>();
    private volatile boolean abandoned;

    /**
     * Starts a node.
     *
     * @param folder where its key and its anchors lie; nodes of one database share it
     */
    public TestNode(TestDatabase database, File folder, PlatformClock clock) {
        this.clock = clock;
        kind = database.kind();
        pool = database.pool();
        JournalCore core = new JournalCore(mortalManager(), mortal(), folder.getPath(), clock);
        JournalDelivery leaving = new JournalDelivery(core, List.of(() -> List.of(NORTH, SOUTH)), providers);
        transactions = core.transactions();
        leases = core.leases();
        outbox = leaving.outbox();
        waiting = leaving.waiting();
        events = leaving.events();
        delivery = leaving.eventDelivery();
        jobs = leaving.jobs();
        JournalSettings settings = new JournalSettings();
        settings.updated(new Hashtable<>(Map.of("anchor.interval", 50)));
        JournalProof proof = new JournalProof(core, leaving, providers, List.of(), settings);
        anchoring = proof.anchorJob(settings);
        journal = proof.journal();
    }

    /** Has this node anchor what is committed, as a container does: without it no listener hears of anything. */
    public TestNode anchoring() {
        anchoring.start();
        return this;
    }

    /**
     * The transaction manager, for which a transaction of a dead node ends as the database ends it: rolled back. Derby
     * lives in this process and notices no death of a connection, so that it has to be told.
     */
    private TransactionManager mortalManager() {
        return (TransactionManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TransactionManager.class}, (self, method, arguments) -> {
                    if (abandoned && method.getName().equals("commit")) {
                        TestTransactionManager.INSTANCE.rollback();
                        throw new RollbackException("This node is dead");
                    }
                    try {
                        return method.invoke(TestTransactionManager.INSTANCE, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /**
     * The pool until the node is abandoned. What it gives is noted and never asked: a connection belongs to the thread
     * that took it. Derby, asked from another thread whether it is closed while its own is just ending a transaction,
     * opens a second one below it, and the next transaction is torn in two.
     */
    private DataSource mortal() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (abandoned) {
                        throw new SQLException("This node is dead", "08003");
                    }
                    Connection connection = pool.getConnection();
                    taken.add(connection);
                    return connection;
                });
    }

    /** Its unit of work. */
    public Transactions transactions() {
        return transactions;
    }

    /** Its journal. */
    public Journal journal() {
        return journal;
    }

    /** Has its journal prove the rows of a provider. */
    public void prove(ChainHeadProvider provider) {
        providers.add(provider);
    }

    /** Its leases. */
    public Leases leases() {
        return leases;
    }

    /** Its outbox. */
    public Outbox outbox() {
        return outbox;
    }

    /** What waits in it, for those who have written it. */
    public WaitingMessages waiting() {
        return waiting;
    }

    /** Its connections, without a transaction of its own. */
    BasicManagedDataSource pool() {
        return pool;
    }

    /** Opens a persistence unit of {@code META-INF/persistence.xml} for its transactions. */
    public EntityManagerFactory entities(String unit) {
        return Persistence.createEntityManagerFactory(
                unit,
                Map.of(
                        "javax.persistence.jtaDataSource",
                        pool,
                        "eclipselink.target-server",
                        TestServerPlatform.class.getName(),
                        "eclipselink.logging.level",
                        "OFF"));
    }

    /** What its listeners have heard. */
    public EventDelivery delivery() {
        return delivery;
    }

    /** Has a listener served by this node. */
    public void listen(EventListener listener) {
        events.bind(listener);
    }

    /** Has a job run by this node. */
    public void schedule(LeasedJob job) {
        jobs.bind(job);
    }

    /** A clerk's call. */
    public CallContext clerk(TenantId tenant) {
        return clerk(tenant, Optional.empty());
    }

    /** A clerk's call with an idempotency key. */
    public CallContext clerk(TenantId tenant, Optional<IdempotencyKey> key) {
        Instant at = clock.clock().instant();
        return new CallContext(tenant, new Actor("wang", "王", Set.of("clerk")), at, "r-1", key, Optional.empty());
    }

    /**
     * Dies as by a power cut: nothing is finished, nothing is given back, and whoever still works in its name fails,
     * also at the commit of what it had begun. Its leases lapse by themselves.
     */
    public void abandon() {
        abandoned = true;
        if (kind == TestDatabase.Kind.POSTGRESQL) {
            List.copyOf(taken).forEach(TestNode::abort);
        }
        Thread end = new Thread(this::stopThreads, "abandoned-node");
        end.setDaemon(true);
        end.start();
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException e) { // the pool's closed connection has nothing below it
            LOG.log(Level.DEBUG, "It was given back meanwhile", e);
        }
    }

    private void stopThreads() {
        try {
            jobs.stop();
            events.stop();
            anchoring.stop();
            pool.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "A dead pool could not be closed", e);
        }
    }

    /** Ends as a container that is stopped. */
    @Override
    public void close() {
        stopThreads();
    }
}
