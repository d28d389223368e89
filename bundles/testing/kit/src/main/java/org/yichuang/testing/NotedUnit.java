package org.yichuang.testing;

import java.sql.Connection;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** A real unit of work of which is noted what is recorded and sent. */
record NotedUnit(UnitOfWork unit, ModuleTransactions.Notes notes, boolean anchorsOverdue) implements UnitOfWork {
    @Override
    public CallContext context() {
        return unit.context();
    }

    @Override
    public EntityManager entities(EntityManagerFactory persistenceUnit) {
        return unit.entities(persistenceUnit);
    }

    @Override
    public Connection connection() {
        return unit.connection();
    }

    @Override
    public ChainHead record(AuditEntry entry, ChainHead previous) {
        notes.add(context().tenant(), entry);
        return unit.record(entry, previous);
    }

    @Override
    public void send(OutgoingMessage message) {
        notes.add(context().tenant(), message);
        unit.send(message);
    }

    @Override
    public String firstSeen(String topic, String messageId) {
        return unit.firstSeen(topic, messageId);
    }

    @Override
    public void answer(String topic, String messageId, String answer) {
        unit.answer(topic, messageId, answer);
    }

    @Override
    public long place(String topic, String sender, String aggregate, long epoch, long number) {
        return unit.place(topic, sender, aggregate, epoch, number);
    }

    @Override
    public void require(Lease lease) {
        unit.require(lease);
    }

    @Override
    public void requireAnchored() {
        if (anchorsOverdue) {
            throw ProblemException.of(JournalError.ANCHORS_OVERDUE);
        }
        unit.requireAnchored();
    }

    @Override
    public <T> T reading(TenantId tenant, Transactions.Work<T> work) {
        return tenant.equals(context().tenant()) ? work.run(this) : unit.reading(tenant, work);
    }

    @Override
    public void afterCommit(Runnable action) {
        unit.afterCommit(action);
    }
}
