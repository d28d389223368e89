package org.yichuang.identity.internal;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.RollbackException;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ProblemException;

/**
 * The journal's transactions without its tables: local to one database, remembering the audit entries in a list and the
 * answers of commands with a key in a map.
 */
final class LocalTransactions implements Transactions {
    final List<AuditEntry> entries = new ArrayList<>();
    final AtomicInteger count = new AtomicInteger();
    /** Happens once, before the next write. */
    Runnable between;

    private final EntityManagerFactory entities;
    private final Map<List<Object>, Object> kept = new ConcurrentHashMap<>();

    /** Whether entries wait for anchors that do not come. */
    boolean anchorsOverdue;

    LocalTransactions(EntityManagerFactory entities) {
        this.entities = entities;
    }

    @Override
    public <T> T write(CallContext context, Class<T> answer, Work<T> work) {
        Runnable first = between;
        between = null;
        if (first != null) {
            first.run();
        }
        Optional<List<Object>> key = context.idempotencyKey().map(given -> List.of(context.tenant(), given));
        try {
            T done = again(context, work);
            key.ifPresent(given -> kept.put(given, done));
            return done;
        } catch (ProblemException refusal) {
            return key.map(kept::get).map(answer::cast).orElseThrow(() -> refusal);
        }
    }

    private <T> T again(CallContext context, Work<T> work) {
        try {
            return run(context, work, true);
        } catch (RollbackException e) {
            return run(context, work, true);
        }
    }

    @Override
    public <T> T read(CallContext context, Work<T> work) {
        return run(context, work, false);
    }

    private <T> T run(CallContext context, Work<T> work, boolean commit) {
        count.incrementAndGet();
        EntityManager manager = RowDigests.open(entities, context.tenant());
        LocalUnit unit = new LocalUnit(context, manager, anchorsOverdue);
        try {
            manager.getTransaction().begin();
            T result = work.run(unit);
            if (commit) {
                manager.getTransaction().commit();
                synchronized (entries) {
                    entries.addAll(unit.recorded);
                }
                unit.afterwards.forEach(Runnable::run);
            }
            return result;
        } finally {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
        }
    }

    private record LocalUnit(
            CallContext context,
            EntityManager manager,
            boolean anchorsOverdue,
            List<AuditEntry> recorded,
            List<Runnable> afterwards)
            implements UnitOfWork {
        LocalUnit(CallContext context, EntityManager manager, boolean anchorsOverdue) {
            this(context, manager, anchorsOverdue, new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public EntityManager entities(EntityManagerFactory persistenceUnit) {
            return manager;
        }

        @Override
        public Connection connection() {
            return manager.unwrap(Connection.class);
        }

        @Override
        public ChainHead record(AuditEntry entry, ChainHead previous) {
            recorded.add(entry);
            return new ChainHead(previous.sequence() + 1, Digests.sha256(previous.hash() + entry));
        }

        @Override
        public void send(OutgoingMessage message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String firstSeen(String topic, String messageId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void answer(String topic, String messageId, String answer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void require(Lease lease) {
            // the only house there is always holds its leases
        }

        @Override
        public void requireAnchored() {
            if (anchorsOverdue) {
                throw ProblemException.of(JournalError.ANCHORS_OVERDUE);
            }
        }

        @Override
        public void afterCommit(Runnable action) {
            afterwards.add(action);
        }
    }
}
